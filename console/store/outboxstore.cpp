#include "console/store/outboxstore.h"

#include <QSqlQuery>
#include <QVariant>

namespace deskbell::console {

namespace {

constexpr int fileVersion = 3; // 2: files go with letters; 3: letters answer messages

} // namespace

Result<std::unique_ptr<OutboxStore>> OutboxStore::open(const QString &path)
{
    auto file = SqliteFile::open(path, Outlives::PowerCut);
    if (!file)
        return file.error();
    std::unique_ptr<OutboxStore> store(new OutboxStore(std::move(*file)));
    if (auto prepared = store->prepareFile(); !prepared)
        return prepared.error();
    return store;
}

Result<Nothing> OutboxStore::prepareFile()
{
    const auto version = m_file->version();
    if (!version)
        return version.error();
    const int found = *version;
    if (found > fileVersion)
        return Error(ErrorCode::Internal, tr("It belongs to a newer version of this program."));
    if (found == fileVersion)
        return Nothing{};
    QStringList statements{QStringLiteral("CREATE TABLE IF NOT EXISTS letters (position INTEGER PRIMARY KEY "
                                          "AUTOINCREMENT, account TEXT NOT NULL, chatId TEXT NOT NULL, "
                                          "clientId TEXT NOT NULL, text TEXT NOT NULL, createdAt INTEGER NOT NULL, "
                                          "problem TEXT, files TEXT NOT NULL DEFAULT '', replyToSeq INTEGER, "
                                          "UNIQUE (account, chatId, clientId))")};
    if (found == 1)
        statements << QStringLiteral("ALTER TABLE letters ADD COLUMN files TEXT NOT NULL DEFAULT ''");
    if (found == 1 || found == 2)
        statements << QStringLiteral("ALTER TABLE letters ADD COLUMN replyToSeq INTEGER");
    return m_file->makeVersion(fileVersion, statements);
}

Result<QList<Letter>> OutboxStore::letters(const QString &account) const
{
    auto rows = m_file->select(
        QStringLiteral("SELECT chatId, clientId, text, createdAt, problem, files, replyToSeq FROM letters "
                       "WHERE account = ? ORDER BY position"),
        {account});
    if (!rows)
        return rows.error();
    QSqlQuery &query = *rows;
    QList<Letter> letters;
    while (query.next()) {
        Letter letter;
        letter.chatId = ChatId::fromTrusted(query.value(0).toString());
        letter.clientId = query.value(1).toString();
        letter.text = query.value(2).toString();
        letter.createdAt = {query.value(3).toLongLong()};
        if (!query.isNull(4))
            letter.problem = query.value(4).toString();
        letter.files = LetterFiles::read(query.value(5).toString());
        if (!query.isNull(6))
            letter.replyToSeq = query.value(6).toLongLong();
        letters.append(letter);
    }
    return letters;
}

Result<Nothing> OutboxStore::add(const QString &account, const Letter &letter)
{
    return m_file->run(
        QStringLiteral("INSERT INTO letters (account, chatId, clientId, text, createdAt, problem, files, replyToSeq) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {account, letter.chatId.toString(), letter.clientId, // a null text would be no text to SQL
         letter.text.isNull() ? QStringLiteral("") : letter.text, letter.createdAt.ms,
         letter.problem ? QVariant(*letter.problem) : QVariant(QMetaType::fromType<QString>()),
         LetterFiles::write(letter.files),
         letter.replyToSeq ? QVariant(*letter.replyToSeq) : QVariant(QMetaType::fromType<qint64>())});
}

Result<Nothing> OutboxStore::setProblem(const QString &account, const Letter &letter)
{
    return m_file->run(
        QStringLiteral("UPDATE letters SET problem = ? WHERE account = ? AND chatId = ? AND clientId = ?"),
        {letter.problem ? QVariant(*letter.problem) : QVariant(QMetaType::fromType<QString>()), account,
         letter.chatId.toString(), letter.clientId});
}

Result<Nothing> OutboxStore::setFiles(const QString &account, const Letter &letter)
{
    return m_file->run(QStringLiteral("UPDATE letters SET files = ? WHERE account = ? AND chatId = ? AND clientId = ?"),
                       {LetterFiles::write(letter.files), account, letter.chatId.toString(), letter.clientId});
}

Result<QList<LetterFile>> OutboxStore::files() const
{
    auto rows = m_file->select(QStringLiteral("SELECT files FROM letters WHERE files <> ''"));
    if (!rows)
        return rows.error();
    QSqlQuery &query = *rows;
    QList<LetterFile> files;
    while (query.next())
        files += LetterFiles::read(query.value(0).toString());
    return files;
}

Result<Nothing> OutboxStore::remove(const QString &account, const ChatId &chatId, const QString &clientId)
{
    return m_file->run(QStringLiteral("DELETE FROM letters WHERE account = ? AND chatId = ? AND clientId = ?"),
                       {account, chatId.toString(), clientId});
}

Result<Nothing> OutboxStore::forget(const QString &account)
{
    return m_file->run(QStringLiteral("DELETE FROM letters WHERE account = ?"), {account});
}

} // namespace deskbell::console
