#pragma once

#include "shared/api/entities.h"

#include <unordered_map>

namespace deskbell::server {

class Transaction;

/// What the rules need to know of a chat before they let anything happen in it.
struct ChatHead
{
    qint64 key = 0; ///< The chat's number inside the database.
    ChatId id;
    api::ChatStatus status = api::ChatStatus::Waiting;
    VisitorId visitorId;
    QString visitorName;
    bool visitorBlocked = false;
    std::optional<OperatorId> operatorId;
    std::optional<QString> operatorName;
    qint64 version = 0;
    qint64 lastSeq = 0;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("key", &ChatHead::key),
                          field("id", &ChatHead::id),
                          field("status", &ChatHead::status),
                          field("visitorId", &ChatHead::visitorId),
                          field("visitorName", &ChatHead::visitorName),
                          field("visitorBlocked", &ChatHead::visitorBlocked),
                          field("operatorId", &ChatHead::operatorId),
                          field("operatorName", &ChatHead::operatorName),
                          field("version", &ChatHead::version),
                          field("lastSeq", &ChatHead::lastSeq)};
    }
};

/// The heads of the chats that the writer has met, so that a message costs one insertion and no look-up. Numbers
/// given to messages are written back once per chat and commit. Valid only while the writer's lock is held or
/// nobody else has written (Database::refreshMemory()).
class ChatHeads
{
public:
    /// The head, read from the database when it is not known; null when there is no such chat.
    /// It stays where it is until forget().
    const ChatHead *find(Transaction &transaction, const ChatId &id);
    /// Gives the next message its number. Written back by flush().
    qint64 takeSeq(const ChatHead &head);
    /// Writes back the numbers that were given.
    void flush(Transaction &transaction);
    void forget();

private:
    struct Known
    {
        ChatHead head;
        bool changed = false;
    };
    std::unordered_map<QString, Known> m_known;
    std::vector<Known *> m_changed; // those whose lastSeq is ahead of the database
};

} // namespace deskbell::server
