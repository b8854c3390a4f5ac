#include "server/socketio/connection.h"

#include "server/engineio/randomid.h"
#include "server/socketio/namespace.h"
#include "server/socketio/server.h"

namespace deskbell::server::socketio {

using deskbell::socketio::Head;
using deskbell::socketio::Packet;
using deskbell::socketio::PacketType;

namespace {

/// The payload of a successful CONNECT. Without recovery it has exactly one key.
QByteArray welcome(const QByteArray &sid, const QByteArray &pid)
{
    return "{\"sid\":\"" + sid + (pid.isEmpty() ? QByteArray() : "\",\"pid\":\"" + pid) + "\"}";
}

} // namespace

Connection::Connection(engineio::Session *session, Server &server)
    : m_session(session), m_handshake(session->handshake()), m_server(server),
      m_connectTimeout(server.deadlines(), [this] { violation(QStringLiteral("no namespace joined in time")); })
{
    connect(session, &engineio::Session::textReceived, this,
            [this](const QByteArray &text) { take(m_decoder.addText(text)); });
    connect(session, &engineio::Session::binaryReceived, this,
            [this](const QByteArray &bytes) { take(m_decoder.addBinary(bytes)); });
    connect(session, &engineio::Session::closed, this, &Connection::sessionClosed);
    m_connectTimeout.setIn(server.options().connectTimeoutMs);
}

Connection::~Connection()
{
    qDeleteAll(m_sockets);
}

const HttpRequest &Connection::handshake() const
{
    return m_handshake;
}

engineio::DeadlineQueue &Connection::deadlines() const
{
    return m_server.deadlines();
}

// --- receiving

void Connection::take(Result<std::optional<Packet>> packet)
{
    if (!packet)
        violation(packet.error().message);
    else if (*packet)
        dispatch(std::move(**packet));
}

void Connection::dispatch(Packet packet)
{
    if (packet.type == PacketType::Connect) {
        connectTo(packet);
        return;
    }
    Socket *socket = m_sockets.value(packet.nsp);
    if (!socket && m_left.contains(packet.nsp))
        return;
    const bool isLeaving = socket && packet.type == PacketType::Disconnect;
    if (isLeaving)
        drop(packet.nsp, "client namespace disconnect");
    else if (!socket || !socket->isConnected() || packet.type == PacketType::ConnectError)
        violation(QStringLiteral("invalid state"));
    else
        socket->receive(std::move(packet));
}

void Connection::connectTo(const Packet &packet)
{
    if (m_sockets.contains(packet.nsp)) {
        violation(QStringLiteral("invalid state"));
        return;
    }
    Namespace *nsp = m_server.find(packet.nsp);
    if (!nsp) {
        refuse(packet.nsp, {QStringLiteral("Invalid namespace")});
        return;
    }
    const auto auth = packet.payload ? packet.payload : m_server.emptyAuth();
    if (recover(*nsp, auth))
        return;
    const QByteArray pid = m_server.options().recovery ? engineio::randomId() : QByteArray();
    auto *socket = new Socket(engineio::randomId(), pid, *nsp, *this, auth);
    m_sockets.insert(nsp->name(), socket);
    runMiddleware(*socket, 0);
}

bool Connection::recover(Namespace &nsp, const std::shared_ptr<const json::Document> &auth)
{
    const json::Value pid = auth->root().member("pid");
    const json::Value offset = auth->root().member("offset");
    if (!pid.isString() || !(offset.isString() || offset.isMissing()))
        return false;
    const auto after = offset.isString() ? std::optional(offset.toUtf8().toByteArray()) : std::nullopt;
    const auto restored = nsp.restore(pid.toUtf8().toByteArray(), after);
    if (!restored || !m_session)
        return false;
    const RecoverableSession &session = restored->session;
    auto *socket = new Socket(session.sid, session.pid, nsp, *this, auth);
    socket->m_recovered = true;
    socket->m_firstPacket = session.firstPacket;
    socket->setData(session.data);
    for (const QByteArray &room : session.rooms)
        socket->join(room);
    m_sockets.insert(nsp.name(), socket);
    // Before the answer to CONNECT, as the reference does; the stock client delivers them once it has that.
    for (const WirePacket &packet : restored->missed)
        packet.sendTo(*m_session);
    admit(*socket);
    return true;
}

// --- joining

void Connection::runMiddleware(Socket &socket, qsizetype index)
{
    const Namespace &nsp = socket.nsp();
    if (index == nsp.m_middlewares.size()) {
        admit(socket);
        return;
    }
    auto next = [self = QPointer(this), target = QPointer(&socket), index,
                 called = std::make_shared<bool>(false)](const std::optional<ConnectError> &error) {
        if (std::exchange(*called, true) || !self || !target || target->m_state != Socket::State::Joining)
            return;
        if (!error) {
            self->runMiddleware(*target, index + 1);
            return;
        }
        const QByteArray name = target->nsp().name();
        self->drop(name, {});
        self->refuse(name, *error);
    };
    nsp.m_middlewares.at(index)(socket, next);
}

void Connection::admit(Socket &socket)
{
    m_connectTimeout.clear();
    m_left.remove(socket.nsp().name());
    sendText(
        deskbell::socketio::encode(Head{PacketType::Connect, socket.nsp().name()}, welcome(socket.id(), socket.m_pid)));
    if (!m_sockets.contains(socket.nsp().name()))
        return; // sending it was too much for the client
    socket.becomeConnected();
    socket.nsp().add(socket);
    for (const auto &handler : std::as_const(socket.nsp().m_connectionHandlers)) {
        if (socket.isConnected())
            handler(socket);
    }
}

void Connection::refuse(const QByteArray &nsp, const ConnectError &error)
{
    QByteArray payload;
    json::Writer writer(payload);
    writer.beginObject();
    writer.key("message");
    writer.string(error.message);
    if (!error.data.isEmpty()) {
        writer.key("data");
        writer.raw(error.data);
    }
    writer.endObject();
    sendText(deskbell::socketio::encode(Head{PacketType::ConnectError, nsp}, payload));
}

// --- sending

void Connection::send(const WirePacket &packet, Delivery delivery)
{
    if (m_session && (delivery == Delivery::Reliable || m_session->isWritable()))
        packet.sendTo(*m_session);
}

void Connection::sendText(QByteArrayView text)
{
    if (m_session)
        m_session->send(engineio::OutgoingMessage::text(text));
}

// --- leaving

void Connection::hastenHeartbeat(engineio::Timings timings)
{
    if (m_session)
        m_session->hastenHeartbeat(timings);
}

void Connection::closeSocket(Socket &socket, Reach reach)
{
    const QByteArray reason = "server namespace disconnect";
    const QByteArrayList names = reach == Reach::Connection ? m_sockets.keys() : QByteArrayList{socket.nsp().name()};
    for (const QByteArray &name : names) {
        sendText(deskbell::socketio::encode(Head{PacketType::Disconnect, name}, {}));
        m_left.insert(name);
        drop(name, reason);
    }
    if (reach == Reach::Connection && m_session)
        m_session->close();
}

void Connection::abandon()
{
    if (m_session)
        m_session->close(engineio::CloseReason::TransportError);
}

void Connection::drop(const QByteArray &nsp, const QByteArray &reason)
{
    if (Socket *socket = m_sockets.take(nsp))
        socket->becomeGone(reason);
}

void Connection::violation(const QString &what)
{
    // Control frames of a WebSocket are short.
    constexpr qsizetype longest = 100;
    if (m_session)
        m_session->close(engineio::CloseReason::ForcedClose, what.left(longest));
}

void Connection::sessionClosed(engineio::CloseReason reason)
{
    m_session.clear();
    m_connectTimeout.clear();
    const QByteArray text(toText(reason).data());
    const QByteArrayList names = m_sockets.keys();
    for (const QByteArray &name : names)
        drop(name, text);
    m_server.forget(this);
}

} // namespace deskbell::server::socketio
