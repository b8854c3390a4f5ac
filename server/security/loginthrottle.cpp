#include "server/security/loginthrottle.h"

#include <algorithm>

namespace deskbell::server {

qint64 LoginThrottle::delayAfter(qsizetype failures, int limit) const
{
    if (failures < limit)
        return 0;
    constexpr qsizetype mostDoublings = 20; // far beyond the longest delay, and far from an overflow
    return std::min(m_limits.longestDelayMs, m_limits.firstDelayMs << std::min(failures - limit, mostDoublings));
}

qint64 LoginThrottle::waitFor(Failures &failures, int limit, qint64 windowMs) const
{
    const qint64 now = m_clock.monotonicMs();
    while (!failures.isEmpty() && failures.first() + windowMs <= now)
        failures.removeFirst();
    return failures.isEmpty() ? 0 : failures.last() + delayAfter(failures.size(), limit) - now;
}

Result<Nothing> LoginThrottle::begin(const QString &account, const QByteArray &address)
{
    if (!m_limits.enabled)
        return Nothing{};
    const qint64 now = m_clock.monotonicMs();
    prune(now);
    Failures &ofAccount = m_accounts[account];
    Failures &ofAddress = m_addresses[address];
    const qint64 wait = std::max(waitFor(ofAccount, m_limits.perAccount, m_limits.accountWindowMs),
                                 waitFor(ofAddress, m_limits.perAddress, m_limits.addressWindowMs));
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
    m_pruneAtMs = now + m_limits.longestDelayMs;
    const auto prune = [now](auto &table, qint64 windowMs) {
        table.removeIf(
            [&](const auto &entry) { return entry.value().isEmpty() || entry.value().last() + windowMs <= now; });
    };
    prune(m_accounts, m_limits.accountWindowMs);
    prune(m_addresses, m_limits.addressWindowMs);
}

} // namespace deskbell::server
