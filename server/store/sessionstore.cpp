#include "server/store/sessionstore.h"

namespace deskbell::server {

namespace {

const Sql insertSession{"INSERT INTO session (id, operatorId, visitorId, createdAt, expiresAt, tokenHash)"
                        " VALUES (?, ?, ?, ?, ?, ?)"};
const Sql selectByHash{"SELECT id, operatorId, visitorId, createdAt, expiresAt FROM session WHERE tokenHash = ?"};
const Sql selectExpiry{"SELECT session.expiresAt FROM session JOIN operator ON operator.id = session.operatorId"
                       " WHERE session.id = ? AND operator.disabled = 0"};
const Sql updateExpiry{"UPDATE session SET expiresAt = ? WHERE id = ?"};
const Sql deleteOne{"DELETE FROM session WHERE id = ?"};
const Sql selectOfOperator{"SELECT id FROM session WHERE operatorId = ?"};
const Sql selectOfVisitor{"SELECT id FROM session WHERE visitorId = ?"};
const Sql deleteExpired{"DELETE FROM session WHERE expiresAt <= ?"};

} // namespace

void SessionStore::create(const StoredSession &session, const QString &tokenHash)
{
    m_transaction.change(insertSession, session.id, session.operatorId, session.visitorId, session.createdAt,
                         session.expiresAt, tokenHash);
}

std::optional<StoredSession> SessionStore::findByTokenHash(const QString &tokenHash)
{
    Query query = m_transaction.query(selectByHash, tokenHash);
    return query.next() ? std::optional(query.row<StoredSession>()) : std::nullopt;
}

std::optional<Timestamp> SessionStore::operatorsExpiry(const SessionId &id)
{
    QHash<QString, Timestamp> &known = m_transaction.memory().sessions;
    const auto found = known.constFind(id.toString());
    if (found != known.constEnd())
        return *found;
    Query query = m_transaction.query(selectExpiry, id);
    if (!query.next())
        return std::nullopt;
    const auto expiry = query.get<Timestamp>(0);
    known.insert(id.toString(), expiry);
    return expiry;
}

void SessionStore::extend(const SessionId &id, Timestamp expiresAt)
{
    m_transaction.change(updateExpiry, expiresAt, id);
}

void SessionStore::remove(const SessionId &id)
{
    m_transaction.memory().sessions.remove(id.toString());
    m_transaction.change(deleteOne, id);
}

QList<SessionId> SessionStore::takeAll(Query &&found, const SessionId &except)
{
    QList<SessionId> taken;
    while (found.next()) {
        const auto id = found.get<SessionId>(0);
        if (id != except)
            taken.append(id);
    }
    for (const SessionId &each : std::as_const(taken))
        remove(each);
    return taken;
}

QList<SessionId> SessionStore::takeAllOf(const OperatorId &holder, const SessionId &except)
{
    return takeAll(m_transaction.query(selectOfOperator, holder), except);
}

QList<SessionId> SessionStore::takeAllOf(const VisitorId &holder)
{
    return takeAll(m_transaction.query(selectOfVisitor, holder), {});
}

QList<SessionId> SessionStore::allOf(const VisitorId &holder)
{
    QList<SessionId> ids;
    Query found = m_transaction.query(selectOfVisitor, holder);
    while (found.next())
        ids.append(found.get<SessionId>(0));
    return ids;
}

void SessionStore::removeExpired(Timestamp now)
{
    m_transaction.memory().sessions.clear();
    m_transaction.change(deleteExpired, now);
}

} // namespace deskbell::server
