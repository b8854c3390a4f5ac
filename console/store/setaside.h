#pragma once

#include "shared/result.h"

#include <QString>

namespace deskbell::console {

/// Moves a SQLite file that cannot be used out of the way, with what SQLite keeps beside it; what is in it may be all
/// that is left of somebody's work. The new path ends with the time. Errors: it cannot be moved.
Result<QString> setAside(const QString &path);

/// Whether SQLite says that the file itself is broken, and not the disk or the rights to it.
bool isDamage(const Error &error);

} // namespace deskbell::console
