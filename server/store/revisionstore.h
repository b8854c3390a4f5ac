#pragma once

#include "server/store/transaction.h"
#include "shared/api/revisioncommands.h"

namespace deskbell::server {

/// Edits and deletions of messages, numbered by chat; what was said before is kept.
class RevisionStore
{
public:
    explicit RevisionStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Gives the message its new text, or none when it is deleted, and keeps `before` as its version: text, who and
    /// when. The version and the message get the chat's next change number.
    void revise(const ChatHead &chat, api::Message &message, api::MessageVersion &before);
    /// Those that ended with a change after `after`, oldest first.
    QList<api::MessageVersion> versions(const ChatHead &chat, qint64 seq, qint64 after, int limit);
    /// What the message said when it was sent, if it has changed since and that is still kept.
    std::optional<QString> firstText(const ChatHead &chat, qint64 seq);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
