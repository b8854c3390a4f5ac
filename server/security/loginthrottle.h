#pragma once

#include "shared/clock.h"
#include "shared/result.h"

#include <QHash>
#include <QList>

namespace deskbell::server {

/// How many wrong passwords are borne at once, and how long the next has to wait then: twice as long each time.
struct LoginLimits
{
    int perAccount = 5;
    int perAddress = 20;
    qint64 firstDelayMs = 60'000;
    qint64 longestDelayMs = 15 * 60'000;
    qint64 accountWindowMs = 24LL * 3'600'000; ///< So long a failure counts, unless its account succeeds.
    qint64 addressWindowMs = 3'600'000; ///< Shorter: many people may share an address.
    bool enabled = true;
};

/// Counts failed logins per account and per address. An account that does not exist is counted like any other, so
/// that the answer tells nothing. An attempt counts as failed from its beginning until it has succeeded; a hundred
/// attempts at once are then no way around the limit.
class LoginThrottle
{
public:
    explicit LoginThrottle(const Clock &clock, LoginLimits limits = {}) : m_clock(clock), m_limits(limits) { }

    /// Errors: TooManyRequests, with the seconds until the next attempt.
    Result<Nothing> begin(const QString &account, const QByteArray &address);
    /// The password was right: the account starts anew, and the address gets its attempt back.
    void succeeded(const QString &account, const QByteArray &address);
    /// The attempt came to nothing for a reason of ours: it does not count.
    void withdraw(const QString &account, const QByteArray &address);

private:
    using Failures = QList<qint64>; // times, ascending

    /// How long from now the next attempt has to wait.
    qint64 waitFor(Failures &failures, int limit, qint64 windowMs) const;
    qint64 delayAfter(qsizetype failures, int limit) const;
    void prune(qint64 now);

    const Clock &m_clock;
    const LoginLimits m_limits;
    QHash<QString, Failures> m_accounts;
    QHash<QByteArray, Failures> m_addresses;
    qint64 m_pruneAtMs = 0;
};

} // namespace deskbell::server
