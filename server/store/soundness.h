#pragma once

#include "server/store/database.h"

#include <QStringList>

namespace deskbell::server {

/// What is wrong with the database: its file, its references, the numbers of its messages. Reads everything, so it
/// takes a while. Throws StorageFailure.
QStringList findUnsound(Database &database, int newestSchema);

} // namespace deskbell::server
