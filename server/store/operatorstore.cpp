#include "server/store/operatorstore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::Operator.
#define SELECT_OPERATORS "SELECT id, email, name, role, status, capacity, disabled FROM operator "

const Sql selectById{SELECT_OPERATORS "WHERE id = ?"};
const Sql selectByEmail{SELECT_OPERATORS "WHERE email = ? AND service = 0"};
const Sql selectPerson{SELECT_OPERATORS "WHERE id = ? AND service = 0"};
const Sql selectAll{SELECT_OPERATORS "WHERE service = 0 ORDER BY name, id"};
const Sql countAdmins{"SELECT count(*) FROM operator WHERE role = 'admin' AND disabled = 0 AND service = 0"};
const Sql insertOperator{"INSERT INTO operator (id, email, name, role, status, capacity, passwordHash, createdAt)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING"};
const Sql selectHash{"SELECT passwordHash FROM operator WHERE id = ?"};
const Sql updateHash{"UPDATE operator SET passwordHash = ? WHERE id = ?"};
const Sql updateDisabled{"UPDATE operator SET disabled = ? WHERE id = ?"};
const Sql updateAccount{"UPDATE operator SET name = ?, role = ?, capacity = ? WHERE id = ?"};
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

void OperatorStore::setDisabled(const OperatorId &id, bool disabled)
{
    m_transaction.memory().sessions.clear();
    m_transaction.change(updateDisabled, disabled, id);
}

void OperatorStore::update(const api::Operator &account)
{
    m_transaction.settle(); // heads of chats carry the operator's name
    m_transaction.change(updateAccount, account.name, account.role, account.capacity, account.id);
}

std::optional<api::Operator> OperatorStore::findPerson(const OperatorId &id)
{
    Query query = m_transaction.query(selectPerson, id);
    return query.next() ? std::optional(query.row<api::Operator>()) : std::nullopt;
}

int OperatorStore::admins()
{
    Query query = m_transaction.query(countAdmins);
    return query.next() ? query.get<int>(0) : 0;
}

void OperatorStore::setStatus(const OperatorId &id, api::OperatorStatus status)
{
    m_transaction.change(updateStatus, status, id);
}

} // namespace deskbell::server
