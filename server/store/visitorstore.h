#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Visitors in the database. Presence is not known here: `online` is always false.
class VisitorStore
{
public:
    explicit VisitorStore(Transaction &transaction) : m_transaction(transaction) { }

    void create(const api::Visitor &visitor);
    std::optional<api::Visitor> find(const VisitorId &id);
    /// Stores anew what they or their site can say of them.
    void update(const api::Visitor &visitor);
    void setBlocked(const VisitorId &id, bool blocked);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
