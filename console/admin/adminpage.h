#pragma once

#include "console/admin/admincontext.h"
#include "console/state/actions.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace deskbell::console {

class PageState;

/// How a page is called, in the list of pages and at its own head.
struct PageTitle
{
    QString name; ///< The object names of what is in it begin with it.
    QString icon;
    QString text;
    QString line; ///< What it is for, in a sentence.
};

/// One page of the administration: its title, and below it what it is for or why that is not there. What it shows is
/// asked for whenever one comes to it, and stays in sight meanwhile.
class AdminPage : public QWidget
{
    Q_OBJECT

public:
    AdminPage(const AdminContext &context, const PageTitle &title, QWidget *parent);

    const PageTitle &title() const { return m_title; }
    void enter();
    /// Goes on with `then`, after a question if something would be lost.
    void leave(std::function<void()> then);
    virtual bool isDirty() const { return false; }
    /// Forgets what was changed and not saved.
    virtual void discard() { }

protected:
    virtual void load() = 0;
    /// What depends on the connection.
    virtual void settle() { }

    const AdminContext &context() const { return m_context; }
    QString named(const char *kind) const { return m_title.name + QLatin1String(kind); }
    bool isOnline() const;
    bool isLoaded() const { return m_loaded; }
    /// What is shown is what the server has.
    void setLoaded() { m_loaded = true; }
    /// To be called once, with what is shown when there is something.
    void setContent(QWidget *content);
    /// In the head, at the end.
    QPushButton *addMainButton(const QString &name, const QString &text);
    void addToHead(QWidget *widget);
    void showContent();
    /// Instead of the content.
    void showEmpty(const QString &icon, const QString &text, const QString &line);
    void showFailure(const Error &error);

    /// `done` gets a Result of the command's Answer, unless the page has gone.
    template <class Command, class Done>
    void ask(const Command &command, Done done)
    {
        m_context.actions.administer(Ask<Command>{
            command, [self = QPointer<AdminPage>(this), done](const Result<typename Command::Answer> &answer) {
                if (self)
                    done(answer);
            }});
    }
    /// The same for what the page shows: a failure is shown unless there is something older to see.
    template <class Command, class Done>
    void askToShow(const Command &command, Done done)
    {
        ask(command, [this, done](const Result<typename Command::Answer> &answer) {
            if (!answer) {
                if (!m_loaded)
                    showFailure(answer.error());
                return;
            }
            m_loaded = true;
            done(*answer);
        });
    }

private:
    void takeConnection();

    AdminContext m_context;
    PageTitle m_title;
    QHBoxLayout *m_head;
    QStackedLayout *m_stack;
    PageState *m_state;
    QWidget *m_content = nullptr;
    bool m_loaded = false;
    bool m_wasOnline = false;
};

} // namespace deskbell::console
