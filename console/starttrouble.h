#pragma once

#include <QString>

namespace deskbell::console {

/// Says why the console does not start: on standard error, and in a window, since nobody who clicks on an icon sees the
/// other. Returns when the person has closed the window. Needs a QApplication.
void tellStartTrouble(const QString &why);

} // namespace deskbell::console
