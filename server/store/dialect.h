#pragma once

#include <QString>

namespace deskbell::server {

/// All in which the two databases differ for us. Texts of SQL name these values as `{lock}`, `{key}` …
struct Dialect
{
    QLatin1String only; ///< Begins a statement of a migration that is for this database alone: `{sqlite}`.
    QLatin1String driver; ///< Qt's name of the driver.
    QLatin1String beginWrite;
    QLatin1String beginRead;
    QLatin1String lock; ///< `{lock}`, after a SELECT: nobody else changes these rows until the end.
    QLatin1String key; ///< `{key}`: type of a number that is given by the database and names the row.
    QLatin1String clustered; ///< `{clustered}`, after a CREATE TABLE: the rows are kept in the order of the key.
    bool fullTextTable = false; ///< Whether full text is searched in a table beside the messages (FTS5), or in them.
    QLatin1String words; ///< `{words}`, at the end of a column list: what rows are found by, where that is a column.
    QLatin1String wordIndex; ///< `{wordIndex}`: the statement that makes the index of an address's words.
    bool forwardOnly = false; ///< Whether rows can be read one by one while other statements run.
    bool oneWriter = false; ///< Whether nobody else writes, unless Database::changedByOthers() says so.

    static const Dialect &sqlite();
    static const Dialect &postgreSql();
    /// Whether a statement of a migration is for another database.
    bool isForOthers(const QString &statement) const;
    QString translate(QString sql) const;
};

} // namespace deskbell::server
