#pragma once

#include "console/net/backoff.h"
#include "console/store/account.h"
#include "console/store/tokenvault.h"

#include <QNetworkAccessManager>
#include <QTimer>

namespace deskbell::console {

/// Tells servers that somebody has signed out. It does not go over their line, which may be dead without our knowing it
/// yet, but over REST, so that nobody seems to be at the desk for a moment; and is tried until the server has answered,
/// if need be by a later run of the program; until then the token stays in the vault under a name of its own.
class Farewell final : public QObject
{
    Q_OBJECT

public:
    /// The vault is not owned.
    explicit Farewell(TokenVault &vault, Backoff backoff = Backoff(), QObject *parent = nullptr);

    /// Ends this session as soon as its server can be reached.
    void say(const Account &account, const QString &token);
    /// Ends the session that the vault has for an account that is not signed in now, if there is one.
    void sayFor(const Account &account);
    /// Goes on with what an earlier run could not finish.
    void resume(const QList<Account> &accounts);
    /// Tries at once, if something waits.
    void tryNow();
    const QList<Account> &pending() const { return m_pending; }

Q_SIGNALS:
    /// Worth keeping for the next run.
    void pendingChanged();

private:
    void add(const Account &account);
    void attempt();
    void send(const Account &account, const QString &token);
    void finish(const Account &account);

    TokenVault &m_vault;
    Backoff m_backoff;
    QTimer m_retry;
    QList<Account> m_pending;
    QList<Account> m_underWay;
    QHash<QString, QString> m_tokens; // by account: of this run, since there may be no vault that works
    std::unique_ptr<QNetworkAccessManager> m_network; // made when it is needed, which is seldom
};

} // namespace deskbell::console
