#include "server/socketio/recovery.h"

#include "server/engineio/randomid.h"

#include <algorithm>

namespace deskbell::server::socketio {

namespace {

constexpr int offsetNumberBase = 36;

} // namespace

bool Audience::includes(const QByteArray &socketId, const QSet<QByteArray> &socketRooms) const
{
    const auto isIn = [&](const QByteArray &room) { return room == socketId || socketRooms.contains(room); };
    return (rooms.isEmpty() || std::any_of(rooms.begin(), rooms.end(), isIn))
        && std::none_of(except.begin(), except.end(), isIn);
}

Recovery::Recovery(const RecoveryOptions &options, engineio::DeadlineQueue &queue)
    : m_options(options), m_queue(queue), m_epoch(engineio::randomId().first(6) + '.'),
      m_purge(queue, [this] { purge(); })
{
}

QByteArray Recovery::nextOffset() const
{
    return m_epoch + QByteArray::number(nextPacket(), offsetNumberBase);
}

void Recovery::log(const WirePacket &packet, const Audience &audience)
{
    m_log.push_back({packet, audience, m_queue.now()});
    purge();
}

void Recovery::keep(RecoverableSession session)
{
    const qint64 until = m_queue.now() + m_options.maxDisconnectionMs;
    const QByteArray pid = session.pid;
    m_sessions.insert(pid, {std::move(session), until});
    m_expiries.emplace_back(until, pid);
    purge();
}

std::optional<Recovery::Restored> Recovery::restore(const QByteArray &pid, const std::optional<QByteArray> &offset)
{
    purge();
    const auto kept = m_sessions.constFind(pid);
    if (kept == m_sessions.constEnd())
        return std::nullopt;
    const auto first = offset ? packetAfter(*offset) : kept->session.firstPacket;
    if (!first || *first < m_firstPacket)
        return std::nullopt;
    Restored restored{kept->session, {}};
    for (auto packet = m_log.begin() + qint64(*first - m_firstPacket); packet != m_log.end(); ++packet) {
        if (packet->audience.includes(restored.session.sid, restored.session.rooms))
            restored.missed.append(packet->packet);
    }
    if (restored.missed.size() > m_options.maxMissed)
        return std::nullopt;
    m_sessions.erase(kept);
    return restored;
}

std::optional<quint64> Recovery::packetAfter(const QByteArray &offset) const
{
    if (!offset.startsWith(m_epoch))
        return std::nullopt;
    bool isNumber = false;
    const quint64 number = offset.sliced(m_epoch.size()).toULongLong(&isNumber, offsetNumberBase);
    if (!isNumber || number >= nextPacket())
        return std::nullopt;
    return number + 1;
}

void Recovery::purge()
{
    const qint64 now = m_queue.now();
    while (
        !m_log.empty()
        && (qsizetype(m_log.size()) > m_options.maxPackets || m_log.front().at + m_options.maxDisconnectionMs < now)) {
        m_log.pop_front();
        ++m_firstPacket;
    }
    while (!m_expiries.empty()
           && (qsizetype(m_expiries.size()) > m_options.maxSessions || m_expiries.front().first < now)) {
        const auto [until, pid] = std::move(m_expiries.front());
        m_expiries.pop_front();
        // Restored and kept again, a session has a later entry too.
        const auto kept = m_sessions.constFind(pid);
        if (kept != m_sessions.constEnd() && kept->until == until)
            m_sessions.erase(kept);
    }
    if (!m_purge.isSet() && (!m_log.empty() || !m_expiries.empty()))
        m_purge.setIn(m_options.maxDisconnectionMs);
}

} // namespace deskbell::server::socketio
