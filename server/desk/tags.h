#pragma once

#include "shared/result.h"

#include <QList>

namespace deskbell::server {

/// Tags as they are kept: without white space around them, in their order, each once.
/// Errors: InvalidRequest, of the list's field, when one is empty or longer than 40 characters.
Result<QList<QString>> cleanTags(const char *field, const QList<QString> &tags);

} // namespace deskbell::server
