#pragma once

#include "shared/json/document.h"

#include <QByteArrayList>

#include <memory>
#include <optional>

/// Socket.IO protocol, revision 5.
namespace deskbell::socketio {

/// The digits on the wire, but for 5 and 6: an event or ack is binary exactly when it has attachments.
enum class PacketType { Connect = 0, Disconnect = 1, Event = 2, Ack = 3, ConnectError = 4 };

/// More attachments end the connection of every client since socket.io-parser 4.2.6.
constexpr int maxAttachments = 10;
/// The largest whole number that a JavaScript peer can count to.
constexpr quint64 maxAckId = (quint64(1) << 53) - 1;

/// One received packet, complete with its attachments.
struct Packet
{
    PacketType type = PacketType::Event;
    QByteArray nsp = QByteArrayLiteral("/"); ///< Begins with `/`; compared literally.
    std::optional<quint64> id; ///< Of an event: an ack is wanted; of an ack: which event it answers.
    /// Null when the packet has no payload. Attachments stand in it as `{"_placeholder":true,"num":INDEX}`,
    /// with every index checked.
    std::shared_ptr<const json::Document> payload;
    QByteArrayList attachments;

    /// The payload's root, or a missing value.
    json::Value data() const { return payload ? payload->root() : json::Value(); }
};

/// A packet ready to be sent: its text, then each attachment as a binary message of its own.
struct EncodedPacket
{
    QByteArray text;
    QByteArrayList attachments;

    bool operator==(const EncodedPacket &) const = default;
};

/// What is to be put in front of the JSON.
struct Head
{
    PacketType type = PacketType::Event;
    QByteArray nsp = QByteArrayLiteral("/");
    std::optional<quint64> id{};
};

/// Text of a packet whose payload is JSON already; `json` may be empty.
/// With attachments an event or ack becomes a binary one.
QByteArray encode(const Head &head, QByteArrayView json, qsizetype attachments = 0);

/// Text of an event or ack without attachments. `arguments` are JSON texts separated by commas; may be empty.
QByteArray encodeEvent(const Head &head, QByteArrayView name, QByteArrayView arguments);
QByteArray encodeAck(const QByteArray &nsp, quint64 id, QByteArrayView arguments);

/// Whether neither side may use this name for an event of its own.
bool isReservedEvent(QByteArrayView name);

} // namespace deskbell::socketio
