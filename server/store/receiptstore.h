#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Up to where each side of a chat has received and read. The numbers only ever grow.
class ReceiptStore
{
public:
    explicit ReceiptStore(Transaction &transaction) : m_transaction(transaction) { }

    enum class Side { Visitor, Operator };
    /// Returns whether it was news.
    bool delivered(const ChatHead &chat, Side side, qint64 seq);
    /// What was read was delivered too.
    bool read(const ChatHead &chat, Side side, qint64 seq);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
