#pragma once

#include "shared/api/entities.h"
#include "shared/api/frontdesk.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about chats.
namespace deskbell::api {

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
    std::optional<DepartmentId> departmentId; ///< Whose operators are asked.
    std::optional<QString> subject;
    /// To the fields of the desk's form; operators read them before the first message. Where they are given the form's
    /// rules hold.
    std::optional<QList<FormAnswer>> answers{};
    std::optional<QString> address{}; ///< The visitor's postal one; an answer to the form's address field is one too.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("name", &ChatStart::name, shortText),
                          field("email", &ChatStart::email, shortText),
                          field("text", &ChatStart::text, messageText),
                          field("page", &ChatStart::page, json::text(1, 2000)),
                          field("clientId", &ChatStart::clientId, clientIdText),
                          field("departmentId", &ChatStart::departmentId),
                          field("subject", &ChatStart::subject, shortText),
                          field("answers", &ChatStart::answers, list(20)),
                          field("address", &ChatStart::address, addressText)};
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

/// Chats in a scope: the queue oldest first, the others newest first. A visitor sees only their own; an operator may
/// ask for those of one visitor, in the scopes all and ended.
struct ChatList
{
    using Answer = ChatListAnswer;
    static constexpr Operation operation{"chat.list",          Method::Get,  "/chats",
                                         Access::Participants, Effect::Read, "List chats"};
    ChatScope scope = ChatScope::Queue;
    std::optional<QString> cursor;
    int limit = 50;
    std::optional<DepartmentId> departmentId{}; ///< Of this one alone.
    std::optional<VisitorId> visitorId{}; ///< Of this one alone.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("scope", &ChatList::scope, orDefault()),
                          field("cursor", &ChatList::cursor, json::text(1, 200)),
                          field("limit", &ChatList::limit, orDefault(range(1, 200))),
                          field("departmentId", &ChatList::departmentId), field("visitorId", &ChatList::visitorId)};
    }
    bool operator==(const ChatList &) const = default;
};

/// Chats, newest first, that have all the words in their visitor's name and address, their subject and their tags; the
/// last word may be unfinished, so that one can search as one types. Every other field narrows it further.
struct ChatSearch
{
    using Answer = ChatListAnswer;
    static constexpr Operation operation{"chat.search",     Method::Get,  "/search/chats",
                                         Access::Operators, Effect::Read, "Search chats"};
    std::optional<QString> query;
    std::optional<DepartmentId> departmentId{};
    std::optional<OperatorId> operatorId{}; ///< Who holds or held it last.
    std::optional<QString> tag{}; ///< Exactly this one.
    std::optional<ChatPriority> priority{};
    std::optional<ChatStatus> status{};
    std::optional<QString> cursor{};
    int limit = 50;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("query", &ChatSearch::query, shortText),
                          field("departmentId", &ChatSearch::departmentId),
                          field("operatorId", &ChatSearch::operatorId),
                          field("tag", &ChatSearch::tag, json::text(1, 40)),
                          field("priority", &ChatSearch::priority),
                          field("status", &ChatSearch::status),
                          field("cursor", &ChatSearch::cursor, json::text(1, 200)),
                          field("limit", &ChatSearch::limit, orDefault(range(1, 200)))};
    }
    bool operator==(const ChatSearch &) const = default;
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

} // namespace deskbell::api
