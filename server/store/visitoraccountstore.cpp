#include "server/store/visitoraccountstore.h"

#include "server/store/operatorstore.h"

namespace deskbell::server {

namespace {

const Sql selectAccount{"SELECT visitorId, passwordHash FROM account WHERE email = ?"};
const Sql selectOf{"SELECT 1 FROM account WHERE visitorId = ?"};
const Sql insertAccount{"INSERT INTO account (visitorId, email, passwordHash) VALUES (?, ?, ?)"
                        " ON CONFLICT (email) DO NOTHING"};

} // namespace

std::optional<VisitorAccountStore::Account> VisitorAccountStore::find(const QString &email)
{
    Query query = m_transaction.query(selectAccount, OperatorStore::normalised(email));
    if (!query.next())
        return std::nullopt;
    return Account{query.get<VisitorId>(0), query.get<QString>(1)};
}

bool VisitorAccountStore::has(const VisitorId &visitor)
{
    return m_transaction.query(selectOf, visitor).next();
}

bool VisitorAccountStore::create(const VisitorId &visitor, const QString &email, const QString &passwordHash)
{
    return m_transaction.change(insertAccount, visitor, OperatorStore::normalised(email), passwordHash) == 1;
}

} // namespace deskbell::server
