#pragma once

#include "server/store/transaction.h"
#include "shared/api/apikeycommands.h"

namespace deskbell::server {

/// API keys in the database. A key's secret is the token of a session (SessionStore) of an account of its own.
class ApiKeyStore
{
public:
    explicit ApiKeyStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Makes the key and its account. False when a key that is not revoked has the name.
    bool create(const api::ApiKey &key, const OperatorId &account);
    std::optional<api::ApiKey> find(const ApiKeyId &id);
    /// One that is not revoked.
    std::optional<api::ApiKey> findByName(const QString &name);
    /// Whether this account is a key's, and nobody's.
    bool isAccount(const OperatorId &account);
    std::optional<OperatorId> accountOf(const ApiKeyId &id);
    /// Those in use first, then what was revoked; newest first.
    QList<api::ApiKey> newest(int limit);
    int inUse();
    void revoke(const ApiKeyId &id, Timestamp now);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
