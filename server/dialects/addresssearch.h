#pragma once

#include "server/dialects/ask.h"

namespace deskbell::server::dialects {

/// Completes an address. For everybody.
void searchAddresses(const Ask &ask);

} // namespace deskbell::server::dialects
