#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Operators in the database. `status` is what they said, whether they are connected or not.
class OperatorStore
{
public:
    explicit OperatorStore(Transaction &transaction) : m_transaction(transaction) { }

    /// False when the address is taken. Addresses are kept in lower case.
    bool create(const api::Operator &account, const QString &passwordHash, Timestamp now);
    std::optional<api::Operator> find(const OperatorId &id);
    /// Not the account of an API key.
    std::optional<api::Operator> findPerson(const OperatorId &id);
    /// How many can sign in and administrate.
    int admins();
    std::optional<api::Operator> findByEmail(const QString &email);
    QList<api::Operator> all();

    std::optional<QString> passwordHash(const OperatorId &id);
    void setPasswordHash(const OperatorId &id, const QString &hash);
    void setDisabled(const OperatorId &id, bool disabled);
    /// Stores name, role and capacity anew.
    void update(const api::Operator &account);
    void setStatus(const OperatorId &id, api::OperatorStatus status);

    static QString normalised(const QString &email) { return email.trimmed().toLower(); }

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
