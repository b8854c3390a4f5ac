#include "shared/engineio/packet.h"

namespace deskbell::engineio {

namespace {

constexpr char binaryMark = 'b';

std::optional<Packet> decodeBinary(QByteArrayView base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(base64.data(), base64.size()),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return Packet{PacketType::Message, Format::Binary, *decoded};
}

} // namespace

QByteArray encodePacket(const Packet &packet)
{
    if (packet.format == Format::Binary)
        return binaryMark + packet.data.toBase64();
    QByteArray text;
    text.reserve(packet.data.size() + 1);
    text.append(char(packet.type));
    text.append(packet.data);
    return text;
}

std::optional<Packet> decodePacket(QByteArrayView text)
{
    if (text.isEmpty())
        return std::nullopt;
    const char first = text.front();
    if (first == binaryMark)
        return decodeBinary(text.sliced(1));
    if (first < char(PacketType::Open) || first > char(PacketType::Noop))
        return std::nullopt;
    return Packet{PacketType(first), Format::Text, text.sliced(1).toByteArray()};
}

} // namespace deskbell::engineio
