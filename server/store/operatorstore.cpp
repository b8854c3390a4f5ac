#include "server/store/operatorstore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::Operator.
#define SELECT_OPERATORS "SELECT id, email, name, role, status, capacity, disabled FROM operator "

const Sql selectById{SELECT_OPERATORS "WHERE id = ?"};
const Sql selectByEmail{SELECT_OPERATORS "WHERE email = ?"};
const Sql selectAll{SELECT_OPERATORS "ORDER BY name, id"};
const Sql insertOperator{"INSERT INTO operator (id, email, name, role, status, capacity, passwordHash, createdAt)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING"};
const Sql selectHash{"SELECT passwordHash FROM operator WHERE id = ?"};
const Sql updateHash{"UPDATE operator SET passwordHash = ? WHERE id = ?"};
const Sql updateDisabled{"UPDATE operator SET disabled = 1 WHERE id = ?"};
const Sql updateStatus{"UPDATE operator SET status = ? WHERE id = ?"};

} // namespace

bool OperatorStore::create(const api::Operator &account, const QString &passwordHash, Timestamp now)
{
    return m_transaction.change(insertOperator, account.id, normalised(account.email), account.name, account.role,
                                account.status, account.capacity, passwordHash, now)
        == 1;
}

std::optional<api::Operator> OperatorStore::find(const OperatorId &id)
{
    Query query = m_transaction.query(selectById, id);
    return query.next() ? std::optional(query.row<api::Operator>()) : std::nullopt;
}

std::optional<api::Operator> OperatorStore::findByEmail(const QString &email)
{
    Query query = m_transaction.query(selectByEmail, normalised(email));
    return query.next() ? std::optional(query.row<api::Operator>()) : std::nullopt;
}

QList<api::Operator> OperatorStore::all()
{
    QList<api::Operator> operators;
    Query query = m_transaction.query(selectAll);
    while (query.next())
        operators.append(query.row<api::Operator>());
    return operators;
}

std::optional<QString> OperatorStore::passwordHash(const OperatorId &id)
{
    Query query = m_transaction.query(selectHash, id);
    return query.next() ? std::optional(query.get<QString>(0)) : std::nullopt;
}

void OperatorStore::setPasswordHash(const OperatorId &id, const QString &hash)
{
    m_transaction.change(updateHash, hash, id);
}

void OperatorStore::setDisabled(const OperatorId &id)
{
    m_transaction.memory().sessions.clear();
    m_transaction.change(updateDisabled, id);
}

void OperatorStore::setStatus(const OperatorId &id, api::OperatorStatus status)
{
    m_transaction.change(updateStatus, status, id);
}

} // namespace deskbell::server
