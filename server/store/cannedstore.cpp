#include "server/store/cannedstore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::CannedReply.
#define SELECT_CANNED "SELECT id, shortcut, title, text, createdAt, updatedAt FROM canned "

const Sql selectById{SELECT_CANNED "WHERE id = ?"};
const Sql selectOther{"SELECT 1 FROM canned WHERE shortcut = ? AND id <> ?"};
const Sql selectAfter{SELECT_CANNED "WHERE shortcut > ? ORDER BY shortcut"};
const Sql countAll{"SELECT count(*) FROM canned"};
const Sql upsert{"INSERT INTO canned (id, shortcut, title, text, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)"
                 " ON CONFLICT (id) DO UPDATE SET shortcut = excluded.shortcut, title = excluded.title,"
                 " text = excluded.text, updatedAt = excluded.updatedAt"};
const Sql deleteOne{"DELETE FROM canned WHERE id = ?"};

} // namespace

bool CannedStore::put(const api::CannedReply &reply)
{
    {
        Query other = m_transaction.query(selectOther, reply.shortcut, reply.id);
        if (other.next())
            return false;
    }
    m_transaction.change(upsert, reply.id, reply.shortcut, reply.title, reply.text, reply.createdAt, reply.updatedAt);
    return true;
}

std::optional<api::CannedReply> CannedStore::find(const CannedId &id)
{
    Query query = m_transaction.query(selectById, id);
    return query.next() ? std::optional(query.row<api::CannedReply>()) : std::nullopt;
}

QList<api::CannedReply> CannedStore::after(const QString &shortcut)
{
    QList<api::CannedReply> replies;
    Query query = m_transaction.query(selectAfter, shortcut);
    while (query.next())
        replies.append(query.row<api::CannedReply>());
    return replies;
}

int CannedStore::count()
{
    Query query = m_transaction.query(countAll);
    return query.next() ? query.get<int>(0) : 0;
}

bool CannedStore::remove(const CannedId &id)
{
    return m_transaction.change(deleteOne, id) == 1;
}

} // namespace deskbell::server
