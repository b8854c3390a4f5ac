#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about messages, and what is said while one writes them.
namespace deskbell::api {

/// Sends a message: a text, files that were uploaded to its chat, or both. With a `clientId` a resend returns the first
/// result, marked `duplicate`.
struct MessageSend
{
    using Answer = Message;
    static constexpr Operation operation{
        "message.send",   Method::Post, "/chats/{chatId}/messages", Access::Participants, Effect::Write,
        "Send a message", 201};
    ChatId chatId;
    QString text;
    std::optional<QString> clientId;
    QList<AttachmentId> attachments{};
    std::optional<qint64> replyToSeq{}; ///< The message of the same chat that it answers.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageSend::chatId),
                          field("text", &MessageSend::text, orDefault(json::text(0, 4000))),
                          field("clientId", &MessageSend::clientId, clientIdText),
                          field("attachments", &MessageSend::attachments, onlyWhenSet(list(10))),
                          field("replyToSeq", &MessageSend::replyToSeq, range(1, 9'007'199'254'740'991))};
    }
    void check(json::Problems &problems) const
    {
        if (attachments.isEmpty() && text.trimmed().isEmpty())
            problems.addTo(QStringLiteral("text"), QStringLiteral("must not be blank where there are no attachments"));
    }
    bool operator==(const MessageSend &) const = default;
};

struct MessageListAnswer
{
    QList<Message> messages; ///< Ascending by seq.
    bool more = false; ///< There are more in the direction that was asked for.

    static constexpr auto fields()
    {
        return std::tuple{json::field("messages", &MessageListAnswer::messages, json::list(200)),
                          json::field("more", &MessageListAnswer::more)};
    }
    bool operator==(const MessageListAnswer &) const = default;
};

/// The messages after a seq, or before one; without either the last ones.
struct MessageList
{
    using Answer = MessageListAnswer;
    static constexpr Operation operation{"message.list",       Method::Get,  "/chats/{chatId}/messages",
                                         Access::Participants, Effect::Read, "List a chat's messages"};
    ChatId chatId;
    std::optional<qint64> after;
    std::optional<qint64> before;
    int limit = 50;

    static constexpr auto fields()
    {
        using namespace json;
        constexpr qint64 most = 9'007'199'254'740'991;
        return std::tuple{field("chatId", &MessageList::chatId), field("after", &MessageList::after, range(0, most)),
                          field("before", &MessageList::before, range(1, most)),
                          field("limit", &MessageList::limit, orDefault(range(1, 200)))};
    }
    bool operator==(const MessageList &) const = default;
};

/// For the visitor to give `text` is worth it while desk.get says `typingPreview`, and at most twice a second.
struct TypingSet
{
    using Answer = Nothing;
    static constexpr Operation operation{"typing.set",         Method::Put,  "/chats/{chatId}/typing",
                                         Access::Participants, Effect::Live, "Say that one is typing"};
    ChatId chatId;
    bool typing = false;
    std::optional<QString> text{}; ///< What a visitor has written so far; for operators, if the settings say so.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &TypingSet::chatId), json::field("typing", &TypingSet::typing),
                          json::field("text", &TypingSet::text, json::text(0, 1000))};
    }
    bool operator==(const TypingSet &) const = default;
};

} // namespace deskbell::api
