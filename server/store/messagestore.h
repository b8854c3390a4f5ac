#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// Messages in the database, clustered by chat and seq.
class MessageStore
{
public:
    explicit MessageStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Gives the message the next number of the chat and stores it. False, and nothing is stored, when this sender
    /// has used this clientId in the chat.
    bool append(const ChatHead &chat, api::Message &message);
    std::optional<api::Message> findByClientId(const ChatHead &chat, const QString &senderId, const QString &clientId);

    /// Ascending, from the first after `seq`.
    QList<api::Message> after(const ChatHead &chat, qint64 seq, int limit);
    /// Ascending, up to the last before `seq`.
    QList<api::Message> before(const ChatHead &chat, qint64 seq, int limit);
    std::optional<api::Message> find(const ChatHead &chat, qint64 seq);
    /// Those up to `upToSeq` that were edited or deleted after the change of this number, in the order of the changes.
    QList<api::Message> changedAfter(const ChatHead &chat, qint64 change, qint64 upToSeq, int limit);

private:
    static api::Message read(const Query &query, const ChatHead &chat);

    Transaction &m_transaction;
};

} // namespace deskbell::server
