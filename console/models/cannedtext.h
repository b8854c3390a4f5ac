#pragma once

#include "console/state/workspace.h"

namespace deskbell::console {

/// What a canned reply says in a chat: its variables filled in as the server does it, so that it can be read and used
/// without a connection. What is not known is left empty.
QString cannedText(const QString &text, const Workspace &workspace, const api::Chat &chat);

/// The canned replies that answer to what somebody typed behind the slash, best first: those whose shortcut begins
/// with it come before those that only have its letters in their shortcut or title.
QList<api::CannedReply> matchingReplies(const QList<api::CannedReply> &replies, const QString &typed);

} // namespace deskbell::console
