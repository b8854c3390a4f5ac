#pragma once

#include "shared/api/addresscommands.h"

namespace deskbell::server {

/// A few addresses for the demo desk to complete what one types.
QList<api::Address> demoAddresses();

} // namespace deskbell::server
