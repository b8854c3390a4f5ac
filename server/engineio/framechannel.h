#pragma once

#include "server/engineio/outgoingmessage.h"

namespace deskbell::server::engineio {

/// Hears what a FrameChannel receives. May destroy the channel while it hears.
class FrameReceiver
{
public:
    virtual void textFrame(const QString &text) = 0;
    virtual void binaryFrame(const QByteArray &bytes) = 0;
    /// The peer closed it, or the connection broke. Nothing follows.
    virtual void channelClosed() = 0;

protected:
    ~FrameReceiver() = default;
};

/// A WebSocket as the engine sees it, so that what stands behind it can change. Destroying it closes it.
class FrameChannel
{
public:
    FrameChannel() = default;
    virtual ~FrameChannel() = default;
    Q_DISABLE_COPY_MOVE(FrameChannel)

    virtual void setReceiver(FrameReceiver *receiver) = 0;
    /// Binary messages go out as base64 text if the client wished so in its handshake.
    virtual void send(const OutgoingMessage &message) = 0;
    virtual qint64 bytesToWrite() const = 0;
    /// Hands to the system what it takes now.
    virtual void flush() = 0;
    /// Sends what waits and a closing frame with this status code. `why` is for people, at most 123 bytes.
    virtual void close(int statusCode, const QString &why) = 0;
};

} // namespace deskbell::server::engineio
