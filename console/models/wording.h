#pragma once

#include "console/theme/tokens.h"
#include "shared/api/entities.h"

namespace deskbell::console {

/// `0:40`, `2:14`, `1:02:10`.
QString waitText(qint64 ms);
/// Waiting warms: secondary ink under one minute, brass from one, danger from three.
Token waitToken(qint64 ms);
/// Time of day in the person's own zone, `14:32`.
QString clockText(Timestamp time);
/// Heading over the messages of a day: Today, Yesterday, Tuesday, 3 March 2026.
QString dayText(Timestamp time, Timestamp now);
/// When, as short as a list needs it: `14:32`, `Tue`, `3 Mar`.
QString listTimeText(Timestamp time, Timestamp now);
/// Day and time in full, for details and tooltips.
QString fullTimeText(Timestamp time);
/// A text on one line, without characters that turn or hide what follows them.
QString oneLine(const QString &text);
/// The address of a page without scheme, query and trailing slash; the full address belongs into a tooltip.
QString pageText(const QString &address);
/// What a message says on one line: its words, or the names of its files where it has none.
QString saidText(const api::Message &message);
/// What to show of a chat in a list: its last message, with who wrote it when it was not the visitor.
QString previewText(const api::Chat &chat, const api::Operator &self);

/// The usual reasons for closing a chat, as they go over the wire: the same whatever language people speak.
QStringList endReasonCodes();
/// A reason in words. One that is no code was written by somebody and is shown on one line.
QString endReasonText(const QString &reason);

} // namespace deskbell::console
