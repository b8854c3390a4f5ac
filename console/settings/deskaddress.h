#pragma once

#include <QString>
#include <QUrl>

namespace deskbell::console {

/// Where a desk is, as somebody typed it: encrypted if they did not say how, but on this computer itself. Invalid if
/// it can be no desk.
QUrl deskAddress(const QString &typed);

/// Whether everybody on the way could read what goes there, passwords among it.
bool isOpenToAll(const QUrl &server);

} // namespace deskbell::console
