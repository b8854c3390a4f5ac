#include "server/store/revisionstore.h"

namespace deskbell::server {

namespace {

const Sql updateChange{"UPDATE chat SET lastChange = lastChange + 1 WHERE key = ?"};
const Sql selectChange{"SELECT lastChange FROM chat WHERE key = ?"};
const Sql updateMessage{
    "UPDATE message SET text = ?, attachments = ?, editedAt = ?, deletedAt = ?, change = ? WHERE chat = ? AND seq = ?"};
// In the order of the fields of api::MessageVersion.
const Sql insertVersion{"INSERT INTO messageVersion (text, action, change, byType, byId, byName, at, chat, seq)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
const Sql selectVersions{"SELECT text, action, change, byType, byId, byName, at FROM messageVersion"
                         " WHERE chat = ? AND seq = ? AND change > ? ORDER BY change LIMIT ?"};
const Sql selectFirst{"SELECT text FROM messageVersion WHERE chat = ? AND seq = ? ORDER BY change LIMIT 1"};

} // namespace

void RevisionStore::revise(const ChatHead &chat, api::Message &message, api::MessageVersion &before)
{
    m_transaction.change(updateChange, chat.key);
    {
        Query query = m_transaction.query(selectChange, chat.key);
        query.next();
        message.change = before.change = query.get<qint64>(0);
    }
    m_transaction.change(insertVersion, before.text, before.action, before.change, before.byType, before.byId,
                         before.byName, before.at, chat.key, message.seq);
    m_transaction.change(updateMessage, message.text, message.attachments, message.editedAt, message.deletedAt,
                         message.change, chat.key, message.seq);
}

QList<api::MessageVersion> RevisionStore::versions(const ChatHead &chat, qint64 seq, qint64 after, int limit)
{
    QList<api::MessageVersion> versions;
    Query query = m_transaction.query(selectVersions, chat.key, seq, after, limit);
    while (query.next())
        versions.append(query.row<api::MessageVersion>());
    return versions;
}

std::optional<QString> RevisionStore::firstText(const ChatHead &chat, qint64 seq)
{
    Query query = m_transaction.query(selectFirst, chat.key, seq);
    return query.next() ? std::optional(query.get<QString>(0)) : std::nullopt;
}

} // namespace deskbell::server
