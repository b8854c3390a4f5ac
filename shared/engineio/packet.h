#pragma once

#include <QByteArray>

#include <optional>

/// Engine.IO protocol, revision 4.
namespace deskbell::engineio {

enum class PacketType : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

/// How the data of a packet is to be read. Only messages may be binary.
enum class Format { Text, Binary };

/// The smallest unit of an Engine.IO session.
struct Packet
{
    PacketType type = PacketType::Message;
    Format format = Format::Text;
    QByteArray data; ///< UTF-8, or bytes as they are.

    bool operator==(const Packet &) const = default;
};

/// A packet as text: its digit and its data, a binary one as `b` and base64.
QByteArray encodePacket(const Packet &packet);

/// Reads such text. Nothing for an empty one, an unknown first character, or base64 that is none (padding may be
/// missing).
std::optional<Packet> decodePacket(QByteArrayView text);

} // namespace deskbell::engineio
