#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Takes out what is to be forgotten: a visitor with all that was said to them, or chats that are over for long.
class ErasureStore
{
public:
    explicit ErasureStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Empties the visitor's chats and gives the visitor this name. Each message counts as a deletion, so that clients
    /// catch up with it.
    void erase(const VisitorId &visitor, const QString &name, Timestamp now);
    /// Removes at most `limit` chats that ended before; gives how many.
    int removeEndedBefore(Timestamp before, int limit);
    /// SQLite's search index keeps removed words until its parts are merged. Does a bounded piece of that, where it is
    /// needed; gives whether all is done. erase() does the first piece, which for a small desk is all.
    bool cleanIndex();

private:
    bool merges(const Sql &merge);

    Transaction &m_transaction;
};

} // namespace deskbell::server
