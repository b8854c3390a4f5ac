#pragma once

#include "shared/api/entities.h"

namespace deskbell::console {

/// `840 B`, `2.1 MB`, as the language writes numbers.
QString fileSizeText(qint64 bytes);
/// Whether it is shown as what it is, and not by its name: a picture of a known size.
bool isPicture(const api::Attachment &file);
/// A file for who hears it: "Picture plan.png, 2.1 MB".
QString spokenFile(const api::Attachment &file);
/// A name that is no more than a name on any disk, whatever the sender called it: no folders, nothing hidden, nothing
/// that turns the writing round.
QString safeFileName(const QString &name);
/// The ending under which a file of this type is safe to be shown by other programs, which go by it; empty for types
/// that could run something there, and which are only saved.
QString showableEnding(const QString &type);

} // namespace deskbell::console
