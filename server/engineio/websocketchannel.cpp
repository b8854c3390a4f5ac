#include "server/engineio/websocketchannel.h"

#include <QWebSocket>

namespace deskbell::server::engineio {

namespace {

/// A message in more pieces than this is a flood.
constexpr int maxFragments = 64;

} // namespace

WebSocketChannel::WebSocketChannel(QWebSocket *socket, qint64 maxMessageBytes, BinaryEncoding encoding)
    : m_socket(socket), m_encoding(encoding)
{
    m_socket->setMaxAllowedIncomingMessageSize(quint64(maxMessageBytes));
    m_socket->setMaxAllowedIncomingFrameSize(quint64(maxMessageBytes));
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        if (m_receiver)
            m_receiver->textFrame(text);
    });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        if (m_receiver)
            m_receiver->binaryFrame(bytes);
    });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        if (m_receiver)
            m_receiver->channelClosed();
    });
    connect(m_socket, &QWebSocket::textFrameReceived, this,
            [this](const QString &, bool isLast) { countFrame(isLast); });
    connect(m_socket, &QWebSocket::binaryFrameReceived, this,
            [this](const QByteArray &, bool isLast) { countFrame(isLast); });
}

WebSocketChannel::~WebSocketChannel()
{
    m_socket->disconnect(this);
    if (m_socket->state() == QAbstractSocket::UnconnectedState) {
        m_socket->deleteLater();
        return;
    }
    // It lives on until its closing handshake is over; the front door cuts it if that takes too long.
    connect(m_socket, &QWebSocket::disconnected, m_socket, &QObject::deleteLater);
    if (m_socket->state() != QAbstractSocket::ClosingState)
        m_socket->close();
}

void WebSocketChannel::send(const OutgoingMessage &message)
{
    if (message.format() == OutgoingMessage::Format::Text)
        m_socket->sendTextMessage(message.frameText());
    else if (m_encoding == BinaryEncoding::Base64)
        m_socket->sendTextMessage(QString::fromLatin1(message.pollingText()));
    else
        m_socket->sendBinaryMessage(message.frameBytes());
}

qint64 WebSocketChannel::bytesToWrite() const
{
    return m_socket->bytesToWrite();
}

void WebSocketChannel::flush()
{
    m_socket->flush();
}

void WebSocketChannel::close(int statusCode, const QString &why)
{
    m_socket->close(QWebSocketProtocol::CloseCode(statusCode), why);
}

void WebSocketChannel::countFrame(bool isLast)
{
    if (isLast) {
        m_fragments = 0;
        return;
    }
    if (++m_fragments == maxFragments)
        m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
}

} // namespace deskbell::server::engineio
