#pragma once

#include <QString>

namespace deskbell::server {

/// What of a crash an acknowledged write survives.
enum class Synchronous {
    Full, ///< `kill -9` and the power.
    Normal, ///< `kill -9` alone; the power may take the last commits (SQLite).
};

/// Where the desk's data is and how it is written.
struct StorageSettings
{
    QString dataFolder; ///< Holds `deskbell.db` unless `url` says otherwise.
    QString url; ///< Empty: SQLite in the data folder; else `postgresql://user:password@host:port/database`.
    Synchronous synchronous = Synchronous::Full;
    int readers = 2; ///< Threads that answer reads.
    int batch = 512; ///< The most requests in one commit.
    int queue = 5'000; ///< Requests that may wait; further ones are answered busy.
    int busyTimeoutMs = 5'000; ///< How long a lock of another process is waited for.

    bool isPostgreSql() const;
    QString sqliteFile() const;
};

} // namespace deskbell::server
