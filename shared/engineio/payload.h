#pragma once

#include "shared/engineio/packet.h"

#include <QList>

namespace deskbell::engineio {

/// What a long-polling request or response carries: packets, joined by U+001E.
struct Payload
{
    QList<Packet> packets;
    /// False when an element was no packet; `packets` are those before it.
    bool complete = true;
};

QByteArray encodePayload(const QList<Packet> &packets);

/// Reads a body. An empty element, thus an empty body too, is an error.
Payload decodePayload(QByteArrayView body);

} // namespace deskbell::engineio
