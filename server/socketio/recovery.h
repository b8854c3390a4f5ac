#pragma once

#include "server/engineio/deadlines.h"
#include "server/socketio/options.h"
#include "server/socketio/wirepacket.h"

#include <QHash>
#include <QSet>
#include <QVariant>

#include <deque>

namespace deskbell::server::socketio {

/// Whom a packet is for: the sockets in any of the rooms (no rooms: all) but in none of `except`.
/// Each socket is in a room of its own, named by its id.
struct Audience
{
    QByteArrayList rooms{};
    QByteArrayList except{};

    bool includes(const QByteArray &socketId, const QSet<QByteArray> &socketRooms) const;
};

/// What makes up a socket's state, for when its client comes back.
struct RecoverableSession
{
    QByteArray sid;
    QByteArray pid; ///< Secret: whoever knows it can take the session over.
    QSet<QByteArray> rooms{};
    QVariant data{};
    quint64 firstPacket = 0; ///< The log's next packet when the session began.
};

/// Connection state recovery of one namespace: a log of what was sent, and the sessions that may come back for it.
/// Bounded by age and by count.
class Recovery final
{
public:
    /// `queue` outlives this.
    Recovery(const RecoveryOptions &options, engineio::DeadlineQueue &queue);

    /// The offset of the packet that is logged next.
    QByteArray nextOffset() const;
    quint64 nextPacket() const { return m_firstPacket + m_log.size(); }
    void log(const WirePacket &packet, const Audience &audience);

    /// Keeps the session of a client that may come back.
    void keep(RecoverableSession session);

    struct Restored
    {
        RecoverableSession session;
        QList<WirePacket> missed;
    };
    /// Takes the session of this secret, if it is there and all that came after `offset` is still known. Without an
    /// offset everything since the session's beginning counts as missed. A session is restored once.
    std::optional<Restored> restore(const QByteArray &pid, const std::optional<QByteArray> &offset);

private:
    struct Logged
    {
        WirePacket packet;
        Audience audience;
        qint64 at = 0;
    };
    struct Kept
    {
        RecoverableSession session;
        qint64 until = 0;
    };

    std::optional<quint64> packetAfter(const QByteArray &offset) const;
    void purge();

    const RecoveryOptions m_options;
    engineio::DeadlineQueue &m_queue;
    const QByteArray m_epoch; // begins every offset, so that those of an earlier run are not taken for ours
    std::deque<Logged> m_log; // oldest first
    quint64 m_firstPacket = 0; // number of the log's first packet
    QHash<QByteArray, Kept> m_sessions; // by pid
    std::deque<std::pair<qint64, QByteArray>> m_expiries; // of m_sessions and of those restored since, oldest first
    engineio::Deadline m_purge; // set while anything is kept
};

} // namespace deskbell::server::socketio
