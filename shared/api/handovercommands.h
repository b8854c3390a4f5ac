#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// How chats get from one operator to another, and back to the queue.
namespace deskbell::api {

/// Puts a chat that one holds back into the queue.
struct ChatRelease
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.release",    Method::Post,  "/chats/{chatId}/release",
                                         Access::Operators, Effect::Write, "Put a chat back into the queue"};
    ChatId chatId;

    static constexpr auto fields() { return std::tuple{json::field("chatId", &ChatRelease::chatId)}; }
    bool operator==(const ChatRelease &) const = default;
};

/// Gives a chat to an operator at once, without asking them: for its holder, and for admins.
struct ChatAssign
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.assign",     Method::Post,  "/chats/{chatId}/assign",
                                         Access::Operators, Effect::Write, "Give a chat to an operator"};
    ChatId chatId;
    OperatorId operatorId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatAssign::chatId),
                          json::field("operatorId", &ChatAssign::operatorId)};
    }
    bool operator==(const ChatAssign &) const = default;
};

/// Offers an active chat to an operator, or to a department, in which the first who accepts has it. Until then its
/// holder keeps it; when nobody takes it, it goes back to the queue.
struct ChatTransfer
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.transfer",   Method::Post,  "/chats/{chatId}/transfer",
                                         Access::Operators, Effect::Write, "Offer a chat to another operator"};
    ChatId chatId;
    std::optional<OperatorId> operatorId{};
    std::optional<DepartmentId> departmentId{};
    std::optional<QString> note{};

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("chatId", &ChatTransfer::chatId), field("operatorId", &ChatTransfer::operatorId),
                          field("departmentId", &ChatTransfer::departmentId),
                          field("note", &ChatTransfer::note, noteText)};
    }
    bool operator==(const ChatTransfer &) const = default;
};

/// Takes a chat that was offered, by the desk or by a colleague.
struct ChatAccept
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.accept",     Method::Post,  "/chats/{chatId}/accept",
                                         Access::Operators, Effect::Write, "Accept a chat that was offered"};
    ChatId chatId;

    static constexpr auto fields() { return std::tuple{json::field("chatId", &ChatAccept::chatId)}; }
    bool operator==(const ChatAccept &) const = default;
};

/// Says no to an offer; from whoever made it, takes it back.
struct ChatDecline
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.decline",    Method::Post,  "/chats/{chatId}/decline",
                                         Access::Operators, Effect::Write, "Decline a chat that was offered"};
    ChatId chatId;

    static constexpr auto fields() { return std::tuple{json::field("chatId", &ChatDecline::chatId)}; }
    bool operator==(const ChatDecline &) const = default;
};

/// Has the desk look for another operator now. When nobody has a free place, everything stays as it is.
struct ChatRoute
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.route",      Method::Post,  "/chats/{chatId}/route",
                                         Access::Operators, Effect::Write, "Let the desk find an operator"};
    ChatId chatId;
    std::optional<DepartmentId> departmentId{}; ///< From now on the chat is this department's.
    std::optional<RoutingStrategy> strategy{}; ///< If not as the settings say.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatRoute::chatId),
                          json::field("departmentId", &ChatRoute::departmentId),
                          json::field("strategy", &ChatRoute::strategy)};
    }
    bool operator==(const ChatRoute &) const = default;
};

} // namespace deskbell::api
