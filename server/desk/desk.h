#pragma once

#include "server/cluster/inprocessbus.h"
#include "server/desk/aliases.h"
#include "server/desk/ratelimits.h"
#include "server/desk/requestjob.h"
#include "server/desk/roundsservice.h"
#include "server/desk/visitorhandler.h"
#include "server/security/loginthrottle.h"
#include "server/security/passwords.h"
#include "server/security/webtoken.h"
#include "server/store/lockfile.h"
#include "server/store/readers.h"
#include "server/store/worker.h"

#include <QTimer>

namespace deskbell::server {

class AccountService;
class LoginService;
class RetentionService;

/// What the desk is told beyond where its data is.
struct DeskOptions
{
    RateLimits::Switch rateLimits = RateLimits::Switch::On; ///< Off: no lock-out after wrong passwords either.
    PasswordCost passwordCost{};
    QString deskName = QStringLiteral("Deskbell");
    api::DeskRouting routing{};
    QString identitySecret{}; ///< What sites vouch for their users with; empty: none can.
    QString apiKey{}; ///< A key that is good beside those in the database; empty: none.
    QByteArray webTokenSecret{}; ///< Signs web tokens; empty: one that is forgotten when the program ends.
    DeskLimits limits{};
};

/// What comes back for a command.
struct Reply
{
    Result<QByteArray> json; ///< The answer, encoded.
    std::optional<Caller> caller{}; ///< Set when the connection acts as another from now on (login, logout).
};

/// A connection that was let in.
struct AdmittedVisitor
{
    Caller caller;
    std::optional<QString> token; ///< For a new visitor: their secret, told this once.
};

/// The desk: takes commands, has them done on the database's threads, and hands back answers and events once what
/// they tell of is stored. Belongs to one thread (the I/O thread), on which all functions are called and all
/// callbacks run; never from inside submit() unless the request is refused at once.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// Opens the database, brings it up to date and keeps other servers off it. Errors: Internal, with a message for
    /// the person who starts the server.
    static Result<std::unique_ptr<Desk>> open(const StorageSettings &storage, const Clock &clock,
                                              const DeskOptions &options = {});
    ~Desk() override;

    /// `done` is called once. Errors of its reply: those of the operation, and Busy, TooManyRequests, StorageFull,
    /// ShuttingDown.
    void submit(const Caller &caller, api::Command command, std::function<void(Reply)> done);

    /// Whose token it is: a session's, or a web token that stands for one. Errors: InvalidToken.
    void authenticate(const QString &token, const QByteArray &address, std::function<void(Result<Caller>)> done);
    /// Lets a visitor in: the one whose token or userId it is, or without either a new one.
    /// Errors: InvalidToken, VisitorTokenRequired.
    void admitVisitor(const std::optional<QString> &token, const VisitorHandler::Introduction &words,
                      const QByteArray &address, std::function<void(Result<AdmittedVisitor>)> done);

    /// The session's token that a web token stands for; any other token as it is. Nothing for a web token that is not
    /// ours, or too old.
    std::optional<QString> sessionTokenOf(const QString &token) const;
    const WebTokens &webTokens() const { return m_webTokens; }
    const QString &identitySecret() const { return m_identitySecret; }
    Aliases &aliases() { return m_aliases; }
    const Aliases &aliases() const { return m_aliases; }

    /// Counts a request that is done by perform(). Errors: TooManyRequests.
    Result<Nothing> allow(const Caller &caller) { return m_rateLimits.take(caller); }

    /// A connection begins or ends to act as this caller; in pairs. Strangers do not count.
    void connected(const Caller &caller);
    void disconnected(const Caller &caller);

    /// Who is given the events, in order and after the commit.
    void setPublisher(Bus::Receive publisher) { m_bus->setReceiver(std::move(publisher)); }
    /// Who closes the connections of sessions that were ended, here or by the command line.
    void setSessionsEnded(std::function<void(const QList<SessionId> &)> ended) { m_sessionsEnded = std::move(ended); }

    /// Does now what is due because time has passed, which it otherwise looks for once a second.
    void makeRounds(std::function<void()> done = {}) { m_rounds.make(std::move(done)); }

    /// Counts wrong passwords, wherever they are given.
    LoginThrottle &loginThrottle() { return m_loginThrottle; }

    /// How the last commit went, for health checks.
    Worker::State storageState() const { return m_worker.state(); }
    /// Removes what the settings keep no longer; it happens by itself too.
    void sweep();
    /// Does all that is queued and hands out its answers; what comes later is answered ShuttingDown.
    void stop();

    /// Runs handlers as a request that is no command of the API.
    template <class T>
    void perform(api::Effect effect, const Caller &caller, typename RequestJob<T>::Work work,
                 typename RequestJob<T>::Done done)
    {
        enqueue(effect, std::make_unique<RequestJob<T>>(m_surroundings, caller, std::move(work), std::move(done)));
    }

private:
    Desk(const StorageSettings &storage, const Clock &clock, const DeskOptions &options, std::optional<LockFile> lock);
    Result<Nothing> start(const QString &apiKey);
    void enqueue(api::Effect effect, std::unique_ptr<DeskJob> job);
    void deliver(Jobs jobs);
    void announce(const Caller &caller, PresenceService::Change change);
    void watchSessions();

    std::optional<LockFile> m_lock; // SQLite only
    PresenceService m_presence;
    TypingService m_typing;
    const Surroundings m_surroundings;
    RateLimits m_rateLimits;
    LoginThrottle m_loginThrottle;
    const WebTokens m_webTokens;
    const QString m_identitySecret;
    Aliases m_aliases;
    std::unique_ptr<Bus> m_bus;
    std::function<void(const QList<SessionId> &)> m_sessionsEnded;
    QHash<SessionId, int> m_liveSessions; // of operators: connections of each
    QTimer m_watch;
    bool m_stopped = false;
    Deliveries m_deliveries; // outlives the threads that fill it
    Worker m_worker;
    Readers m_readers;
    std::unique_ptr<LoginService> m_login;
    std::unique_ptr<AccountService> m_accounts;
    std::unique_ptr<RetentionService> m_retention;
    RoundsService m_rounds;
};

} // namespace deskbell::server
