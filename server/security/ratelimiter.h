#pragma once

#include "shared/clock.h"
#include "shared/result.h"

#include <QHash>

namespace deskbell::server {

/// So many at once, and then so many a second.
struct Rate
{
    double burst = 1;
    double perSecond = 1;
};

/// A token bucket for each key: a visitor, an operator, an address. Buckets that are full again are dropped, so
/// that memory follows those who are busy.
class RateLimiter
{
public:
    RateLimiter(const Clock &clock, Rate rate) : m_clock(clock), m_rate(rate) { }

    /// Errors: TooManyRequests, with the seconds until there is room.
    Result<Nothing> take(const QByteArray &key);
    /// What was taken was not used.
    void giveBack(const QByteArray &key);

    qsizetype size() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double level = 0;
        qint64 atMs = 0;
    };
    double levelNow(const Bucket &bucket, qint64 now) const;
    void prune(qint64 now);

    const Clock &m_clock;
    const Rate m_rate;
    QHash<QByteArray, Bucket> m_buckets;
    qint64 m_pruneAtMs = 0;
};

} // namespace deskbell::server
