#include "shared/socketio/decoder.h"

#include "shared/socketio/attachments.h"

namespace deskbell::socketio {

namespace {

Error violation(const char *what)
{
    return {ErrorCode::InvalidRequest, QString::fromLatin1(what)};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads the text of one packet from left to right.
class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_rest(text) { }

    Result<Packet> read()
    {
        Packet packet;
        if (const auto error = readType(packet))
            return *error;
        readNamespace(packet);
        if (const auto error = readId(packet))
            return *error;
        if (const auto error = readPayload(packet))
            return *error;
        return packet;
    }

    qsizetype attachments() const { return m_attachments; }

private:
    std::optional<Error> readType(Packet &packet)
    {
        if (m_rest.isEmpty() || m_rest.front() < '0' || m_rest.front() > '6')
            return violation("unknown packet type");
        const int digit = m_rest.front() - '0';
        m_rest = m_rest.sliced(1);
        if (digit <= int(PacketType::ConnectError)) {
            packet.type = PacketType(digit);
            return std::nullopt;
        }
        packet.type = digit == 5 ? PacketType::Event : PacketType::Ack;
        return readAttachmentCount();
    }

    std::optional<Error> readAttachmentCount()
    {
        const QByteArrayView digits = takeDigits();
        const bool separated = !m_rest.isEmpty() && m_rest.front() == '-';
        // Two digits are enough for what is allowed, and never overflow.
        m_attachments = digits.size() <= 2 ? digits.toInt() : maxAttachments + 1;
        if (!separated || m_attachments < 1 || m_attachments > maxAttachments)
            return violation("illegal number of attachments");
        m_rest = m_rest.sliced(1);
        return std::nullopt;
    }

    void readNamespace(Packet &packet)
    {
        if (m_rest.isEmpty() || m_rest.front() != '/')
            return;
        const qsizetype comma = m_rest.indexOf(',');
        if (comma < 0) {
            packet.nsp = m_rest.toByteArray();
            m_rest = {};
        } else {
            packet.nsp = m_rest.first(comma).toByteArray();
            m_rest = m_rest.sliced(comma + 1);
        }
    }

    std::optional<Error> readId(Packet &packet)
    {
        const QByteArrayView digits = takeDigits();
        if (digits.isEmpty())
            return std::nullopt;
        constexpr qsizetype longest = 16; // digits of maxAckId
        const quint64 id = digits.size() <= longest ? digits.toULongLong() : maxAckId + 1;
        if (id > maxAckId)
            return violation("ack id out of range");
        packet.id = id;
        return std::nullopt;
    }

    std::optional<Error> readPayload(Packet &packet)
    {
        if (!m_rest.isEmpty()) {
            auto document = json::Document::parse(m_rest);
            if (!document)
                return document.error();
            packet.payload = std::make_shared<const json::Document>(std::move(*document));
        }
        if (!isPayloadValid(packet))
            return violation("invalid payload");
        return std::nullopt;
    }

    static bool isPayloadValid(const Packet &packet)
    {
        const json::Value data = packet.data();
        switch (packet.type) {
        case PacketType::Connect:
            return data.isMissing() || data.isObject();
        case PacketType::Disconnect:
            return data.isMissing();
        case PacketType::Event:
            return data.at(0).isNumber() || (data.at(0).isString() && !isReservedEvent(data.at(0).toUtf8()));
        case PacketType::Ack:
            return data.isMissing() || data.isArray();
        case PacketType::ConnectError:
            return data.isString() || data.isObject();
        }
        return false;
    }

    QByteArrayView takeDigits()
    {
        qsizetype count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        const QByteArrayView digits = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return digits;
    }

    QByteArrayView m_rest;
    qsizetype m_attachments = 0;
};

} // namespace

Result<std::optional<Packet>> Decoder::addText(QByteArrayView text)
{
    if (m_waiting)
        return violation("got plaintext data when reconstructing a packet");
    Reader reader(text);
    auto packet = reader.read();
    if (!packet)
        return packet.error();
    if (reader.attachments() == 0)
        return std::optional<Packet>(std::move(*packet));
    if (!placeholdersFit(packet->data(), reader.attachments()))
        return violation("illegal attachments");
    m_announced = reader.attachments();
    m_waiting = std::move(*packet);
    return std::optional<Packet>();
}

Result<std::optional<Packet>> Decoder::addBinary(const QByteArray &bytes)
{
    if (!m_waiting)
        return violation("got binary data when not reconstructing a packet");
    m_waiting->attachments.append(bytes);
    if (m_waiting->attachments.size() < m_announced)
        return std::optional<Packet>();
    return std::exchange(m_waiting, std::nullopt);
}

} // namespace deskbell::socketio
