#include "console/store/sqlitefile.h"

#include "shared/ids.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace deskbell::console {

namespace {

Error failure(const QSqlError &error)
{
    constexpr int sqliteFull = 13;
    const bool full = error.nativeErrorCode().toInt() == sqliteFull;
    return {full ? ErrorCode::StorageFull : ErrorCode::Internal,
            full ? SqliteFile::tr("The disk of this computer is full.") : error.text()};
}

} // namespace

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, Outlives outlives)
{
    std::unique_ptr<SqliteFile> file(new SqliteFile(QStringLiteral("file ") + generateUuid()));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file->m_connection);
    database.setDatabaseName(path);
    if (!database.open())
        return failure(database.lastError());
    // NORMAL: a commit is in the system's hands when it returns, so a crash of ours loses nothing, and no key that is
    // pressed waits for the disk.
    const QString synchronous = outlives == Outlives::PowerCut ? QStringLiteral("FULL") : QStringLiteral("NORMAL");
    for (const QString &sql :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = ") + synchronous}) {
        if (const auto done = file->run(sql); !done)
            return done.error();
    }
    return file;
}

SqliteFile::~SqliteFile()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<int> SqliteFile::version() const
{
    auto query = select(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return query.error();
    return (*query).next() ? query->value(0).toInt() : 0;
}

Result<Nothing> SqliteFile::run(const QString &sql, const QVariantList &values) const
{
    const auto query = select(sql, values);
    return query ? Result<Nothing>(Nothing{}) : Result<Nothing>(query.error());
}

Result<Nothing> SqliteFile::makeVersion(int version, const QStringList &statements) const
{
    for (const QString &sql : statements) {
        if (auto done = run(sql); !done)
            return done;
    }
    return run(QStringLiteral("PRAGMA user_version = %1").arg(version));
}

Result<QSqlQuery> SqliteFile::select(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &each : values)
        query.addBindValue(each);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

} // namespace deskbell::console
