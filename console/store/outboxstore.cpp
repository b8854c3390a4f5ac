#include "console/store/outboxstore.h"

#include "shared/json/codec.h"

#include <QSqlQuery>
#include <QVariant>

namespace deskbell::console {

namespace {

constexpr int fileVersion = 2; // 2: files go with letters

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
    const QString make = found == 1
        ? QStringLiteral("ALTER TABLE letters ADD COLUMN files TEXT NOT NULL DEFAULT ''")
        : QStringLiteral("CREATE TABLE IF NOT EXISTS letters (position INTEGER PRIMARY KEY AUTOINCREMENT, "
                         "account TEXT NOT NULL, chatId TEXT NOT NULL, clientId TEXT NOT NULL, "
                         "text TEXT NOT NULL, createdAt INTEGER NOT NULL, problem TEXT, "
                         "files TEXT NOT NULL DEFAULT '', UNIQUE (account, chatId, clientId))");
    return m_file->makeVersion(fileVersion, {make});
}

Result<QList<Letter>> OutboxStore::letters(const QString &account) const
{
    auto rows = m_file->select(QStringLiteral("SELECT chatId, clientId, text, createdAt, problem, files FROM letters "
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
        letter.files = Files::read(query.value(5).toString());
        letters.append(letter);
    }
    return letters;
}

Result<Nothing> OutboxStore::add(const QString &account, const Letter &letter)
{
    return m_file->run(
        QStringLiteral("INSERT INTO letters (account, chatId, clientId, text, createdAt, problem, files) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {account, letter.chatId.toString(), letter.clientId, // a null text would be no text to SQL
         letter.text.isNull() ? QStringLiteral("") : letter.text, letter.createdAt.ms,
         letter.problem ? QVariant(*letter.problem) : QVariant(QMetaType::fromType<QString>()),
         Files::write(letter.files)});
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
                       {Files::write(letter.files), account, letter.chatId.toString(), letter.clientId});
}

Result<QList<LetterFile>> OutboxStore::files() const
{
    auto rows = m_file->select(QStringLiteral("SELECT files FROM letters WHERE files <> ''"));
    if (!rows)
        return rows.error();
    QSqlQuery &query = *rows;
    QList<LetterFile> files;
    while (query.next())
        files += Files::read(query.value(0).toString());
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
