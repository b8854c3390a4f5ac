#include "server/store/migrations.h"

#include "server/store/storagefailure.h"
#include "server/store/transaction.h"

#include <QDir>
#include <QFile>

// Outside of every namespace, as Qt demands: a static library's resources are dropped unless they are named.
static void initialiseResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace deskbell::server {

namespace {

/// Two servers that start at once on one PostgreSQL database take turns.
const QString takeTurns = QStringLiteral("SELECT pg_advisory_xact_lock(7226552)");

/// A PostgreSQL database may have other tables beside ours, a file of SQLite's has not.
bool isOfAnotherProgram(Database &database)
{
    return !database.settings().isPostgreSql()
        && database.ask(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() > 0;
}

} // namespace

Migrations::Migrations(const QString &folder)
{
    initialiseResources();
    const QDir files(folder);
    for (const QString &name : files.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        if (name.left(4).toInt() != newest() + 1 || !file.open(QIODevice::ReadOnly))
            qFatal("Migration %s is out of order or cannot be read.", qPrintable(name));
        m_steps.append({name, split(QString::fromUtf8(file.readAll()))});
    }
}

QStringList Migrations::split(const QString &text)
{
    QStringList statements;
    QString current;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(QLatin1String("--")) || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (!line.trimmed().endsWith(u';'))
            continue;
        statements.append(current.trimmed().chopped(1));
        current.clear();
    }
    return statements;
}

int Migrations::reached(Database &database)
{
    const bool known = database.settings().isPostgreSql()
        ? !database.ask(QStringLiteral("SELECT to_regclass('schemaversion')::text")).isNull()
        : database.ask(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'schemaVersion'")).isValid();
    return known ? database.ask(QStringLiteral("SELECT max(version) FROM schemaVersion")).toInt() : 0;
}

Result<Nothing> Migrations::apply(Database &database) const
{
    try {
        const int from = reached(database);
        if (from > newest())
            return Error(ErrorCode::Internal,
                         QStringLiteral("The database is of a newer program (schema %1, this program knows %2). "
                                        "Install that program, or restore the backup from before its update.")
                             .arg(from)
                             .arg(newest()));
        if (from == 0 && isOfAnotherProgram(database))
            return Error(ErrorCode::Internal,
                         QStringLiteral("%1 is a database of another program.").arg(database.settings().sqliteFile()));
        if (from > 0 && from < newest())
            snapshot(database, from, newest());
        for (int number = from + 1; number <= newest(); ++number)
            take(database, number);
    } catch (const StorageFailure &failure) {
        return Error(
            ErrorCode::Internal,
            QStringLiteral("The database cannot be brought up to date: %1").arg(QString::fromUtf8(failure.what())));
    }
    return Nothing{};
}

void Migrations::take(Database &database, int number) const
{
    Transaction transaction(database, Transaction::Mode::Write);
    if (database.settings().isPostgreSql())
        database.execute(takeTurns);
    if (reached(database) >= number)
        return; // another server was faster
    if (number == 1)
        database.execute(QStringLiteral("CREATE TABLE schemaVersion (version INTEGER NOT NULL PRIMARY KEY)"));
    for (const QString &statement : m_steps[number - 1].statements) {
        if (!database.dialect().isForOthers(statement))
            database.execute(database.dialect().translate(statement));
    }
    database.execute(QStringLiteral("INSERT INTO schemaVersion (version) VALUES (%1)").arg(number));
    transaction.commit();
}

void Migrations::snapshot(Database &database, int reached, int target)
{
    if (database.settings().isPostgreSql())
        return; // pg_dump is the administrator's; a step that fails is undone as a whole
    const QString file = database.settings().sqliteFile() + QStringLiteral(".before-v%1").arg(target);
    if (QFile::exists(file))
        return; // from a start that was cut short after it
    const QString partial = file + QLatin1String(".partial");
    QFile::remove(partial);
    database.execute(QStringLiteral("VACUUM INTO '%1'").arg(QString(partial).replace(u'\'', QLatin1String("''"))));
    if (!QFile::rename(partial, file))
        throw StorageFailure(StorageFailure::Kind::Broken,
                             QStringLiteral("The copy of schema %1 cannot be kept as %2").arg(reached).arg(file));
}

void Migrations::removeEverything(Database &database)
{
    Transaction transaction(database, Transaction::Mode::Write);
    database.memory().forget();
    // Only PostgreSQL has any that take a table's rows.
    const QLatin1String andItsFunctions(database.settings().isPostgreSql() ? " CASCADE" : "");
    for (const char *table :
         {"webhookEvent", "webhook",       "attachment", "audit",          "setting",          "canned",
          "apiKey",       "messageSearch", "chatSearch", "messageVersion", "account",          "knownUser",
          "addressWords", "address",       "note",       "offerPass",      "departmentMember", "message",
          "chat",         "department",    "session",    "visitor",        "operator",         "schemaVersion"})
        database.execute(QStringLiteral("DROP TABLE IF EXISTS %1%2").arg(QLatin1String(table), andItsFunctions));
    transaction.commit();
}

} // namespace deskbell::server
