#pragma once

#include "shared/error.h"

namespace deskbell::console {

/// What the server has against a field, in the person's language and as a sentence of its own. What it says in words
/// that we do not know is shown as it said it.
QString fieldProblem(const FieldError &error);

} // namespace deskbell::console
