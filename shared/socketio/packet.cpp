#include "shared/socketio/packet.h"

#include <algorithm>
#include <array>

namespace deskbell::socketio {

namespace {

/// From the type of an event or ack to its binary form.
constexpr int binaryOffset = 3;

} // namespace

QByteArray encode(const Head &head, QByteArrayView json, qsizetype attachments)
{
    Q_ASSERT(attachments <= maxAttachments);
    Q_ASSERT(attachments == 0 || head.type == PacketType::Event || head.type == PacketType::Ack);
    QByteArray text;
    text.reserve(head.nsp.size() + json.size() + 32);
    text.append(char('0' + int(head.type) + (attachments > 0 ? binaryOffset : 0)));
    if (attachments > 0)
        text.append(QByteArray::number(attachments)).append('-');
    if (head.nsp != "/")
        text.append(head.nsp).append(',');
    if (head.id)
        text.append(QByteArray::number(*head.id));
    text.append(json);
    return text;
}

QByteArray eventPayload(QByteArrayView name, QByteArrayView arguments)
{
    QByteArray payload;
    payload.reserve(name.size() + arguments.size() + 8);
    json::Writer writer(payload);
    writer.beginArray();
    writer.utf8(name);
    if (!arguments.isEmpty())
        writer.raw(arguments);
    writer.endArray();
    return payload;
}

bool isReservedEvent(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 6> reserved = {"connect",       "connect_error", "disconnect",
                                                               "disconnecting", "newListener",   "removeListener"};
    return std::find(reserved.begin(), reserved.end(), name) != reserved.end();
}

} // namespace deskbell::socketio
