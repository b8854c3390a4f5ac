#pragma once

#include "server/engineio/framechannel.h"

#include <QObject>

class QWebSocket;

namespace deskbell::server::engineio {

/// How binary messages leave.
enum class BinaryEncoding { Frames, Base64 };

/// A FrameChannel on a QWebSocket.
class WebSocketChannel final : public QObject, public FrameChannel
{
    Q_OBJECT

public:
    /// Owns the socket.
    WebSocketChannel(QWebSocket *socket, qint64 maxMessageBytes, BinaryEncoding encoding);
    ~WebSocketChannel() override;

    void setReceiver(FrameReceiver *receiver) override { m_receiver = receiver; }
    void send(const OutgoingMessage &message) override;
    qint64 bytesToWrite() const override;
    void flush() override;
    void close(int statusCode, const QString &why) override;

private:
    void countFrame(bool isLast);

    QWebSocket *const m_socket;
    const BinaryEncoding m_encoding;
    FrameReceiver *m_receiver = nullptr;
    int m_fragments = 0; // of the message that is being received
};

} // namespace deskbell::server::engineio
