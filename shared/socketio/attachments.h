#pragma once

#include "shared/socketio/packet.h"

#include <QCborArray>

namespace deskbell::socketio {

/// Encodes an event or ack whose arguments may hold byte arrays anywhere. They are taken out depth first, from left to
/// right. Errors: InvalidRequest for more than maxAttachments, or for a value that JSON does not know.
Result<EncodedPacket> encode(const Head &head, const QCborArray &arguments);

/// The JSON value with each placeholder replaced by its attachment. Without attachments placeholders are ordinary
/// objects.
QCborValue withAttachments(json::Value value, const QByteArrayList &attachments);

/// Whether each placeholder names an attachment that is there.
bool placeholdersFit(json::Value value, qsizetype attachments);

} // namespace deskbell::socketio
