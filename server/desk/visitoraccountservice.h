#pragma once

#include "server/desk/desk.h"

namespace deskbell::server {

/// Visitors with a password: registers them and signs them in. Operators who give their address here are signed in as
/// what they are. Of the I/O thread.
class VisitorAccountService : public QObject
{
    Q_OBJECT

public:
    VisitorAccountService(Desk &desk, const Clock &clock, const DeskOptions &options);
    ~VisitorAccountService() override;

    struct Registration
    {
        QString name;
        QString email;
        QString password;
    };
    struct SignedIn
    {
        Caller caller;
        QString token; ///< The session's secret.
        QString email;
    };
    using Done = std::function<void(const Result<SignedIn> &)>;

    /// Errors: InvalidRequest, OperatorExists (for any account with this address).
    void registerVisitor(const Caller &caller, const Registration &registration, Done done);
    /// Errors: InvalidCredentials, for a wrong password and an unknown address alike; TooManyRequests.
    void logIn(const Caller &caller, const QString &email, const QString &password, Done done);

private:
    void logInOperator(const Caller &caller, const QString &email, const QString &password, const Done &done);
    void logInVisitor(const Caller &caller, const VisitorId &visitor, const QString &email, const Done &done);

    Desk &m_desk;
    LoginThrottle &m_throttle;
    const bool m_isLimited;
    RateLimiter m_registrations; // by address
    Passwords m_passwords;
    QThreadPool m_hashing;
};

} // namespace deskbell::server
