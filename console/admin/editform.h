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
    /// Of any other kind: `read` gives its value, for the comparison with what is saved; it says changed() through
    /// takeChange().
    void add(const QString &field, const QString &caption, QWidget *control, std::function<QVariant()> read);
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
        QVariant saved;
    };
    QString objectName(const QString &field, const char *kind) const;
    Field *find(const QString &name);
    void mark(Field &field, const QString &problem);

    const Theme &m_theme;
    QString m_name;
    QVBoxLayout *m_column;
    QList<Field> m_fields;
};

} // namespace deskbell::console
