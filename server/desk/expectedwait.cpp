#include "server/desk/expectedwait.h"

#include <algorithm>

namespace deskbell::server {

namespace {

/// Enough for the slowest of several departments to be among them.
constexpr int looksBack = 500;

std::optional<qint64> medianOf(QList<qint64> waits)
{
    if (waits.size() < ExpectedWait::fewest)
        return {};
    const auto middle = waits.begin() + waits.size() / 2;
    std::nth_element(waits.begin(), middle, waits.end());
    return *middle;
}

} // namespace

ExpectedWait::ExpectedWait(const QList<PastWait> &newestFirst)
{
    QHash<DepartmentId, QList<qint64>> waits;
    const auto add = [&waits](const DepartmentId &line, qint64 ms) {
        if (waits[line].size() < most)
            waits[line].append(ms);
    };
    for (const PastWait &wait : newestFirst) {
        const qint64 ms = std::max<qint64>(0, wait.claimedAt.ms - wait.createdAt.ms);
        add(DepartmentId(), ms);
        if (wait.departmentId)
            add(*wait.departmentId, ms);
    }
    for (auto line = waits.cbegin(); line != waits.cend(); ++line)
        if (const auto median = medianOf(line.value()))
            m_mediansMs.insert(line.key(), *median);
}

ExpectedWait ExpectedWait::from(QueueStore &store, Timestamp now)
{
    return ExpectedWait(store.waitsSince(Timestamp{now.ms - recentMs}, looksBack));
}

std::optional<int> ExpectedWait::secondsFor(const WaitingChat &chat, Timestamp now) const
{
    auto median = m_mediansMs.constFind(chat.departmentId.value_or(DepartmentId()));
    if (median == m_mediansMs.cend())
        median = m_mediansMs.constFind(DepartmentId());
    if (median == m_mediansMs.cend())
        return {};
    const qint64 leftMs = *median - (now.ms - chat.createdAt.ms);
    if (leftMs <= 0)
        return {};
    return int((leftMs + 999) / 1'000);
}

} // namespace deskbell::server
