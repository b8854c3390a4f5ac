#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// Every request that a client can make: its fields, its answer, and the Operation that describes it.
namespace deskbell::api {

/// Texts of a visitor about themselves are short.
inline constexpr json::Rule shortText = json::text(1, 200);
inline constexpr json::Rule clientIdText = json::text(1, 64);
inline constexpr json::Rule messageText = json::text(1, 4000);

struct ChatStartAnswer
{
    Chat chat;
    std::optional<QString> token; ///< The visitor's secret, when the request made them a visitor.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chat", &ChatStartAnswer::chat), json::field("token", &ChatStartAnswer::token)};
    }
    bool operator==(const ChatStartAnswer &) const = default;
};

/// A visitor asks for help. While a chat of theirs is not ended, that one is the answer.
struct ChatStart
{
    using Answer = ChatStartAnswer;
    static constexpr Operation operation{"chat.start",  Method::Post,   "/chats", Access::Anyone,
                                         Effect::Write, "Start a chat", 201};
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> text; ///< The first message.
    std::optional<QString> page; ///< Address of the page the visitor is on.
    std::optional<QString> clientId; ///< Of the first message.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("name", &ChatStart::name, shortText), field("email", &ChatStart::email, shortText),
                          field("text", &ChatStart::text, messageText),
                          field("page", &ChatStart::page, json::text(1, 2000)),
                          field("clientId", &ChatStart::clientId, clientIdText)};
    }
    bool operator==(const ChatStart &) const = default;
};

enum class ChatScope { Queue, Mine, All, Ended };
constexpr auto enumNames(ChatScope)
{
    return std::array{
        std::pair{ChatScope::Queue, std::string_view("queue")}, std::pair{ChatScope::Mine, std::string_view("mine")},
        std::pair{ChatScope::All, std::string_view("all")}, std::pair{ChatScope::Ended, std::string_view("ended")}};
}

struct ChatListAnswer
{
    QList<Chat> chats;
    std::optional<QString> next; ///< Cursor of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chats", &ChatListAnswer::chats, json::list(200)),
                          json::field("next", &ChatListAnswer::next)};
    }
    bool operator==(const ChatListAnswer &) const = default;
};

/// Chats in a scope: the queue oldest first, the others newest first. A visitor sees only their own.
struct ChatList
{
    using Answer = ChatListAnswer;
    static constexpr Operation operation{"chat.list",          Method::Get,  "/chats",
                                         Access::Participants, Effect::Read, "List chats"};
    ChatScope scope = ChatScope::Queue;
    std::optional<QString> cursor;
    int limit = 50;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("scope", &ChatList::scope, orDefault()),
                          field("cursor", &ChatList::cursor, json::text(1, 200)),
                          field("limit", &ChatList::limit, orDefault(range(1, 200)))};
    }
    bool operator==(const ChatList &) const = default;
};

struct ChatGet
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.get",           Method::Get,  "/chats/{chatId}",
                                         Access::Participants, Effect::Read, "Get one chat"};
    ChatId chatId;

    static constexpr auto fields() { return std::tuple{json::field("chatId", &ChatGet::chatId)}; }
    bool operator==(const ChatGet &) const = default;
};

/// Takes a waiting chat. Of many who try at once one wins; the others get chat_already_claimed, which names the owner.
struct ChatClaim
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.claim",      Method::Post,  "/chats/{chatId}/claim",
                                         Access::Operators, Effect::Write, "Claim a waiting chat"};
    ChatId chatId;

    static constexpr auto fields() { return std::tuple{json::field("chatId", &ChatClaim::chatId)}; }
    bool operator==(const ChatClaim &) const = default;
};

struct ChatEnd
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.end",           Method::Post,  "/chats/{chatId}/end",
                                         Access::Participants, Effect::Write, "End a chat"};
    ChatId chatId;
    std::optional<QString> reason;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatEnd::chatId), json::field("reason", &ChatEnd::reason, shortText)};
    }
    bool operator==(const ChatEnd &) const = default;
};

/// Sends a message. With a `clientId` a resend returns the first result, marked `duplicate`.
struct MessageSend
{
    using Answer = Message;
    static constexpr Operation operation{
        "message.send",   Method::Post, "/chats/{chatId}/messages", Access::Participants, Effect::Write,
        "Send a message", 201};
    ChatId chatId;
    QString text;
    std::optional<QString> clientId;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageSend::chatId), field("text", &MessageSend::text, messageText),
                          field("clientId", &MessageSend::clientId, clientIdText)};
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

struct TypingSet
{
    using Answer = Nothing;
    static constexpr Operation operation{"typing.set",         Method::Put,  "/chats/{chatId}/typing",
                                         Access::Participants, Effect::Live, "Say that one is typing"};
    ChatId chatId;
    bool typing = false;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &TypingSet::chatId), json::field("typing", &TypingSet::typing)};
    }
    bool operator==(const TypingSet &) const = default;
};

struct OperatorLoginAnswer
{
    QString token; ///< The session's secret: Bearer token, or `auth.token` over Socket.IO.
    Operator account;

    static constexpr auto fields()
    {
        return std::tuple{json::field("token", &OperatorLoginAnswer::token),
                          json::field("operator", &OperatorLoginAnswer::account)};
    }
    bool operator==(const OperatorLoginAnswer &) const = default;
};

struct OperatorLogin
{
    using Answer = OperatorLoginAnswer;
    static constexpr Operation operation{"operator.login", Method::Post,  "/operators/login",
                                         Access::Anyone,   Effect::Write, "Sign in as an operator"};
    QString email;
    QString password;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("email", &OperatorLogin::email, json::text(1, 254)),
                          field("password", &OperatorLogin::password, json::text(1, 1000))};
    }
    bool operator==(const OperatorLogin &) const = default;
};

struct OperatorLogout
{
    using Answer = Nothing;
    static constexpr Operation operation{"operator.logout", Method::Post,  "/operators/logout",
                                         Access::Operators, Effect::Write, "End one's session"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorLogout &) const = default;
};

struct OperatorMe
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.me",     Method::Get,  "/operators/me",
                                         Access::Operators, Effect::Read, "Who one is"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorMe &) const = default;
};

struct OperatorListAnswer
{
    QList<Operator> operators;

    static constexpr auto fields()
    {
        return std::tuple{json::field("operators", &OperatorListAnswer::operators, json::list(10'000))};
    }
    bool operator==(const OperatorListAnswer &) const = default;
};

struct OperatorList
{
    using Answer = OperatorListAnswer;
    static constexpr Operation operation{"operator.list",   Method::Get,  "/operators",
                                         Access::Operators, Effect::Read, "List the operators"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorList &) const = default;
};

struct OperatorSetStatus
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.status", Method::Put,   "/operators/me/status",
                                         Access::Operators, Effect::Write, "Set one's status"};
    OperatorStatus status = OperatorStatus::Online;

    static constexpr auto fields() { return std::tuple{json::field("status", &OperatorSetStatus::status)}; }
    bool operator==(const OperatorSetStatus &) const = default;
};

/// A visitor may ask only for themselves.
struct VisitorGet
{
    using Answer = Visitor;
    static constexpr Operation operation{"visitor.get",        Method::Get,  "/visitors/{visitorId}",
                                         Access::Participants, Effect::Read, "Get one visitor"};
    VisitorId visitorId;

    static constexpr auto fields() { return std::tuple{json::field("visitorId", &VisitorGet::visitorId)}; }
    bool operator==(const VisitorGet &) const = default;
};

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
