#pragma once

#include "server/config/settings.h"
#include "server/store/storagesettings.h"

namespace deskbell::server {

/// The part of the settings that the storage wants to know.
inline StorageSettings storageFrom(const Settings &settings)
{
    StorageSettings storage;
    storage.dataFolder = settings.dataFolder;
    storage.url = settings.database;
    storage.durability = settings.durability;
    return storage;
}

} // namespace deskbell::server
