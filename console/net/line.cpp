#include "console/net/line.h"

#include "shared/api/reply.h"
#include "shared/engineio/packet.h"

#include <QUrlQuery>

namespace deskbell::console {

namespace {

/// Pages of messages may be long; what is longer than this is no server of ours.
constexpr quint64 mostBytes = 32 * 1024 * 1024;

/// Where Engine.IO lives on that server. The hint asks for the short heartbeat of operators' sessions.
QUrl socketUrl(const QUrl &server)
{
    QUrl url = server;
    url.setScheme(server.scheme() == QStringLiteral("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    QString path = server.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QStringLiteral("/socket.io/"));
    url.setFragment({});
    url.setQuery(QUrlQuery{{QStringLiteral("EIO"), QStringLiteral("4")},
                           {QStringLiteral("transport"), QStringLiteral("websocket")},
                           {QStringLiteral("client"), QStringLiteral("console")}});
    return url;
}

QByteArray enginePacket(engineio::PacketType type, const QByteArray &data = {})
{
    return engineio::encodePacket({type, engineio::Format::Text, data});
}

} // namespace

Line::Line(QByteArray nsp, QObject *parent) : Line(std::move(nsp), Deadlines(), parent)
{
}

Line::Line(QByteArray nsp, Deadlines deadlines, QObject *parent)
    : QObject(parent), m_nsp(std::move(nsp)), m_deadlines(deadlines)
{
    for (QTimer *timer : {&m_openDeadline, &m_silence, &m_answerDeadline})
        timer->setSingleShot(true);
    m_socket.setMaxAllowedIncomingFrameSize(mostBytes);
    m_socket.setMaxAllowedIncomingMessageSize(mostBytes);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Line::takeText);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this] { fail(tr("The server speaks a protocol of its own.")); });
    // Qt 6.4 stays connected after a failed WebSocket handshake, so every error ends the line here.
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { fail(m_socket.errorString()); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { fail(tr("The server closed the connection.")); });
    connect(&m_openDeadline, &QTimer::timeout, this, [this] { fail(tr("The server does not answer.")); });
    connect(&m_silence, &QTimer::timeout, this, [this] { fail(tr("The server has gone silent.")); });
    connect(&m_answerDeadline, &QTimer::timeout, this, &Line::expireRequests);
}

Line::~Line()
{
    // The socket says goodbye in its own destructor, when half of this object has gone.
    QObject::disconnect(&m_socket, nullptr, this, nullptr);
}

void Line::open(const QUrl &server, const QByteArray &auth)
{
    Q_ASSERT(m_stage == Stage::Idle);
    m_stage = Stage::Opening;
    m_auth = auth;
    m_openDeadline.start(int(m_deadlines.open));
    m_socket.open(socketUrl(server));
}

void Line::close()
{
    if (m_stage == Stage::Open)
        send(enginePacket(engineio::PacketType::Message,
                          socketio::encode({socketio::PacketType::Disconnect, m_nsp}, QByteArrayView())));
    if (!end())
        return;
    m_socket.close(); // it may say at once that it is disconnected, which is no news any more
    failRequests();
}

void Line::request(QByteArrayView name, const QByteArray &argument, Reply done)
{
    Q_ASSERT(isOpen());
    const quint64 id = m_nextId++;
    m_pending.insert(id, {QDeadlineTimer(m_deadlines.answer), std::move(done)});
    if (!m_answerDeadline.isActive())
        m_answerDeadline.start(int(m_deadlines.answer));
    send(enginePacket(engineio::PacketType::Message,
                      socketio::encodeEvent({socketio::PacketType::Event, m_nsp, id}, name, argument)));
}

void Line::takeText(const QString &text)
{
    if (m_stage == Stage::Ended)
        return;
    const auto packet = engineio::decodePacket(text.toUtf8());
    if (!packet) {
        fail(tr("The server speaks a protocol of its own."));
        return;
    }
    switch (packet->type) {
    case engineio::PacketType::Open:
        takeHandshake(packet->data);
        return;
    case engineio::PacketType::Ping:
        m_silence.start();
        send(enginePacket(engineio::PacketType::Pong));
        return;
    case engineio::PacketType::Message: {
        auto message = m_decoder.addText(packet->data);
        if (!message)
            fail(message.error().message);
        else if (*message)
            takePacket(**message);
        return;
    }
    case engineio::PacketType::Close:
        fail(tr("The server closed the connection."));
        return;
    case engineio::PacketType::Pong:
    case engineio::PacketType::Upgrade:
    case engineio::PacketType::Noop:
        return;
    }
}

void Line::takeHandshake(QByteArrayView json)
{
    const auto handshake = engineio::decodeHandshake(json);
    if (!handshake) {
        fail(tr("The server's greeting cannot be read."));
        return;
    }
    m_silence.start(int(handshake->pingInterval + handshake->pingTimeout));
    send(enginePacket(engineio::PacketType::Message, socketio::encode({socketio::PacketType::Connect, m_nsp}, m_auth)));
    m_auth.clear(); // it holds a secret
}

void Line::takePacket(const socketio::Packet &packet)
{
    if (packet.nsp != m_nsp)
        return;
    switch (packet.type) {
    case socketio::PacketType::Connect:
        if (m_stage != Stage::Opening)
            return;
        m_openDeadline.stop();
        m_stage = Stage::Open;
        Q_EMIT opened();
        return;
    case socketio::PacketType::ConnectError:
        refuse(packet.data());
        return;
    case socketio::PacketType::Disconnect:
        fail(tr("The server ended the session."));
        return;
    case socketio::PacketType::Event:
        Q_EMIT eventReceived(packet.data().at(0).toUtf8().toByteArray(), packet.data().at(1));
        return;
    case socketio::PacketType::Ack:
        if (const auto pending = m_pending.find(packet.id.value_or(socketio::maxAckId)); pending != m_pending.end()) {
            const Reply done = std::move(pending->done);
            m_pending.erase(pending);
            done(packet.data().at(0));
        }
        return;
    }
}

void Line::refuse(json::Value payload)
{
    Error error = api::decodeError(payload.member("data"));
    const QString said = payload.isString() ? payload.toString() : payload.member("message").toString();
    error.message = said.isEmpty() ? tr("The server refuses the connection.") : said;
    if (!end())
        return;
    m_socket.close();
    failRequests();
    Q_EMIT refused(error);
}

void Line::send(const QByteArray &text)
{
    m_socket.sendTextMessage(QString::fromUtf8(text));
}

void Line::expireRequests()
{
    while (!m_pending.isEmpty() && m_pending.first().deadline.hasExpired()) {
        const Reply done = std::move(m_pending.first().done);
        m_pending.erase(m_pending.begin());
        done(Error(ErrorCode::Disconnected, tr("The server did not answer in time.")));
    }
    if (!m_pending.isEmpty()) // Qt's timers may be early by a little, so never wait for nothing
        m_answerDeadline.start(int(std::max<qint64>(m_pending.first().deadline.remainingTime(), 1)));
}

void Line::fail(const QString &reason)
{
    if (!end())
        return;
    m_socket.abort();
    failRequests();
    Q_EMIT lost(reason);
}

/// False when it had ended before.
bool Line::end()
{
    if (m_stage == Stage::Ended)
        return false;
    m_stage = Stage::Ended;
    for (QTimer *timer : {&m_openDeadline, &m_silence, &m_answerDeadline})
        timer->stop();
    return true;
}

void Line::failRequests()
{
    const auto pending = std::exchange(m_pending, {});
    for (const Pending &each : pending)
        each.done(ErrorCode::Disconnected);
}

} // namespace deskbell::console
