#pragma once

#include <QStringList>

namespace deskbell::console {

class Workspace;

/// What one may choose from: the desk's tags, as it has ordered them, and then others that chats have now. Looks at
/// every chat, so it is for when somebody is about to choose.
QStringList knownTags(const Workspace &workspace);

} // namespace deskbell::console
