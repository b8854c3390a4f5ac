#pragma once

#include "server/cli/subcommand.h"

namespace deskbell::server {

/// One line of standard input. At a terminal it asks first, and what is typed is not shown.
QString readPassword(Terminal &terminal);

} // namespace deskbell::server
