#include "server/store/auditstore.h"

namespace deskbell::server {

namespace {

#define SELECT_AUDIT "SELECT key, at, actorType, actorId, actorName, action, targetId, detail FROM audit WHERE key < ? "

const Sql insertEntry{"INSERT INTO audit (at, actorType, actorId, actorName, action, targetId, detail)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?)"};
const Sql selectBefore{SELECT_AUDIT "ORDER BY key DESC LIMIT ?"};
const Sql selectOfAction{SELECT_AUDIT "AND action = ? ORDER BY key DESC LIMIT ?"};
const Sql updateActor{"UPDATE audit SET actorName = ? WHERE actorId = ?"};
const Sql updateTarget{"UPDATE audit SET detail = NULL WHERE targetId = ?"};

QList<api::AuditEntry> read(Query &&query)
{
    QList<api::AuditEntry> entries;
    while (query.next())
        entries.append(query.row<api::AuditEntry>());
    return entries;
}

} // namespace

void AuditStore::append(const api::AuditEntry &entry)
{
    m_transaction.change(insertEntry, entry.at, entry.actorType, entry.actorId, entry.actorName, entry.action,
                         entry.targetId, entry.detail);
}

QList<api::AuditEntry> AuditStore::before(qint64 number, int limit)
{
    return read(m_transaction.query(selectBefore, number, limit));
}

QList<api::AuditEntry> AuditStore::ofAction(const QString &action, qint64 before, int limit)
{
    return read(m_transaction.query(selectOfAction, before, action, limit));
}

void AuditStore::forgetNames(const QString &personId, const QString &instead)
{
    m_transaction.change(updateActor, instead, personId);
    m_transaction.change(updateTarget, personId);
}

} // namespace deskbell::server
