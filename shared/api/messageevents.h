#pragma once

#include "shared/api/entities.h"

/// What the server tells of messages that were sent already.
namespace deskbell::api {

struct MessageEdited
{
    static constexpr std::string_view name = "message.edited";
    Message message; ///< As it is now; `change` says which edit or deletion of the chat this is.

    static constexpr auto fields() { return std::tuple{json::field("message", &MessageEdited::message)}; }
    bool operator==(const MessageEdited &) const = default;
};

struct MessageDeleted
{
    static constexpr std::string_view name = "message.deleted";
    Message message; ///< Without its text.

    static constexpr auto fields() { return std::tuple{json::field("message", &MessageDeleted::message)}; }
    bool operator==(const MessageDeleted &) const = default;
};

/// How far one side of a chat has come; the struct of each event that says so differs in its name alone.
struct ReceiptEvent
{
    ChatId chatId;
    qint64 seq = 0; ///< Up to here.
    SenderType side = SenderType::Visitor;
    QString byId; ///< A VisitorId or OperatorId, by `side`.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ReceiptEvent::chatId), json::field("seq", &ReceiptEvent::seq),
                          json::field("side", &ReceiptEvent::side), json::field("byId", &ReceiptEvent::byId)};
    }
    bool operator==(const ReceiptEvent &) const = default;
};

struct MessageDelivered : ReceiptEvent
{
    static constexpr std::string_view name = "message.delivered";
};

struct MessageRead : ReceiptEvent
{
    static constexpr std::string_view name = "message.read";
};

} // namespace deskbell::api
