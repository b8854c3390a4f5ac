#pragma once

namespace deskbell::console {

/// Makes readers see a ThreadView as what it is, a list with a row for each message; Qt knows only its own views. To be
/// called before the first one is asked for; again does no harm.
void installAccessibleThread();

} // namespace deskbell::console
