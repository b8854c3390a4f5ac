#pragma once

#include "shared/engineio/packet.h"

#include <QString>

namespace deskbell::server::engineio {

/// A packet on its way out, encoded once however many sessions get it; copies share their content.
class OutgoingMessage final
{
public:
    using Format = deskbell::engineio::Format;
    using PacketType = deskbell::engineio::PacketType;

    /// A text message. `attachments`: how many of the messages after it belong to it.
    static OutgoingMessage text(QByteArrayView utf8, qsizetype attachments = 0);
    static OutgoingMessage binary(QByteArray bytes);
    static OutgoingMessage control(PacketType type, QByteArrayView data = {});

    Format format() const { return m_format; }
    /// What a WebSocket's text frame holds. Only for text.
    const QString &frameText() const { return m_text; }
    /// What a WebSocket's binary frame holds. Only for binary.
    const QByteArray &frameBytes() const { return m_bytes; }
    /// How it stands in a polling body, in UTF-8.
    QByteArray pollingText() const;

    qsizetype size() const { return m_text.size() + m_bytes.size(); }
    qsizetype attachments() const { return m_attachments; }

private:
    Format m_format = Format::Text;
    QString m_text; // with its type digit; empty if binary
    QByteArray m_bytes; // empty if text
    qsizetype m_attachments = 0;
};

} // namespace deskbell::server::engineio
