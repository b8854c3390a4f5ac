#include "server/socketio/socket.h"

#include "server/socketio/connection.h"
#include "server/socketio/namespace.h"
#include "shared/socketio/attachments.h"

namespace deskbell::server::socketio {

using deskbell::socketio::Head;
using deskbell::socketio::Packet;
using deskbell::socketio::PacketType;

/// A request that waits for its answer.
struct Socket::Pending
{
    Answer answer;
    engineio::Deadline timeout;
};

Socket::Socket(QByteArray id, QByteArray pid, Namespace &nsp, Connection &connection,
               std::shared_ptr<const json::Document> auth)
    : m_id(std::move(id)), m_pid(std::move(pid)), m_namespace(nsp), m_connection(&connection), m_auth(std::move(auth))
{
}

Socket::~Socket() = default;

const HttpRequest &Socket::handshake() const
{
    static const HttpRequest none;
    return m_connection ? m_connection->handshake() : none;
}

void Socket::emitEvent(QByteArrayView name, QByteArrayView jsonArguments, Delivery delivery)
{
    if (m_state != State::Connected)
        return;
    m_namespace.emitEvent({{m_id}, {}}, name, jsonArguments, delivery);
}

Result<Nothing> Socket::emitEvent(const QString &name, const QCborArray &arguments, Delivery delivery)
{
    if (m_state != State::Connected)
        return Nothing{};
    return m_namespace.emitEvent({{m_id}, {}}, name, arguments, delivery);
}

void Socket::request(QByteArrayView name, QByteArrayView jsonArguments, qint64 timeoutMs, Answer answer)
{
    if (m_state != State::Connected) {
        answer(Error(ErrorCode::Disconnected));
        return;
    }
    const quint64 id = m_nextRequest++;
    auto pending = std::unique_ptr<Pending>(
        new Pending{std::move(answer), {m_connection->deadlines(), [this, id] { timeOut(id); }}});
    pending->timeout.setIn(timeoutMs);
    m_pending.emplace(id, std::move(pending));
    const Head head{PacketType::Event, m_namespace.name(), id};
    send(WirePacket::of(deskbell::socketio::encodeEvent(head, name, jsonArguments)), Delivery::Reliable);
}

void Socket::join(const QByteArray &room)
{
    if (m_state != State::Gone)
        m_namespace.m_rooms.join(this, room);
}

void Socket::leave(const QByteArray &room)
{
    m_namespace.m_rooms.leave(this, room);
}

QSet<QByteArray> Socket::rooms() const
{
    return m_namespace.m_rooms.of(const_cast<Socket *>(this));
}

void Socket::hastenHeartbeat(engineio::Timings timings)
{
    if (m_connection)
        m_connection->hastenHeartbeat(timings);
}

void Socket::close(Reach reach)
{
    if (m_state == State::Connected)
        m_connection->closeSocket(*this, reach);
}

void Socket::send(const WirePacket &packet, Delivery delivery)
{
    if (m_connection)
        m_connection->send(packet, delivery);
}

void Socket::receive(Packet packet)
{
    if (packet.type == PacketType::Ack) {
        receiveAnswer(packet);
        return;
    }
    if (!m_eventHandler)
        return;
    const json::Value name = packet.data().at(0);
    Incoming incoming{name.isString() ? name.toUtf8().toByteArray() : name.toJson(), std::move(packet.payload),
                      std::move(packet.attachments), packet.id ? Ack(this, *packet.id) : Ack()};
    m_eventHandler(incoming);
}

void Socket::receiveAnswer(const Packet &packet)
{
    if (!packet.id || packet.data().isMissing())
        return;
    const auto pending = m_pending.extract(*packet.id);
    if (!pending.empty())
        pending.mapped()->answer(packet);
}

void Socket::acknowledge(quint64 id, QByteArrayView jsonArguments)
{
    send(WirePacket::of(deskbell::socketio::encodeAck(m_namespace.name(), id, jsonArguments)), Delivery::Reliable);
}

Result<Nothing> Socket::acknowledge(quint64 id, const QCborArray &arguments)
{
    const auto encoded = encode(Head{PacketType::Ack, m_namespace.name(), id}, arguments);
    if (!encoded)
        return encoded.error();
    send(WirePacket::of(*encoded), Delivery::Reliable);
    return Nothing{};
}

void Socket::timeOut(quint64 id)
{
    const auto pending = m_pending.extract(id);
    if (!pending.empty())
        pending.mapped()->answer(Error(ErrorCode::Busy, QStringLiteral("operation has timed out")));
}

void Socket::becomeConnected()
{
    m_state = State::Connected;
}

void Socket::becomeGone(const QByteArray &reason)
{
    const bool wasConnected = m_state == State::Connected;
    if (wasConnected) {
        Q_EMIT disconnecting(reason);
        m_namespace.remove(*this, reason);
    } else {
        m_namespace.m_rooms.leaveAll(this);
    }
    m_state = State::Gone;
    m_connection = nullptr;
    deleteLater();
    for (const auto pending = std::move(m_pending); const auto &[id, each] : pending)
        each->answer(Error(ErrorCode::Disconnected));
    if (wasConnected)
        Q_EMIT disconnected(reason);
}

} // namespace deskbell::server::socketio
