#pragma once

#include "shared/socketio/packet.h"

#include <QCborArray>
#include <QPointer>

namespace deskbell::server::socketio {

class Socket;

/// Answers one request of a client. May be copied, kept and called later, from the I/O thread; only the first call of
/// all copies is sent, and none once the client is gone.
class Ack final
{
public:
    Ack() = default;
    Ack(Socket *socket, quint64 id);

    /// Whether the client wants an answer.
    bool isWanted() const { return bool(m_request); }
    /// `jsonArguments` are JSON texts separated by commas; may be empty.
    void operator()(QByteArrayView jsonArguments) const;
    /// As above, with byte arrays anywhere. Errors: those of encode().
    Result<Nothing> operator()(const QCborArray &arguments) const;

private:
    struct Request;
    Socket *take() const;
    std::shared_ptr<Request> m_request; // null: not wanted
};

/// An event from a client.
struct Incoming
{
    QByteArray name;
    /// Keeps what `argument()` gives alive.
    std::shared_ptr<const json::Document> payload;
    QByteArrayList attachments; ///< See Packet::payload about where they belong.
    Ack ack;

    /// Those after the name; a missing value past the last.
    json::Value argument(qsizetype index) const { return payload->root().at(index + 1); }
    qsizetype argumentCount() const { return payload->root().size() - 1; }
    /// All arguments after the name as JSON texts separated by commas. Not for events with attachments.
    QByteArray argumentsJson() const;
    /// All arguments after the name, with the attachments in their places.
    QCborArray argumentsWithAttachments() const;
};

} // namespace deskbell::server::socketio
