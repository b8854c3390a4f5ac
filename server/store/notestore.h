#pragma once

#include "server/store/transaction.h"
#include "shared/api/chatdetailcommands.h"

namespace deskbell::server {

/// Operators' notes about chats.
class NoteStore
{
public:
    explicit NoteStore(Transaction &transaction) : m_transaction(transaction) { }

    void add(const ChatHead &chat, const api::Note &note);
    /// Oldest first, those behind the cursor, which is the id of a note.
    QList<api::Note> of(const ChatHead &chat, const std::optional<QString> &cursor, int limit);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
