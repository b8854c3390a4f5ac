#include "shared/socketio/packet.h"

#include <algorithm>
#include <array>

namespace deskbell::socketio {

namespace {

/// From the type of an event or ack to its binary form.
constexpr int binaryOffset = 3;

/// What stands before the JSON, with room for so many bytes of it.
QByteArray encodeHead(const Head &head, qsizetype attachments, qsizetype jsonSize)
{
    QByteArray text;
    text.reserve(head.nsp.size() + jsonSize + 32);
    text.append(char('0' + int(head.type) + (attachments > 0 ? binaryOffset : 0)));
    if (attachments > 0)
        text.append(QByteArray::number(attachments)).append('-');
    if (head.nsp != "/")
        text.append(head.nsp).append(',');
    if (head.id)
        text.append(QByteArray::number(*head.id));
    return text;
}

} // namespace

QByteArray encode(const Head &head, QByteArrayView json, qsizetype attachments)
{
    Q_ASSERT(attachments <= maxAttachments);
    Q_ASSERT(attachments == 0 || head.type == PacketType::Event || head.type == PacketType::Ack);
    QByteArray text = encodeHead(head, attachments, json.size());
    text.append(json);
    return text;
}

QByteArray encodeEvent(const Head &head, QByteArrayView name, QByteArrayView arguments)
{
    QByteArray text = encodeHead(head, 0, name.size() + arguments.size());
    json::Writer writer(text);
    writer.beginArray();
    writer.utf8(name);
    if (!arguments.isEmpty())
        writer.raw(arguments);
    writer.endArray();
    return text;
}

QByteArray encodeAck(const QByteArray &nsp, quint64 id, QByteArrayView arguments)
{
    QByteArray text = encodeHead({PacketType::Ack, nsp, id}, 0, arguments.size());
    text.append('[').append(arguments).append(']');
    return text;
}

bool isReservedEvent(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 6> reserved = {"connect",       "connect_error", "disconnect",
                                                               "disconnecting", "newListener",   "removeListener"};
    return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

} // namespace deskbell::socketio
