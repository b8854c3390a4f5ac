#pragma once

#include "shared/socketio/packet.h"

namespace deskbell::socketio {

/// Puts received Engine.IO messages together to packets; one per connection, across all its namespaces and transports.
/// Strict: after an error the connection is to be closed. Errors: MalformedJson for the JSON, InvalidRequest for the
/// rest.
class Decoder
{
public:
    /// Takes a text message, in UTF-8. Gives the packet, or nothing when its attachments are still to come.
    Result<std::optional<Packet>> addText(QByteArrayView text);
    /// Takes a binary message. Gives the packet when this was its last attachment.
    Result<std::optional<Packet>> addBinary(const QByteArray &bytes);

private:
    std::optional<Packet> m_waiting; // a packet that still misses attachments
    qsizetype m_announced = 0; // how many attachments m_waiting will have; 1 to maxAttachments while it waits
};

} // namespace deskbell::socketio
