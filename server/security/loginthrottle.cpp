#include "server/security/loginthrottle.h"

namespace deskbell::server {

qint64 LoginThrottle::waitFor(Failures &failures, int limit, qint64 now) const
{
    while (!failures.isEmpty() && failures.first() + m_limits.windowMs <= now)
        failures.removeFirst();
    if (failures.size() < limit)
        return 0;
    return failures.at(failures.size() - limit) + m_limits.windowMs - now;
}

Result<Nothing> LoginThrottle::begin(const QString &account, const QByteArray &address)
{
    if (!m_limits.enabled)
        return Nothing{};
    const qint64 now = m_clock.monotonicMs();
    prune(now);
    Failures &ofAccount = m_accounts[account];
    Failures &ofAddress = m_addresses[address];
    const qint64 wait =
        std::max(waitFor(ofAccount, m_limits.perAccount, now), waitFor(ofAddress, m_limits.perAddress, now));
    if (wait > 0) {
        Error error(ErrorCode::TooManyRequests);
        error.retryAfterSeconds = int((wait + 999) / 1000);
        return error;
    }
    ofAccount.append(now);
    ofAddress.append(now);
    return Nothing{};
}

void LoginThrottle::succeeded(const QString &account, const QByteArray &address)
{
    m_accounts.remove(account);
    withdraw(account, address);
}

void LoginThrottle::withdraw(const QString &account, const QByteArray &address)
{
    const auto dropLast = [](auto &table, const auto &key) {
        const auto found = table.find(key);
        if (found != table.end() && !found->isEmpty())
            found->removeLast();
    };
    dropLast(m_accounts, account);
    dropLast(m_addresses, address);
}

void LoginThrottle::prune(qint64 now)
{
    if (now < m_pruneAtMs)
        return;
    m_pruneAtMs = now + m_limits.windowMs / 15;
    const auto isOver = [&](const auto &entry) {
        return entry.value().isEmpty() || entry.value().last() + m_limits.windowMs <= now;
    };
    m_accounts.removeIf(isOver);
    m_addresses.removeIf(isOver);
}

} // namespace deskbell::server
