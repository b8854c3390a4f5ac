#pragma once

#include "server/store/storagesettings.h"
#include "shared/result.h"

namespace deskbell::server {

/// The whole desk in one file, and back: a SQLite database, or a dump of PostgreSQL's own tools.
class Backup
{
public:
    explicit Backup(StorageSettings storage) : m_storage(std::move(storage)) { }

    /// Servers may run meanwhile; the file is of one moment. Errors: Internal, when the file is there already, too.
    Result<Nothing> write(const QString &file);
    /// Puts the file in the place of all that is there, which is kept; gives where. Nothing changes when the file is
    /// no sound backup, or of a newer program, or a server runs. Errors: Internal.
    Result<QString> restore(const QString &file);

private:
    Result<Nothing> writeSqlite(const QString &file);
    Result<Nothing> writePostgreSql(const QString &file);
    Result<QString> restoreSqlite(const QString &file);
    Result<QString> restorePostgreSql(const QString &file);
    /// What pg_dump and pg_restore print. Errors: Internal, with what they complain about.
    Result<QByteArray> runTool(const QString &program, QStringList arguments) const;

    const StorageSettings m_storage;
};

} // namespace deskbell::server
