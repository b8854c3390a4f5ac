#pragma once

#include "shared/clock.h"
#include "shared/result.h"

#include <QHash>
#include <QList>

namespace deskbell::server {

/// How many wrong passwords are borne.
struct LoginLimits
{
    int perAccount = 5;
    int perAddress = 20;
    qint64 windowMs = 15 * 60 * 1000;
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

    qint64 waitFor(Failures &failures, int limit, qint64 now) const;
    void prune(qint64 now);

    const Clock &m_clock;
    const LoginLimits m_limits;
    QHash<QString, Failures> m_accounts;
    QHash<QByteArray, Failures> m_addresses;
    qint64 m_pruneAtMs = 0;
};

} // namespace deskbell::server
