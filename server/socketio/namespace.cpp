#include "server/socketio/namespace.h"

#include "server/socketio/connection.h"
#include "shared/socketio/attachments.h"

#include <algorithm>
#include <array>

namespace deskbell::server::socketio {

using deskbell::socketio::Head;
using deskbell::socketio::PacketType;

namespace {

/// Whether a client that left so may come back for its session.
bool isRecoverable(const QByteArray &reason)
{
    static const std::array<QByteArrayView, 7> reasons = {
        "transport error",      "transport close",     "forced close", "ping timeout",
        "server shutting down", "forced server close", "slow consumer"};
    return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

} // namespace

Namespace::Namespace(QByteArray name, const Options &options, engineio::DeadlineQueue &queue)
    : m_name(std::move(name)),
      m_recovery(options.recovery ? std::make_unique<Recovery>(*options.recovery, queue) : nullptr)
{
}

Namespace::~Namespace() = default;

void Namespace::emitEvent(const Audience &audience, QByteArrayView name, QByteArrayView jsonArguments,
                          Delivery delivery)
{
    Q_ASSERT(!deskbell::socketio::isReservedEvent(name));
    const Head head{PacketType::Event, m_name};
    if (!m_recovery || delivery == Delivery::Volatile) {
        deliver(audience, WirePacket::of(encodeEvent(head, name, jsonArguments)), delivery);
        return;
    }
    QByteArray arguments = jsonArguments.toByteArray();
    arguments += (arguments.isEmpty() ? "\"" : ",\"") + m_recovery->nextOffset() + '"';
    const WirePacket packet = WirePacket::of(encodeEvent(head, name, arguments));
    m_recovery->log(packet, audience);
    deliver(audience, packet, delivery);
}

Result<Nothing> Namespace::emitEvent(const Audience &audience, const QString &name, const QCborArray &arguments,
                                     Delivery delivery)
{
    Q_ASSERT(!deskbell::socketio::isReservedEvent(name.toUtf8()));
    QCborArray all = arguments;
    all.prepend(name);
    const bool logged = m_recovery && delivery == Delivery::Reliable;
    if (logged)
        all.append(QString::fromLatin1(m_recovery->nextOffset()));
    const auto encoded = encode(Head{PacketType::Event, m_name}, all);
    if (!encoded)
        return encoded.error();
    const WirePacket packet = WirePacket::of(*encoded);
    if (logged)
        m_recovery->log(packet, audience);
    deliver(audience, packet, delivery);
    return Nothing{};
}

void Namespace::deliver(const Audience &audience, const WirePacket &packet, Delivery delivery)
{
    // Copies: whoever cannot keep up leaves while we go through them.
    if (audience.rooms.isEmpty()) {
        deliverTo(QList<Socket *>(m_sockets.cbegin(), m_sockets.cend()), audience.except, packet, delivery);
    } else if (audience.rooms.size() == 1) {
        deliverTo(membersOf(audience.rooms.first()), audience.except, packet, delivery);
    } else {
        QSet<Socket *> members; // each once, whatever number of the rooms it is in
        for (const QByteArray &room : audience.rooms)
            members.unite(membersOf(room));
        deliverTo(members, audience.except, packet, delivery);
    }
}

template <class Sockets>
void Namespace::deliverTo(const Sockets &sockets, const QByteArrayList &except, const WirePacket &packet,
                          Delivery delivery)
{
    const auto isSpared = [&](Socket *socket) {
        return std::any_of(except.begin(), except.end(), [&](const QByteArray &room) {
            return room == socket->id() || m_rooms.of(socket).contains(room);
        });
    };
    for (Socket *socket : sockets) {
        if (socket->isConnected() && !isSpared(socket))
            socket->send(packet, delivery);
    }
}

QSet<Socket *> Namespace::membersOf(const QByteArray &room) const
{
    if (Socket *socket = m_sockets.value(room))
        return {socket};
    return m_rooms.in(room);
}

void Namespace::add(Socket &socket)
{
    m_sockets.insert(socket.id(), &socket);
    if (!m_recovery)
        return;
    m_byPid.insert(socket.m_pid, &socket);
    if (!socket.isRecovered())
        socket.m_firstPacket = m_recovery->nextPacket();
}

void Namespace::remove(Socket &socket, const QByteArray &reason)
{
    m_sockets.remove(socket.id());
    m_byPid.remove(socket.m_pid);
    if (m_recovery && isRecoverable(reason))
        m_recovery->keep({socket.id(), socket.m_pid, socket.rooms(), socket.data(), socket.m_firstPacket});
    m_rooms.leaveAll(&socket);
}

std::optional<Recovery::Restored> Namespace::restore(const QByteArray &pid, const std::optional<QByteArray> &offset)
{
    if (!m_recovery)
        return std::nullopt;
    // The old connection may be half dead without our knowing; the one that speaks is the one that counts.
    if (Socket *old = m_byPid.value(pid))
        old->m_connection->abandon();
    return m_recovery->restore(pid, offset);
}

} // namespace deskbell::server::socketio
