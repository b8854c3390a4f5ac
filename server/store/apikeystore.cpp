#include "server/store/apikeystore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::ApiKey.
#define SELECT_KEYS "SELECT id, name, role, createdAt, revokedAt FROM apiKey "

const Sql selectById{SELECT_KEYS "WHERE id = ?"};
const Sql selectByName{SELECT_KEYS "WHERE name = ? AND revokedAt IS NULL"};
const Sql selectNewest{SELECT_KEYS "ORDER BY revokedAt IS NOT NULL, id DESC LIMIT ?"};
const Sql countInUse{"SELECT count(*) FROM apiKey WHERE revokedAt IS NULL"};
const Sql selectKeyOf{"SELECT 1 FROM apiKey WHERE operatorId = ?"};
const Sql selectAccount{"SELECT operatorId FROM apiKey WHERE id = ?"};
// No password has this hash, and no address this form, so nobody can sign in to it.
const Sql insertAccount{
    "INSERT INTO operator (id, email, name, role, status, capacity, passwordHash, createdAt, service)"
    " VALUES (?, ?, ?, ?, 'offline', 1, '!', ?, 1)"};
const Sql insertKey{"INSERT INTO apiKey (id, name, role, operatorId, createdAt) VALUES (?, ?, ?, ?, ?)"};
const Sql updateRevoked{"UPDATE apiKey SET revokedAt = ? WHERE id = ? AND revokedAt IS NULL"};

} // namespace

bool ApiKeyStore::create(const api::ApiKey &key, const OperatorId &account)
{
    if (findByName(key.name))
        return false;
    m_transaction.change(insertAccount, account, QStringLiteral("apikey:") + key.id.toString(), key.name, key.role,
                         key.createdAt);
    m_transaction.change(insertKey, key.id, key.name, key.role, account, key.createdAt);
    return true;
}

std::optional<api::ApiKey> ApiKeyStore::find(const ApiKeyId &id)
{
    Query query = m_transaction.query(selectById, id);
    return query.next() ? std::optional(query.row<api::ApiKey>()) : std::nullopt;
}

std::optional<api::ApiKey> ApiKeyStore::findByName(const QString &name)
{
    Query query = m_transaction.query(selectByName, name);
    return query.next() ? std::optional(query.row<api::ApiKey>()) : std::nullopt;
}

bool ApiKeyStore::isAccount(const OperatorId &account)
{
    return m_transaction.query(selectKeyOf, account).next();
}

std::optional<OperatorId> ApiKeyStore::accountOf(const ApiKeyId &id)
{
    Query query = m_transaction.query(selectAccount, id);
    return query.next() ? std::optional(query.get<OperatorId>(0)) : std::nullopt;
}

QList<api::ApiKey> ApiKeyStore::newest(int limit)
{
    QList<api::ApiKey> keys;
    Query query = m_transaction.query(selectNewest, limit);
    while (query.next())
        keys.append(query.row<api::ApiKey>());
    return keys;
}

int ApiKeyStore::inUse()
{
    Query query = m_transaction.query(countInUse);
    return query.next() ? query.get<int>(0) : 0;
}

void ApiKeyStore::revoke(const ApiKeyId &id, Timestamp now)
{
    m_transaction.change(updateRevoked, now, id);
}

} // namespace deskbell::server
