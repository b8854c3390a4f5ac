#include "console/store/outboxstore.h"

#include "shared/json/codec.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace deskbell::console {

namespace {

constexpr int fileVersion = 2; // 2: files go with letters

Error failure(const QSqlError &error)
{
    constexpr int sqliteFull = 13;
    const bool full = error.nativeErrorCode().toInt() == sqliteFull;
    return {full ? ErrorCode::StorageFull : ErrorCode::Internal,
            full ? OutboxStore::tr("The disk of this computer is full.") : error.text()};
}

/// The column of files: what a list of them is called on the wire has no name of its own.
struct Files
{
    QList<LetterFile> files;

    static constexpr auto fields() { return std::tuple{json::field("files", &Files::files)}; }
    bool operator==(const Files &) const = default;

    static QList<LetterFile> read(const QString &text)
    {
        const auto read = json::decode<Files>(text.toUtf8());
        return read ? read->files : QList<LetterFile>();
    }
    static QString write(const QList<LetterFile> &files)
    {
        return files.isEmpty() ? QStringLiteral("") : QString::fromUtf8(json::encode(Files{files}));
    }
};

} // namespace

Result<std::unique_ptr<OutboxStore>> OutboxStore::open(const QString &path)
{
    std::unique_ptr<OutboxStore> store(new OutboxStore(QStringLiteral("outbox ") + generateUuid()));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), store->m_connection);
    database.setDatabaseName(path);
    if (!database.open())
        return failure(database.lastError());
    if (auto prepared = store->prepareFile(); !prepared)
        return prepared.error();
    return store;
}

OutboxStore::~OutboxStore()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Nothing> OutboxStore::prepareFile()
{
    for (const QString &sql :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL")}) {
        if (auto done = run(sql); !done)
            return done;
    }
    QSqlQuery version(QSqlDatabase::database(m_connection));
    if (auto done = run(version, QStringLiteral("PRAGMA user_version"), {}); !done)
        return done;
    const int found = version.next() ? version.value(0).toInt() : 0;
    version.finish();
    if (found > fileVersion)
        return Error(ErrorCode::Internal, tr("It belongs to a newer version of this program."));
    if (found == fileVersion)
        return Nothing{};
    const QString make = found == 1
        ? QStringLiteral("ALTER TABLE letters ADD COLUMN files TEXT NOT NULL DEFAULT ''")
        : QStringLiteral("CREATE TABLE IF NOT EXISTS letters (position INTEGER PRIMARY KEY AUTOINCREMENT, "
                         "account TEXT NOT NULL, chatId TEXT NOT NULL, clientId TEXT NOT NULL, "
                         "text TEXT NOT NULL, createdAt INTEGER NOT NULL, problem TEXT, "
                         "files TEXT NOT NULL DEFAULT '', UNIQUE (account, chatId, clientId))");
    for (const QString &sql : {make, QStringLiteral("PRAGMA user_version = %1").arg(fileVersion)}) {
        if (auto done = run(sql); !done)
            return done;
    }
    return Nothing{};
}

Result<QList<Letter>> OutboxStore::letters(const QString &account) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (auto done = run(query,
                        QStringLiteral("SELECT chatId, clientId, text, createdAt, problem, files FROM letters "
                                       "WHERE account = ? ORDER BY position"),
                        {account});
        !done)
        return done.error();
    QList<Letter> letters;
    while (query.next()) {
        Letter letter;
        letter.chatId = ChatId::fromTrusted(query.value(0).toString());
        letter.clientId = query.value(1).toString();
        letter.text = query.value(2).toString();
        letter.createdAt = {query.value(3).toLongLong()};
        if (!query.isNull(4))
            letter.problem = query.value(4).toString();
        letter.files = Files::read(query.value(5).toString());
        letters.append(letter);
    }
    return letters;
}

Result<Nothing> OutboxStore::add(const QString &account, const Letter &letter)
{
    return run(QStringLiteral("INSERT INTO letters (account, chatId, clientId, text, createdAt, problem, files) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?)"),
               {account, letter.chatId.toString(), letter.clientId, // a null text would be no text to SQL
                letter.text.isNull() ? QStringLiteral("") : letter.text, letter.createdAt.ms,
                letter.problem ? QVariant(*letter.problem) : QVariant(QMetaType::fromType<QString>()),
                Files::write(letter.files)});
}

Result<Nothing> OutboxStore::setProblem(const QString &account, const Letter &letter)
{
    return run(QStringLiteral("UPDATE letters SET problem = ? WHERE account = ? AND chatId = ? AND clientId = ?"),
               {letter.problem ? QVariant(*letter.problem) : QVariant(QMetaType::fromType<QString>()), account,
                letter.chatId.toString(), letter.clientId});
}

Result<Nothing> OutboxStore::setFiles(const QString &account, const Letter &letter)
{
    return run(QStringLiteral("UPDATE letters SET files = ? WHERE account = ? AND chatId = ? AND clientId = ?"),
               {Files::write(letter.files), account, letter.chatId.toString(), letter.clientId});
}

Result<QList<LetterFile>> OutboxStore::files() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (auto done = run(query, QStringLiteral("SELECT files FROM letters WHERE files <> ''"), {}); !done)
        return done.error();
    QList<LetterFile> files;
    while (query.next())
        files += Files::read(query.value(0).toString());
    return files;
}

Result<Nothing> OutboxStore::remove(const QString &account, const ChatId &chatId, const QString &clientId)
{
    return run(QStringLiteral("DELETE FROM letters WHERE account = ? AND chatId = ? AND clientId = ?"),
               {account, chatId.toString(), clientId});
}

Result<Nothing> OutboxStore::forget(const QString &account)
{
    return run(QStringLiteral("DELETE FROM letters WHERE account = ?"), {account});
}

Result<Nothing> OutboxStore::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    return run(query, sql, values);
}

Result<Nothing> OutboxStore::run(QSqlQuery &query, const QString &sql, const QVariantList &values) const
{
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &each : values)
        query.addBindValue(each);
    if (!query.exec())
        return failure(query.lastError());
    return Nothing{};
}

} // namespace deskbell::console
