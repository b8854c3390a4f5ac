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
    if (audience.rooms.size() == 1 && audience.except.isEmpty()) {
        deliverToOne(audience.rooms.first(), packet, delivery);
        return;
    }
    // A copy: whoever cannot keep up leaves while we go through it.
    const auto sockets = m_sockets;
    for (Socket *socket : sockets) {
        if (audience.rooms.isEmpty() && audience.except.isEmpty())
            socket->send(packet, delivery);
        else if (audience.includes(socket->id(), m_rooms.of(socket)))
            socket->send(packet, delivery);
    }
}

void Namespace::deliverToOne(const QByteArray &room, const WirePacket &packet, Delivery delivery)
{
    if (Socket *socket = m_sockets.value(room)) {
        socket->send(packet, delivery);
        return;
    }
    const QSet<Socket *> members = m_rooms.in(room);
    for (Socket *socket : members) {
        if (socket->isConnected())
            socket->send(packet, delivery);
    }
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
