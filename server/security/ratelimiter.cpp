#include "server/security/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace deskbell::server {

namespace {

constexpr qint64 pruneEveryMs = 60'000;

} // namespace

double RateLimiter::levelNow(const Bucket &bucket, qint64 now) const
{
    return std::min(m_rate.burst, bucket.level + m_rate.perSecond * double(now - bucket.atMs) / 1000.0);
}

Result<Nothing> RateLimiter::take(const QByteArray &key)
{
    const qint64 now = m_clock.monotonicMs();
    prune(now);
    auto found = m_buckets.find(key);
    if (found == m_buckets.end())
        found = m_buckets.insert(key, {m_rate.burst, now});
    const double level = levelNow(*found, now);
    if (level < 1) {
        Error error(ErrorCode::TooManyRequests);
        error.retryAfterSeconds = std::max(1, int(std::ceil((1 - level) / m_rate.perSecond)));
        return error;
    }
    *found = {level - 1, now};
    return Nothing{};
}

void RateLimiter::giveBack(const QByteArray &key)
{
    const auto found = m_buckets.find(key);
    if (found != m_buckets.end())
        found->level = std::min(m_rate.burst, found->level + 1);
}

void RateLimiter::prune(qint64 now)
{
    if (now < m_pruneAtMs)
        return;
    m_pruneAtMs = now + pruneEveryMs;
    m_buckets.removeIf([&](const auto &entry) { return levelNow(entry.value(), now) >= m_rate.burst; });
}

} // namespace deskbell::server
