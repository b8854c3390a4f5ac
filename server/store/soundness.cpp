#include "server/store/soundness.h"

#include "server/store/migrations.h"

namespace deskbell::server {

QStringList findUnsound(Database &database, int newestSchema)
{
    QStringList found;
    const int schema = Migrations::reached(database);
    if (schema > newestSchema)
        return {QStringLiteral("The database is of a newer program (schema %1, this program knows %2).")
                    .arg(schema)
                    .arg(newestSchema)};
    if (schema == 0)
        return {QStringLiteral("The database is empty: `db init` makes its tables.")};
    if (!database.settings().isPostgreSql()) {
        const QString integrity = database.ask(QStringLiteral("PRAGMA integrity_check(1)")).toString();
        if (integrity != QLatin1String("ok"))
            found.append(QStringLiteral("The file is damaged: %1. Restore a backup.").arg(integrity));
        if (database.ask(QStringLiteral("PRAGMA foreign_key_check")).isValid())
            found.append(QStringLiteral("A row refers to one that is not there."));
    }
    const qint64 wrong =
        database
            .ask(QStringLiteral("SELECT count(*) FROM chat LEFT JOIN (SELECT chat, count(*) AS n,"
                                " max(seq) AS last FROM message GROUP BY chat) AS m ON m.chat = chat.key"
                                " WHERE coalesce(m.n, 0) <> chat.lastSeq"
                                " OR coalesce(m.last, 0) <> chat.lastSeq"))
            .toLongLong();
    if (wrong > 0)
        found.append(QStringLiteral("The messages of %1 chats are not numbered without gaps.").arg(wrong));
    return found;
}

} // namespace deskbell::server
