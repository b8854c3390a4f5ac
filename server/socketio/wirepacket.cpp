#include "server/socketio/wirepacket.h"

#include "server/engineio/session.h"

namespace deskbell::server::socketio {

WirePacket WirePacket::of(QByteArrayView text)
{
    return {engineio::OutgoingMessage::text(text)};
}

WirePacket WirePacket::of(const deskbell::socketio::EncodedPacket &packet)
{
    WirePacket result{engineio::OutgoingMessage::text(packet.text, packet.attachments.size())};
    for (const QByteArray &bytes : packet.attachments)
        result.attachments.append(engineio::OutgoingMessage::binary(bytes));
    return result;
}

void WirePacket::sendTo(engineio::Session &session) const
{
    session.send(text);
    for (const engineio::OutgoingMessage &each : attachments)
        session.send(each);
}

} // namespace deskbell::server::socketio
