#include "console/application.h"

#include "console/views/loginview.h"

// The desks that somebody has signed in to: going from one to another, and forgetting one.

namespace deskbell::console {

void Application::connectAccounts()
{
    const auto show = [this] { m_window.setAccounts(m_profile.accounts(), m_profile.account()); };
    show();
    QObject::connect(&m_client, &DeskClient::signedIn, &m_window, [this, show](const Account &account) {
        m_profile.setAccount(account);
        show();
    });
    QObject::connect(&m_client, &DeskClient::sessionEnded, &m_window,
                     [this](const QString &notice) { m_window.login().say(notice); });
    QObject::connect(&m_window, &MainWindow::accountChosen, &m_window, [this, show](const Account &account) {
        goTo(account);
        show();
    });
    QObject::connect(&m_window, &MainWindow::accountsKept, &m_window, [this, show](const QList<Account> &kept) {
        QList<Account> removed = m_profile.accounts();
        removed.removeIf([&kept](const Account &each) { return kept.contains(each); });
        askForget(removed, [this, show, removed] {
            QList<Account> left = m_profile.accounts();
            for (const Account &each : removed) {
                left.removeAll(each);
                forget(each);
            }
            m_profile.setAccounts(left);
            show();
        });
    });
    QObject::connect(&m_client.farewell(), &Farewell::pendingChanged, &m_window,
                     [this] { m_profile.setFarewells(m_client.farewell().pending()); });
}

/// Steps out of the desk where one is; a null account is one that is yet to be typed.
void Application::goTo(const Account &account)
{
    m_client.stepOut();
    m_window.login().fill(account.server.toString(), account.email);
    m_window.login().say({});
    if (account.isNull())
        return;
    m_profile.setAccount(account);
    m_client.comeBack(account);
}

void Application::takeWish(const Wish &wish)
{
    raise();
    const Account now = m_profile.account();
    const Account wanted{wish.server.isEmpty() ? now.server : wish.server,
                         wish.login.isEmpty() ? now.email : wish.login};
    if (wanted.key() == now.key())
        return;
    const QList<Account> known = m_profile.accounts();
    const auto same = [&wanted](const Account &each) { return each.key() == wanted.key(); };
    if (std::any_of(known.begin(), known.end(), same)) {
        goTo(wanted);
    } else { // nobody has signed in there yet, and comes back to where one was by the list of desks
        m_client.stepOut();
        m_window.login().fill(wanted.server.toString(), wanted.email);
    }
    m_window.setAccounts(known, m_profile.account());
}

/// What is deleted then is nowhere else.
void Application::askForget(const QList<Account> &accounts, std::function<void()> yes)
{
    QStringList titles;
    int waiting = 0;
    for (const Account &each : accounts) {
        titles.append(each.title());
        const auto letters = m_profile.outbox().letters(each.key());
        waiting += letters ? int(letters->size()) : 0;
    }
    QString line =
        MainWindow::tr("You are signed out there, and what this computer kept of it is deleted, drafts too.");
    if (waiting > 0)
        line += QLatin1Char('\n') + MainWindow::tr("%n message(s) that are not sent yet are lost.", nullptr, waiting);
    m_questions.askConfirmation(&m_window,
                                {QStringLiteral("removeDesk"), MainWindow::tr("Remove %1?").arg(titles.join(u", ")),
                                 line, MainWindow::tr("Remove"), MainWindow::tr("Keep it")},
                                std::move(yes));
}

void Application::forget(const Account &account)
{
    if (account == m_profile.account()) {
        m_client.signOut();
        m_profile.setAccount({});
        m_window.login().fill({}, {});
    } else {
        m_client.farewell().sayFor(account);
    }
    if (const auto forgotten = m_profile.forget(account); !forgotten)
        m_window.say(forgotten.error().message);
}

} // namespace deskbell::console
