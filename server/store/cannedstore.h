#pragma once

#include "server/store/transaction.h"
#include "shared/api/cannedcommands.h"

namespace deskbell::server {

/// Canned replies in the database.
class CannedStore
{
public:
    explicit CannedStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Stores it, in the place of the one with its id if there is one. False when another has its shortcut.
    bool put(const api::CannedReply &reply);
    std::optional<api::CannedReply> find(const CannedId &id);
    QList<api::CannedReply> after(const QString &shortcut); ///< By shortcut.
    int count();
    /// Returns whether it was there.
    bool remove(const CannedId &id);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
