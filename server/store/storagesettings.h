#pragma once

#include "server/config/settings.h"

namespace deskbell::server {

/// Where the desk's data is and how it is written.
struct StorageSettings
{
    QString dataFolder; ///< Holds `deskbell.db` unless `url` says otherwise.
    QString url; ///< Empty: SQLite in the data folder; else `postgresql://user:password@host:port/database`.
    Durability durability = Durability::Full;
    int readers = 2; ///< Threads that answer reads.
    int batch = 2'000; ///< The most requests in one commit.
    int queue = 5'000; ///< Requests that may wait; further ones are answered busy.
    int busyTimeoutMs = 5'000; ///< How long a lock of another process is waited for.

    bool isPostgreSql() const;
    QString sqliteFile() const;
};

} // namespace deskbell::server
