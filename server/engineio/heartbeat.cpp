#include "server/engineio/heartbeat.h"

#include <algorithm>

namespace deskbell::server::engineio {

namespace {

/// When the thread was held up for longer than this, it is not the client who is late: it gets its full time again.
constexpr qint64 heldUpMs = 100;

} // namespace

Heartbeat::Heartbeat(DeadlineQueue &queue, Timings timings, std::function<void()> ping, std::function<void()> lost)
    : m_queue(queue), m_timings(timings), m_ping(std::move(ping)), m_lost(std::move(lost)),
      m_deadline(queue, [this] { due(); })
{
}

void Heartbeat::start()
{
    m_awaitsPong = false;
    m_pingDueAt = m_queue.now() + m_timings.pingIntervalMs;
    m_deadline.setAt(m_pingDueAt);
}

void Heartbeat::hasten(Timings timings)
{
    m_timings.pingIntervalMs = std::min(m_timings.pingIntervalMs, timings.pingIntervalMs);
    m_timings.pingTimeoutMs = std::min(m_timings.pingTimeoutMs, timings.pingTimeoutMs);
    if (m_deadline.isSet() && !m_awaitsPong)
        start();
}

bool Heartbeat::isOverdue() const
{
    return m_deadline.isSet() && m_queue.now() >= m_pingDueAt + m_timings.pingTimeoutMs + (m_awaitsPong ? 0 : heldUpMs);
}

void Heartbeat::due()
{
    const qint64 now = m_queue.now();
    if (!m_awaitsPong) {
        if (now - m_pingDueAt > heldUpMs)
            m_pingDueAt = now;
        m_awaitsPong = true;
        m_deadline.setAt(m_pingDueAt + m_timings.pingTimeoutMs);
        m_ping();
        return;
    }
    const qint64 pongDueAt = m_pingDueAt + m_timings.pingTimeoutMs;
    if (now - pongDueAt > heldUpMs) {
        // The answer may lie unread in the socket: look once more after the sockets have had their turn.
        m_pingDueAt = now + heldUpMs - m_timings.pingTimeoutMs;
        m_deadline.setAt(now + heldUpMs);
        return;
    }
    m_lost();
}

} // namespace deskbell::server::engineio
