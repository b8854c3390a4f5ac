#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Which visitor an id belongs to that a site gave its customer. Ids are never given to another.
class KnownUserStore
{
public:
    explicit KnownUserStore(Transaction &transaction) : m_transaction(transaction) { }

    std::optional<VisitorId> find(const QString &userId);
    std::optional<QString> userIdOf(const VisitorId &visitor);
    void add(const QString &userId, const VisitorId &visitor);
    QHash<QString, QString> all(); ///< userId, by visitor.

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
