#pragma once

#include "server/store/database.h"

namespace deskbell::server {

/// The steps that made the database what it is: `NNNN_name.sql` files, numbered without gaps and only ever appended.
class Migrations
{
public:
    /// Reads the files of the folder; the program's own are compiled in.
    explicit Migrations(const QString &folder = QStringLiteral(":/migrations"));

    int newest() const { return int(m_steps.size()); }
    /// The step that the database has reached; 0 for an empty one. Throws StorageFailure.
    static int reached(Database &database);
    /// Takes the missing steps, a transaction each. A SQLite database that has data is copied to
    /// `deskbell.db.before-vN` first. Errors: Internal, when the database is newer than the program or a step fails.
    Result<Nothing> apply(Database &database) const;
    /// Removes all tables and what is in them. Throws StorageFailure.
    static void removeEverything(Database &database);

private:
    struct Step
    {
        QString name;
        QStringList statements;
    };
    static QStringList split(const QString &text);
    void take(Database &database, int number) const;
    static void snapshot(Database &database, int reached, int target);

    QList<Step> m_steps; // the step number n is at n - 1
};

} // namespace deskbell::server
