#pragma once

#include "shared/error.h"

#include <QVariant>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace deskbell::console {

class CheckList;
class Theme;

/// A form over one thing of the desk: a caption over each control, and below it what the server has against its value.
/// Fields are called as in the requests, so that errors find their place. Knows whether anything differs from what is
/// saved.
class EditForm final : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of the controls.
    EditForm(const Theme &theme, QString name, QWidget *parent = nullptr);

    QLineEdit *addText(const QString &field, const QString &caption);
    QLineEdit *addSecret(const QString &field, const QString &caption);
    QPlainTextEdit *addLongText(const QString &field, const QString &caption, int lines);
    QSpinBox *addNumber(const QString &field, const QString &caption, int least, int most);
    QComboBox *addChoice(const QString &field, const QString &caption, const QStringList &choices);
    QCheckBox *addCheck(const QString &field, const QString &text);
    CheckList *addCheckList(const QString &field, const QString &caption, const QString &emptyText);
    /// Of any other kind: `read` gives its value, for the comparison with what is saved, and `write` puts one in; it
    /// says changed() through takeChange().
    void add(const QString &field, const QString &caption, QWidget *control, std::function<QVariant()> read,
             std::function<void(const QVariant &)> write);
    /// Of a field that is a list: shows what the server has against one of its elements there, and takes it away again
    /// when it is called with -1.
    void setElementMark(const QString &field, std::function<void(int element, const QString &problem)> mark);
    QLabel *addHint(const QString &text);
    void addHeading(const QString &text);
    void addWide(QWidget *widget);
    /// Shows or hides a field with its caption.
    void setFieldVisible(const QString &field, bool visible);

    /// Puts each of the error's fields to its place, and gives what is left to be said elsewhere.
    QString showError(const Error &error);
    /// What a failure as a whole has to do with: shown at that field.
    void showProblem(const QString &field, const QString &text);
    void clearProblems();
    bool isDirty() const;
    /// What stands here now is what is saved.
    void settle();
    /// What stands here now goes to the server; an error that is shown says that it did not get there.
    void beginSaving();
    /// It is there: `fill` puts in what the server has made of it. What has been typed since begin stays, as a change.
    void finishSaving(const std::function<void()> &fill);
    void focusFirst();

public Q_SLOTS:
    void takeChange();

Q_SIGNALS:
    void changed();
    /// Return was pressed in a field of one line.
    void submitted();

private:
    struct Field
    {
        QString name;
        QWidget *row;
        QWidget *control;
        QLabel *problem;
        std::function<QVariant()> read;
        std::function<void(const QVariant &)> write;
        std::function<void(int, const QString &)> markElement{};
        bool hasWrongElement = false;
        QVariant saved{};
        QVariant sent{}; // the saved value, but while it is being saved
    };
    QString objectName(const QString &field, const char *kind) const;
    Field *find(const QString &name);
    void mark(Field &field, const QString &problem);
    bool showAt(const FieldError &error);
    bool isTypedOn() const;
    void focusProblem();

    const Theme &m_theme;
    QString m_name;
    QVBoxLayout *m_column;
    QList<Field> m_fields;
};

} // namespace deskbell::console
