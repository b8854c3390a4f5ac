#include "server/store/erasurestore.h"

#include "server/store/settingstore.h"

namespace deskbell::server {

namespace {

const Sql selectChats{"SELECT key FROM chat WHERE visitorId = ?"};
const Sql updateMessages{"UPDATE message SET text = '', attachments = NULL, deletedAt = coalesce(deletedAt, ?),"
                         " senderName = CASE WHEN senderType = 'visitor' THEN ? ELSE senderName END,"
                         " change = (SELECT lastChange FROM chat WHERE chat.key = message.chat) + seq WHERE chat = ?"};
const Sql updateChat{"UPDATE chat SET lastChange = lastChange + lastSeq, page = NULL, endReason = NULL,"
                     " subject = NULL, tags = '', ratingComment = NULL, offerNote = NULL WHERE key = ?"};
const Sql deleteFiles{"DELETE FROM attachment WHERE chat = ?"};
const Sql deleteNotes{"DELETE FROM note WHERE chat = ?"};
const Sql updateVisitor{"UPDATE visitor SET name = ?, email = NULL, page = NULL, attributes = NULL, address = NULL,"
                        " erasedAt = ? WHERE id = ?"};
const Sql deleteKnownUser{"DELETE FROM knownUser WHERE visitorId = ?"};
const Sql deleteAccount{"DELETE FROM account WHERE visitorId = ?"};
const Sql selectOld{"SELECT key FROM chat WHERE endedAt < ? ORDER BY endedAt LIMIT ?"};
const Sql deleteVersions{"DELETE FROM messageVersion WHERE chat = ?"};
const Sql deleteMessages{"DELETE FROM message WHERE chat = ?"};
const Sql deleteChat{"DELETE FROM chat WHERE key = ?"};

#define MERGE(TABLE, PAGES) "INSERT INTO " TABLE " (" TABLE ", rank) VALUES ('merge', " PAGES ")"
const Sql mergeAllMessages{MERGE("messageSearch", "-1000")};
const Sql mergeOnMessages{MERGE("messageSearch", "1000")};
const Sql mergeAllChats{MERGE("chatSearch", "-1000")};
const Sql mergeOnChats{MERGE("chatSearch", "1000")};
const Sql selectChanges{"SELECT total_changes()"};

/// Says while the index waits for being cleaned whether that has begun.
const QString cleaning = QStringLiteral("search.cleaning");
const QString wanted = QStringLiteral("wanted");
const QString begun = QStringLiteral("begun");

QList<qint64> keysIn(Query &&query)
{
    QList<qint64> keys;
    while (query.next())
        keys.append(query.get<qint64>(0));
    return keys;
}

} // namespace

void ErasureStore::erase(const VisitorId &visitor, const QString &name, Timestamp now)
{
    m_transaction.settle(); // heads of chats carry the visitor's name, and the numbers of messages
    for (const qint64 key : keysIn(m_transaction.query(selectChats, visitor))) {
        m_transaction.change(deleteVersions, key);
        m_transaction.change(deleteNotes, key);
        m_transaction.change(deleteFiles, key);
        m_transaction.change(updateMessages, now, name, key);
        m_transaction.change(updateChat, key);
    }
    m_transaction.change(updateVisitor, name, now, visitor);
    m_transaction.change(deleteKnownUser, visitor);
    m_transaction.change(deleteAccount, visitor);
    SettingStore(m_transaction).set(cleaning, wanted);
    if (!cleanIndex())
        cleanIndex();
}

bool ErasureStore::merges(const Sql &merge)
{
    const auto changes = [this] {
        Query query = m_transaction.query(selectChanges);
        query.next();
        return query.get<qint64>(0);
    };
    const qint64 before = changes();
    m_transaction.change(merge);
    return changes() - before >= 2; // SQLite's sign that there was something to merge
}

bool ErasureStore::cleanIndex()
{
    SettingStore settings(m_transaction);
    const QString state = settings.all().value(cleaning);
    if (state.isEmpty())
        return true;
    if (m_transaction.database().dialect().fullTextTable) {
        const bool first = state == wanted;
        const bool messages = merges(first ? mergeAllMessages : mergeOnMessages);
        const bool chats = merges(first ? mergeAllChats : mergeOnChats);
        if (messages || chats) {
            settings.set(cleaning, begun);
            return false;
        }
    }
    settings.remove(cleaning);
    return true;
}

int ErasureStore::removeEndedBefore(Timestamp before, int limit)
{
    m_transaction.settle();
    const QList<qint64> keys = keysIn(m_transaction.query(selectOld, before, limit));
    for (const qint64 key : keys) {
        m_transaction.change(deleteVersions, key);
        m_transaction.change(deleteMessages, key);
        m_transaction.change(deleteChat, key);
    }
    if (!keys.isEmpty())
        SettingStore(m_transaction).set(cleaning, wanted);
    return int(keys.size());
}

} // namespace deskbell::server
