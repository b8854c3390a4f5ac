#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Visitors who sign in with an e-mail address and a password. Addresses are kept in lower case.
class VisitorAccountStore
{
public:
    struct Account
    {
        VisitorId visitorId;
        QString passwordHash;
    };

    explicit VisitorAccountStore(Transaction &transaction) : m_transaction(transaction) { }

    std::optional<Account> find(const QString &email);
    bool has(const VisitorId &visitor);
    /// False when the address is taken.
    bool create(const VisitorId &visitor, const QString &email, const QString &passwordHash);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
