#include "server/engineio/outgoingmessage.h"

#include <QStringDecoder>

namespace deskbell::server::engineio {

OutgoingMessage OutgoingMessage::text(QByteArrayView utf8, qsizetype attachments)
{
    OutgoingMessage message = control(PacketType::Message, utf8);
    message.m_attachments = attachments;
    return message;
}

OutgoingMessage OutgoingMessage::binary(QByteArray bytes)
{
    OutgoingMessage message;
    message.m_format = Format::Binary;
    message.m_bytes = std::move(bytes);
    return message;
}

OutgoingMessage OutgoingMessage::control(PacketType type, QByteArrayView data)
{
    // One allocation for digit and data.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    OutgoingMessage message;
    message.m_text.resize(decoder.requiredSpace(data.size()) + 1);
    QChar *const begin = message.m_text.data();
    *begin = QLatin1Char(char(type));
    const QChar *const end = decoder.appendToBuffer(begin + 1, data);
    message.m_text.truncate(end - begin);
    return message;
}

QByteArray OutgoingMessage::pollingText() const
{
    if (m_format == Format::Text)
        return m_text.toUtf8();
    return deskbell::engineio::encodePacket({PacketType::Message, Format::Binary, m_bytes});
}

} // namespace deskbell::server::engineio
