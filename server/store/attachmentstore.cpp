#include "server/store/attachmentstore.h"

namespace deskbell::server {

namespace {

// The first of them in the order of the fields of api::Attachment.
const Sql selectOne{"SELECT attachment.id, attachment.name, attachment.size, attachment.type, attachment.width,"
                    " attachment.height, attachment.thumbnail, chat.id, attachment.uploaderId, attachment.seq"
                    " FROM attachment JOIN chat ON chat.key = attachment.chat WHERE attachment.id = ?"};
const Sql insertAttachment{
    "INSERT INTO attachment (id, chat, uploaderId, name, size, createdAt) VALUES (?, ?, ?, ?, ?, ?)"};
const Sql countUnsent{"SELECT count(*) FROM attachment WHERE chat = ? AND uploaderId = ? AND seq IS NULL"};
const Sql updateComplete{"UPDATE attachment SET name = ?, type = ?, width = ?, height = ?, thumbnail = ?"
                         " WHERE id = ? AND type IS NULL"};
const Sql updateSent{"UPDATE attachment SET seq = ? WHERE id = ?"};
const Sql deleteUnsent{"DELETE FROM attachment WHERE seq IS NULL AND createdAt < ?"};
const Sql deleteOf{"DELETE FROM attachment WHERE chat = ? AND seq = ?"};
const Sql selectState{"SELECT type FROM attachment WHERE id = ?"};

} // namespace

void AttachmentStore::create(const ChatHead &chat, const QString &uploaderId, const api::Attachment &attachment,
                             Timestamp now)
{
    m_transaction.change(insertAttachment, attachment.id, chat.key, uploaderId, attachment.name, attachment.size, now);
}

std::optional<StoredAttachment> AttachmentStore::find(const AttachmentId &id)
{
    Query query = m_transaction.query(selectOne, id);
    if (!query.next())
        return std::nullopt;
    StoredAttachment found;
    int at = 0;
    found.shown = query.row<api::Attachment>(at);
    found.chatId = query.get<ChatId>(at);
    found.uploaderId = query.get<QString>(at + 1);
    found.seq = query.get<std::optional<qint64>>(at + 2);
    return found;
}

int AttachmentStore::unsent(const ChatHead &chat, const QString &uploaderId)
{
    Query query = m_transaction.query(countUnsent, chat.key, uploaderId);
    return query.next() ? query.get<int>(0) : 0;
}

bool AttachmentStore::complete(const AttachmentId &id, const FileFacts &facts)
{
    return m_transaction.change(updateComplete, facts.name, facts.type, facts.width, facts.height, facts.thumbnail, id)
        == 1;
}

void AttachmentStore::send(const AttachmentId &id, qint64 seq)
{
    m_transaction.change(updateSent, seq, id);
}

void AttachmentStore::removeOf(const ChatHead &chat, qint64 seq)
{
    m_transaction.change(deleteOf, chat.key, seq);
}

qint64 AttachmentStore::removeUnsent(Timestamp announcedBefore)
{
    return m_transaction.change(deleteUnsent, announcedBefore);
}

QHash<AttachmentId, bool> AttachmentStore::known(const QList<AttachmentId> &ids)
{
    QHash<AttachmentId, bool> found;
    for (const AttachmentId &id : ids) {
        Query query = m_transaction.query(selectState, id);
        if (query.next())
            found.insert(id, query.get<std::optional<QString>>(0).has_value());
    }
    return found;
}

} // namespace deskbell::server
