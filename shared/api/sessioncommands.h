#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What a client asks after it has come back.
namespace deskbell::api {

/// How much a client has of a chat: its last message, and the last edit or deletion.
struct ChatPosition
{
    ChatId chatId;
    qint64 seq = 0;
    qint64 change = 0; ///< `lastChange` of the chat, or `change` of the last changed message.

    static constexpr auto fields()
    {
        return std::tuple{
            json::field("chatId", &ChatPosition::chatId),
            json::field("seq", &ChatPosition::seq, json::range(0, 9'007'199'254'740'991)),
            json::field("change", &ChatPosition::change, json::orDefault(json::range(0, 9'007'199'254'740'991)))};
    }
    bool operator==(const ChatPosition &) const = default;
};

struct SessionResumeAnswer
{
    QList<Chat> chats;
    QList<Message> messages; ///< Ascending by chat and seq; at most 200 of a chat.
    bool more = false; ///< Some chat has more messages than came: ask message.list.
    /// Messages that the client has and that were edited or deleted since; ascending by chat and change, at most 200 of
    /// a chat.
    QList<Message> changes;
    bool moreChanges = false; ///< Some chat has more changes than came: resume again from the last of them.

    static constexpr auto fields()
    {
        constexpr json::Rule changeRule{.maxLength = 1'000'000, .mayBeAbsent = true, .onlyWhenSet = true};
        return std::tuple{json::field("chats", &SessionResumeAnswer::chats, json::list(100'000)),
                          json::field("messages", &SessionResumeAnswer::messages, json::list(1'000'000)),
                          json::field("more", &SessionResumeAnswer::more),
                          json::field("changes", &SessionResumeAnswer::changes, changeRule),
                          json::field("moreChanges", &SessionResumeAnswer::moreChanges, json::onlyWhenSet())};
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
