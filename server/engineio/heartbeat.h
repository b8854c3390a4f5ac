#pragma once

#include "server/engineio/deadlines.h"
#include "server/engineio/options.h"

namespace deskbell::server::engineio {

/// Pings one client and notices when it no longer answers. The moments are absolute, so that a late timer does not push
/// on all that follow.
class Heartbeat final
{
public:
    Heartbeat(DeadlineQueue &queue, Timings timings, std::function<void()> ping, std::function<void()> lost);

    /// From now on the first ping is due after the interval.
    void start();
    /// Counts for the next ping, and never slows down: clients answer whenever they are pinged, but leave when they are
    /// not pinged as often as the handshake announced.
    void hasten(Timings timings);
    void stop() { m_deadline.clear(); }
    void pongReceived() { start(); }
    /// Whether the answer is overdue, even if the timer has not come round to it yet.
    bool isOverdue() const;

private:
    void due();

    DeadlineQueue &m_queue;
    Timings m_timings;
    const std::function<void()> m_ping;
    const std::function<void()> m_lost;
    bool m_awaitsPong = false;
    qint64 m_pingDueAt = 0; // when the ping is or was due
    Deadline m_deadline; // for the next ping or, while m_awaitsPong, for its answer
};

} // namespace deskbell::server::engineio
