#pragma once

#include <QString>

namespace deskbell::server {

/// A file's name without anything that could do harm where it is shown or saved: no folders, no control characters,
/// none that turn the direction of writing, no leading dots, at most 120 code points. Never empty.
QString safeFileName(const QString &name);

/// The name with an ending that fits the kind of file: `invoice.exe` that is a PDF becomes `invoice.exe.pdf`. The
/// endings are in lower case, the first of them is the one to add; none: the name stays.
QString withFittingEnding(const QString &name, const QStringList &endings);

} // namespace deskbell::server
