#pragma once

#include "shared/error.h"

namespace deskbell::console {

/// The same failure, said in the person's language. A server speaks English; the code says what it means. What the
/// console itself says of a lost connection stays as it is, and so does what a newer server says with a code that we
/// do not know.
Error inOurWords(Error error);

} // namespace deskbell::console
