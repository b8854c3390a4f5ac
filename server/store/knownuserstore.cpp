#include "server/store/knownuserstore.h"

namespace deskbell::server {

namespace {

const Sql selectVisitor{"SELECT visitorId FROM knownUser WHERE userId = ?"};
const Sql selectUser{"SELECT userId FROM knownUser WHERE visitorId = ?"};
const Sql selectAll{"SELECT visitorId, userId FROM knownUser"};
const Sql insertUser{"INSERT INTO knownUser (userId, visitorId) VALUES (?, ?)"};

} // namespace

std::optional<VisitorId> KnownUserStore::find(const QString &userId)
{
    Query query = m_transaction.query(selectVisitor, userId);
    return query.next() ? std::optional(query.get<VisitorId>(0)) : std::nullopt;
}

std::optional<QString> KnownUserStore::userIdOf(const VisitorId &visitor)
{
    Query query = m_transaction.query(selectUser, visitor);
    return query.next() ? std::optional(query.get<QString>(0)) : std::nullopt;
}

void KnownUserStore::add(const QString &userId, const VisitorId &visitor)
{
    m_transaction.change(insertUser, userId, visitor);
}

QHash<QString, QString> KnownUserStore::all()
{
    QHash<QString, QString> found;
    Query query = m_transaction.query(selectAll);
    while (query.next())
        found.insert(query.get<QString>(0), query.get<QString>(1));
    return found;
}

} // namespace deskbell::server
