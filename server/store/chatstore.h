#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// What a chat is about, as far as that is known when it begins.
struct ChatTopic
{
    std::optional<DepartmentId> departmentId{};
    std::optional<QString> subject{};
};

/// Chats in the database. Presence is not known here: `visitorOnline` is always false.
class ChatStore
{
public:
    explicit ChatStore(Transaction &transaction) : m_transaction(transaction) { }

    std::optional<api::Chat> find(const ChatId &id);
    /// Null when there is none. Good until the next write of a chat in this transaction.
    const ChatHead *head(const ChatId &id);

    void create(const ChatId &id, const VisitorId &visitor, const std::optional<QString> &page, Timestamp now,
                const ChatTopic &topic = {});
    /// Gives a waiting chat to the operator, if it is still of the version seen. Returns whether it was.
    bool claim(const ChatHead &seen, const OperatorId &by, Timestamp now);
    /// Ends a chat, if it is still of the version seen. Returns whether it was.
    bool end(const ChatHead &seen, const std::optional<QString> &reason, Timestamp now);

    /// Writes subject, priority, tags and department, if the chat is still of the version seen.
    bool describe(const ChatHead &seen, const api::Chat &chat);
    /// Writes a rating over an earlier one, if the chat is still of the version seen.
    bool rate(const ChatHead &seen, const api::ChatRating &rating);
    /// How often it was rated.
    int ratings(const ChatHead &chat);
    /// The department's chats that are not ended.
    QList<ChatId> openIn(const DepartmentId &department);

    /// The visitor's chat that is not ended.
    std::optional<ChatId> openOf(const VisitorId &visitor);
    /// Who is on the other side of the operator's active chats.
    QList<VisitorId> visitorsOf(const OperatorId &holder);

    /// A piece of a list. `cursor` is the id of the last chat of the piece before, or nothing for the first.
    struct Page
    {
        std::optional<QString> cursor;
        int limit = 50;
        std::optional<DepartmentId> departmentId{}; ///< Of this one alone; not for a visitor's own chats.
    };
    QList<api::Chat> waiting(const Page &page); ///< Oldest first; the others newest first.
    QList<api::Chat> open(const Page &page); ///< Waiting and active, oldest first.
    QList<api::Chat> ended(const Page &page);
    QList<api::Chat> all(const Page &page);
    QList<api::Chat> heldBy(const OperatorId &holder, const Page &page);
    QList<api::Chat> of(const VisitorId &visitor, const Page &page);
    QList<api::Chat> endedOf(const VisitorId &visitor, const Page &page);

private:
    template <class... Values>
    QList<api::Chat> select(const Sql &sql, const Values &...values);

    Transaction &m_transaction;
};

} // namespace deskbell::server
