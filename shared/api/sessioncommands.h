#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What a client asks after it has come back.
namespace deskbell::api {

/// The last message that a client has of a chat.
struct ChatPosition
{
    ChatId chatId;
    qint64 seq = 0;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatPosition::chatId),
                          json::field("seq", &ChatPosition::seq, json::range(0, 9'007'199'254'740'991))};
    }
    bool operator==(const ChatPosition &) const = default;
};

struct SessionResumeAnswer
{
    QList<Chat> chats;
    QList<Message> messages; ///< Ascending by chat and seq; at most 200 of a chat.
    bool more = false; ///< Some chat has more messages than came: ask message.list.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chats", &SessionResumeAnswer::chats, json::list(100'000)),
                          json::field("messages", &SessionResumeAnswer::messages, json::list(1'000'000)),
                          json::field("more", &SessionResumeAnswer::more)};
    }
    bool operator==(const SessionResumeAnswer &) const = default;
};

/// After a reconnect: what one has, answered with exactly the rest. A visitor gets their chats; an operator the queue,
/// their own active chats and those named.
struct SessionResume
{
    using Answer = SessionResumeAnswer;
    static constexpr Operation operation{"session.resume",     Method::Post, "/session/resume",
                                         Access::Participants, Effect::Read, "Catch up after a reconnect"};
    QList<ChatPosition> chats;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chats", &SessionResume::chats, json::orDefault(json::list(1000)))};
    }
    bool operator==(const SessionResume &) const = default;
};

} // namespace deskbell::api
