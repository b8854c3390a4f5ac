#include "console/store/deskstore.h"

#include "shared/json/codec.h"

namespace deskbell::console {

namespace {

constexpr int fileVersion = 2; // 2: visitors
constexpr int mostEnded = 1'000; // chats that are read at the start
constexpr int mostMessages = 500; // of one chat

} // namespace

Result<std::unique_ptr<DeskStore>> DeskStore::open(const QString &path)
{
    auto file = SqliteFile::open(path, Outlives::Crash);
    if (!file)
        return file.error();
    std::unique_ptr<DeskStore> store(new DeskStore(std::move(*file)));
    if (auto prepared = store->prepareFile(); !prepared)
        return prepared.error();
    return store;
}

Result<Nothing> DeskStore::prepareFile()
{
    const auto found = m_file->version();
    if (!found)
        return found.error();
    QStringList statements{// Drafts outlive versions: their table only grows.
                           QStringLiteral("CREATE TABLE IF NOT EXISTS drafts (account TEXT NOT NULL, chatId TEXT NOT "
                                          "NULL, text TEXT NOT NULL, PRIMARY KEY (account, chatId)) WITHOUT ROWID")};
    if (*found != fileVersion) {
        statements << QStringLiteral("DROP TABLE IF EXISTS accounts") << QStringLiteral("DROP TABLE IF EXISTS chats")
                   << QStringLiteral("DROP TABLE IF EXISTS messages") << QStringLiteral("DROP TABLE IF EXISTS visitors")
                   << QStringLiteral("CREATE TABLE accounts (account TEXT PRIMARY KEY, self TEXT NOT NULL)")
                   << QStringLiteral("CREATE TABLE chats (account TEXT NOT NULL, chatId TEXT NOT NULL, "
                                     "endedAt INTEGER, chat TEXT NOT NULL, countedSeq INTEGER NOT NULL, "
                                     "unread INTEGER NOT NULL, PRIMARY KEY (account, chatId)) WITHOUT ROWID")
                   << QStringLiteral("CREATE TABLE messages (account TEXT NOT NULL, chatId TEXT NOT NULL, "
                                     "seq INTEGER NOT NULL, message TEXT NOT NULL, "
                                     "PRIMARY KEY (account, chatId, seq)) WITHOUT ROWID")
                   << QStringLiteral("CREATE TABLE visitors (account TEXT NOT NULL, visitorId TEXT NOT NULL, "
                                     "visitor TEXT NOT NULL, PRIMARY KEY (account, visitorId)) WITHOUT ROWID");
    }
    if (auto done = m_file->makeVersion(fileVersion, statements); !done)
        return done;
    return growDrafts();
}

QSqlQuery DeskStore::rows(const QString &sql, const QVariantList &values) const
{
    auto found = m_file->select(sql, values);
    return found ? std::move(*found) : QSqlQuery();
}

api::Operator DeskStore::self(const QString &account) const
{
    QSqlQuery query = rows(QStringLiteral("SELECT self FROM accounts WHERE account = ?"), {account});
    if (!query.next())
        return {};
    const auto self = json::decode<api::Operator>(query.value(0).toString().toUtf8());
    return self ? *self : api::Operator();
}

Result<Nothing> DeskStore::setSelf(const QString &account, const api::Operator &self)
{
    return m_file->run(QStringLiteral("INSERT OR REPLACE INTO accounts (account, self) VALUES (?, ?)"),
                       {account, QString::fromUtf8(json::encode(self))});
}

QList<SeenChat> DeskStore::chats(const QString &account) const
{
    QSqlQuery query = rows(QStringLiteral("SELECT chat, countedSeq, unread FROM chats WHERE account = ? "
                                          "ORDER BY endedAt IS NOT NULL, endedAt DESC"),
                           {account});
    QList<SeenChat> chats;
    int ended = 0;
    while (query.next() && ended < mostEnded) {
        const auto chat = json::decode<api::Chat>(query.value(0).toString().toUtf8());
        if (!chat)
            continue; // a field that later became stricter
        chats.append({*chat, query.value(1).toLongLong(), query.value(2).toInt()});
        ended += chat->status == api::ChatStatus::Ended ? 1 : 0;
    }
    return chats;
}

QList<api::Message> DeskStore::messages(const QString &account, const ChatId &chatId) const
{
    QSqlQuery query = rows(QStringLiteral("SELECT message FROM messages WHERE account = ? AND chatId = ? "
                                          "ORDER BY seq DESC LIMIT %1")
                               .arg(mostMessages),
                           {account, chatId.toString()});
    QList<api::Message> messages;
    while (query.next()) {
        const auto message = json::decode<api::Message>(query.value(0).toString().toUtf8());
        if (!message || (!messages.isEmpty() && message->seq != messages.last().seq - 1))
            break; // what is older than a gap would be out of place
        messages.append(*message);
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

std::optional<api::Visitor> DeskStore::visitor(const QString &account, const VisitorId &id) const
{
    QSqlQuery query = rows(QStringLiteral("SELECT visitor FROM visitors WHERE account = ? AND visitorId = ?"),
                           {account, id.toString()});
    if (!query.next())
        return {};
    const auto visitor = json::decode<api::Visitor>(query.value(0).toString().toUtf8());
    return visitor ? std::optional(*visitor) : std::nullopt;
}

Result<Nothing> DeskStore::begin()
{
    return m_file->run(QStringLiteral("BEGIN"));
}

Result<Nothing> DeskStore::commit()
{
    return m_file->run(QStringLiteral("COMMIT"));
}

Result<Nothing> DeskStore::keep(const QString &account, const SeenChat &seen)
{
    const QVariant endedAt =
        seen.chat.endedAt ? QVariant(seen.chat.endedAt->ms) : QVariant(QMetaType::fromType<qint64>());
    return m_file->run(
        QStringLiteral("INSERT OR REPLACE INTO chats (account, chatId, endedAt, chat, countedSeq, unread) "
                       "VALUES (?, ?, ?, ?, ?, ?)"),
        {account, seen.chat.id.toString(), endedAt, QString::fromUtf8(json::encode(seen.chat)), seen.countedSeq,
         seen.unread});
}

Result<Nothing> DeskStore::keep(const QString &account, const api::Message &message)
{
    return m_file->run(
        QStringLiteral("INSERT OR REPLACE INTO messages (account, chatId, seq, message) VALUES (?, ?, ?, ?)"),
        {account, message.chatId.toString(), message.seq, QString::fromUtf8(json::encode(message))});
}

Result<Nothing> DeskStore::keep(const QString &account, const api::Visitor &visitor)
{
    return m_file->run(QStringLiteral("INSERT OR REPLACE INTO visitors (account, visitorId, visitor) VALUES (?, ?, ?)"),
                       {account, visitor.id.toString(), QString::fromUtf8(json::encode(visitor))});
}

Result<Nothing> DeskStore::remove(const QString &account, const ChatId &chatId)
{
    if (auto done = m_file->run(QStringLiteral("DELETE FROM chats WHERE account = ? AND chatId = ?"),
                                {account, chatId.toString()});
        !done)
        return done;
    return removeMessages(account, chatId);
}

Result<Nothing> DeskStore::removeMessages(const QString &account, const ChatId &chatId)
{
    return m_file->run(QStringLiteral("DELETE FROM messages WHERE account = ? AND chatId = ?"),
                       {account, chatId.toString()});
}

Result<Nothing> DeskStore::remove(const QString &account, const VisitorId &id)
{
    return m_file->run(QStringLiteral("DELETE FROM visitors WHERE account = ? AND visitorId = ?"),
                       {account, id.toString()});
}

Result<Nothing> DeskStore::forget(const QString &account)
{
    for (const QString &table : {QStringLiteral("accounts"), QStringLiteral("chats"), QStringLiteral("messages"),
                                 QStringLiteral("visitors")}) {
        if (auto done = m_file->run(QStringLiteral("DELETE FROM %1 WHERE account = ?").arg(table), {account}); !done)
            return done;
    }
    return Nothing{};
}

} // namespace deskbell::console
