#include "shared/engineio/payload.h"

namespace deskbell::engineio {

namespace {
constexpr char separator = '\x1e';
}

QByteArray encodePayload(const QList<Packet> &packets)
{
    QByteArray body;
    for (const Packet &packet : packets) {
        if (!body.isEmpty())
            body.append(separator);
        body.append(encodePacket(packet));
    }
    return body;
}

Payload decodePayload(QByteArrayView body)
{
    Payload payload;
    for (qsizetype begin = 0; begin <= body.size();) {
        const qsizetype found = body.indexOf(separator, begin);
        const qsizetype end = found < 0 ? body.size() : found;
        auto packet = decodePacket(body.sliced(begin, end - begin));
        if (!packet) {
            payload.complete = false;
            break;
        }
        payload.packets.append(std::move(*packet));
        begin = end + 1;
    }
    return payload;
}

} // namespace deskbell::engineio
