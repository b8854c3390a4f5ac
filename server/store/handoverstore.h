#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Chats on their way from one operator to another. What changes one does so only if it is still of the version seen,
/// and returns whether it was.
class HandoverStore
{
public:
    explicit HandoverStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Back into the queue, where nobody holds it.
    bool release(const ChatHead &seen);
    /// From now on this operator's, whoever held it before.
    bool give(const ChatHead &seen, const OperatorId &to, Timestamp now);
    bool offer(const ChatHead &seen, const api::ChatOffer &offer);
    /// The offer is over; whoever holds the chat keeps it.
    bool withdraw(const ChatHead &seen);

    /// The operator has let the chat go by.
    void pass(const ChatHead &chat, const OperatorId &who, Timestamp now);
    QList<OperatorId> passedSince(const ChatId &chat, Timestamp since);
    void forgetPasses(const ChatHead &chat);

private:
    template <class... Values>
    bool change(const ChatHead &seen, const Sql &sql, const Values &...values);

    Transaction &m_transaction;
};

} // namespace deskbell::server
