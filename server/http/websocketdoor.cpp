#include "server/http/websocketdoor.h"

#include "server/http/responsewriter.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QWebSocket>

namespace deskbell::server {

namespace {

bool hasToken(const HttpHeaders &headers, QByteArrayView name, QByteArrayView token)
{
    for (const auto &header : headers) {
        if (header.first != name)
            continue;
        const QList<QByteArray> parts = header.second.split(',');
        for (const QByteArray &part : parts) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return key.size() == 24 && decoded && (*decoded).size() == 16;
}

/// Puts bytes before what the socket has read already.
void unread(QTcpSocket *socket, const QByteArray &bytes)
{
    for (auto c = bytes.rbegin(); c != bytes.rend(); ++c)
        socket->ungetChar(*c);
}

HttpResponse badHandshake(const char *message, int status = 400)
{
    return errorResponse(Error(ErrorCode::InvalidRequest, QString::fromLatin1(message)), status);
}

} // namespace

WebSocketDoor::WebSocketDoor(const HttpLimits &limits, const Clock &clock)
    : m_limits(limits), m_clock(clock), m_server(QString(), QWebSocketServer::NonSecureMode)
{
}

bool WebSocketDoor::isUpgrade(const HttpRequest &head)
{
    return hasToken(head.headers, "upgrade", "websocket");
}

std::optional<HttpResponse> WebSocketDoor::checkHandshake(const HttpRequest &head, bool unfit)
{
    if (unfit || head.method != "GET" || headerCount(head.headers, "upgrade") != 1
        || head.header("upgrade").compare("websocket", Qt::CaseInsensitive) != 0
        || !hasToken(head.headers, "connection", "upgrade"))
        return badHandshake("The WebSocket handshake is not valid.");
    if (headerCount(head.headers, "sec-websocket-version") != 1 || head.header("sec-websocket-version") != "13") {
        HttpResponse response = badHandshake("The server speaks version 13 of the WebSocket protocol.", 426);
        response.headers.emplaceBack("Sec-WebSocket-Version", "13");
        return response;
    }
    if (headerCount(head.headers, "sec-websocket-key") != 1 || !isKey(head.header("sec-websocket-key")))
        return badHandshake("Sec-WebSocket-Key is not valid.");
    return std::nullopt;
}

void WebSocketDoor::open(QTcpSocket *socket, const QByteArray &early, const HttpRequest &head, Admission::Ticket ticket,
                         Endpoint &endpoint)
{
    guard(socket, std::move(ticket));
    // Only the key matters to the answer, and it was checked; nothing else of the client's reaches Qt's parser.
    const QByteArray handshake = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + head.header("sec-websocket-key") + "\r\n\r\n";
    // QWebSocket would take frames that are there already while nobody listens to it yet.
    const QByteArray frames = early + socket->readAll();
    unread(socket, handshake);
    m_server.handleConnection(socket);
    // The handshake is queued to the server; done here and now, no frame can come between it and its handler.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    QWebSocket *webSocket = m_server.nextPendingConnection();
    if (!webSocket) {
        socket->abort();
        return;
    }
    webSocket->setParent(nullptr);
    webSocket->setMaxAllowedIncomingFrameSize(quint64(m_limits.webSocketBytes));
    webSocket->setMaxAllowedIncomingMessageSize(quint64(m_limits.webSocketBytes));
    socket->setReadBufferSize(2 * m_limits.webSocketBytes);
    endpoint.handleWebSocket(webSocket, head);
    // The endpoint may have destroyed it, and the socket with it.
    if (frames.isEmpty() || !m_guarded.contains(socket))
        return;
    unread(socket, frames);
    Q_EMIT socket->readyRead();
}

void WebSocketDoor::guard(QTcpSocket *socket, Admission::Ticket ticket)
{
    m_guarded.emplace(socket, Guarded{std::move(ticket)});
    const auto forget = [this, socket] { m_guarded.erase(socket); };
    connect(socket, &QTcpSocket::disconnected, this, forget);
    connect(socket, &QObject::destroyed, this, forget);
    // Before QWebSocket's own: a flood of pings grows the output with each read.
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { cutIfClogged(socket); });
}

void WebSocketDoor::cutIfClogged(QTcpSocket *socket) const
{
    if (socket->bytesToWrite() > m_limits.webSocketQueueBytes)
        socket->abort();
}

void WebSocketDoor::checkDeadlines()
{
    const qint64 now = m_clock.monotonicMs();
    QList<QTcpSocket *> stuck;
    for (auto &[socket, guarded] : m_guarded) {
        const bool isClosing = socket->state() == QAbstractSocket::ClosingState;
        if (isClosing && guarded.closingSinceMs == 0)
            guarded.closingSinceMs = now;
        if (socket->bytesToWrite() > m_limits.webSocketQueueBytes
            || (isClosing && now - guarded.closingSinceMs >= m_limits.webSocketCloseMs))
            stuck.append(socket);
    }
    for (QTcpSocket *socket : std::as_const(stuck)) {
        // Cutting one may make its endpoint destroy others.
        if (m_guarded.contains(socket))
            socket->abort();
    }
}

void WebSocketDoor::abortAll()
{
    while (!m_guarded.empty()) {
        QTcpSocket *socket = m_guarded.begin()->first;
        socket->abort();
        m_guarded.erase(socket);
    }
}

} // namespace deskbell::server
