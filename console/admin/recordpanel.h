#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace deskbell::console {

class EditForm;
class Theme;

/// The form of one thing with its title above and, below, what one can do: save, discard, and what a kind of thing
/// brings besides. Says what became of it.
class RecordPanel final : public QFrame
{
    Q_OBJECT

public:
    RecordPanel(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    EditForm &form() { return *m_form; }
    void setTitle(const QString &title);
    void setHeadVisible(bool visible);
    void setSaveText(const QString &text);
    /// What cannot be changed any more is not saved either.
    void setSaveVisible(bool visible);
    /// One more thing to do while there is a connection, at the foot's beginning.
    QPushButton *addAction(const QString &name, const QString &text);
    void setBackVisible(bool visible);
    /// Nothing can be saved without a connection, or while something is being saved.
    void setOnline(bool online);
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// What the form says is asked for now.
    void beginSaving();
    /// It is saved: `fill` puts what the server has made of it into the form.
    void finishSaving(const std::function<void()> &fill);
    void sayProblem(const QString &problem);
    void saySaved(const QString &text);
    void sayNothing();

Q_SIGNALS:
    void saveRequested();
    void discardRequested();
    void backRequested();

private:
    QHBoxLayout *makeHead();
    QHBoxLayout *makeFoot();
    void settle();
    void say(const QString &text, const QString &tone);

    const Theme &m_theme;
    QString m_name;
    EditForm *m_form;
    QLabel *m_title;
    QToolButton *m_back;
    QLabel *m_said;
    QHBoxLayout *m_actions = nullptr;
    QList<QPushButton *> m_others; // what can be done besides
    QPushButton *m_discard;
    QPushButton *m_save;
    bool m_online = true;
    bool m_busy = false;
};

} // namespace deskbell::console
