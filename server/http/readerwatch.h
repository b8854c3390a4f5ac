#pragma once

#include "server/http/limits.h"

namespace deskbell::server {

/// Notices a client that does not read its answer: in each window of time what waits has to shrink by so much.
class ReaderWatch final
{
public:
    /// `limits` outlives this.
    explicit ReaderWatch(const HttpLimits &limits) : m_limits(limits) { }

    void sent(qint64 bytes) { m_sent += bytes; }
    /// Whether it has had its time; called every so often with what waits to be sent.
    bool isTooSlow(qint64 waitingBytes, qint64 nowMs)
    {
        if (waitingBytes == 0) {
            m_deadlineMs = 0;
            return false;
        }
        if (m_deadlineMs != 0 && nowMs < m_deadlineMs)
            return false;
        const qint64 expected = qint64(m_limits.readerBytesPerSecond) * m_limits.readerWindowMs / 1000;
        const bool slow = m_deadlineMs != 0 && m_sent < expected;
        m_deadlineMs = nowMs + m_limits.readerWindowMs;
        m_sent = 0;
        return slow;
    }

private:
    const HttpLimits &m_limits;
    qint64 m_deadlineMs = 0; ///< Monotonic; 0: nothing waits to be sent.
    qint64 m_sent = 0; ///< Bytes that went out in this window.
};

} // namespace deskbell::server
