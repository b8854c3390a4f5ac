#pragma once

#include "shared/result.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace deskbell::console {

/// What a write outlives when it has returned.
enum class Outlives { Crash, PowerCut };

/// A file of the profile that SQLite writes, open as long as this lives. Errors are StorageFull or Internal, with what
/// SQLite said.
class SqliteFile
{
    Q_DECLARE_TR_FUNCTIONS(SqliteFile)

public:
    /// Makes the file if it is not there.
    static Result<std::unique_ptr<SqliteFile>> open(const QString &path, Outlives outlives);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    /// Of what stands in it; 0 in a new one.
    Result<int> version() const;
    Result<Nothing> run(const QString &sql, const QVariantList &values = {}) const;
    /// One after the other, up to the first that fails; then the file is of this version.
    Result<Nothing> makeVersion(int version, const QStringList &statements) const;
    /// The rows of a SELECT, before the first of them.
    Result<QSqlQuery> select(const QString &sql, const QVariantList &values = {}) const;

private:
    explicit SqliteFile(QString connection) : m_connection(std::move(connection)) { }

    QString m_connection; // name of the QSqlDatabase, one for each file
};

} // namespace deskbell::console
