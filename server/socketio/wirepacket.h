#pragma once

#include "server/engineio/outgoingmessage.h"
#include "shared/socketio/packet.h"

namespace deskbell::server::engineio {
class Session;
}

namespace deskbell::server::socketio {

/// A packet as the messages that carry it, made once for all who get it.
struct WirePacket
{
    engineio::OutgoingMessage text;
    QList<engineio::OutgoingMessage> attachments{};

    static WirePacket of(QByteArrayView text);
    static WirePacket of(const deskbell::socketio::EncodedPacket &packet);
    /// Header and attachments without anything of ours between them.
    void sendTo(engineio::Session &session) const;
};

} // namespace deskbell::server::socketio
