#pragma once

#include "server/store/queuestore.h"

#include <QHash>

namespace deskbell::server {

/// How long one waits in a line: the median of what the last visitors of the department waited, or of the desk's where
/// the department has had too few. Nothing where both have, and for one who has waited longer than that already.
class ExpectedWait
{
public:
    /// Fewer waits than this say nothing; older ones than these say nothing of today.
    static constexpr int fewest = 5;
    static constexpr int most = 20;
    static constexpr qint64 recentMs = 24LL * 60 * 60 * 1'000;

    explicit ExpectedWait(const QList<PastWait> &newestFirst);
    static ExpectedWait from(QueueStore &store, Timestamp now);

    /// From now on, at least one.
    std::optional<int> secondsFor(const WaitingChat &chat, Timestamp now) const;

private:
    QHash<DepartmentId, qint64> m_mediansMs; // by department; the desk's stands under the null id
};

} // namespace deskbell::server
