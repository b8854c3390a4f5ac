#pragma once

#include "shared/api/entities.h"

/// What the server tells clients: something happened, in the past tense. The author of a change hears of it too.
namespace deskbell::api {

/// A chat with its new state; the struct of each event that carries one differs in its name alone.
struct ChatEvent
{
    Chat chat;

    static constexpr auto fields() { return std::tuple{json::field("chat", &ChatEvent::chat)}; }
    bool operator==(const ChatEvent &) const = default;
};

struct ChatStarted : ChatEvent
{
    static constexpr std::string_view name = "chat.started";
};

struct ChatClaimed : ChatEvent
{
    static constexpr std::string_view name = "chat.claimed";
};

struct ChatUpdated : ChatEvent
{
    static constexpr std::string_view name = "chat.updated";
};

struct ChatHasEnded : ChatEvent
{
    static constexpr std::string_view name = "chat.ended";
};

struct MessageSent
{
    static constexpr std::string_view name = "message.sent";
    Message message;

    static constexpr auto fields() { return std::tuple{json::field("message", &MessageSent::message)}; }
    bool operator==(const MessageSent &) const = default;
};

struct TypingChanged
{
    static constexpr std::string_view name = "typing.changed";
    ChatId chatId;
    QString senderId;
    SenderType senderType = SenderType::Visitor;
    bool typing = false;
    std::optional<QString> text{}; ///< What the visitor has written so far, for operators alone. Kept by nobody.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &TypingChanged::chatId),
                          json::field("senderId", &TypingChanged::senderId),
                          json::field("senderType", &TypingChanged::senderType),
                          json::field("typing", &TypingChanged::typing), json::field("text", &TypingChanged::text)};
    }
    bool operator==(const TypingChanged &) const = default;
};

/// Somebody came or went: an operator (`operatorId`, with their status) or a visitor (`visitorId`).
struct PresenceChanged
{
    static constexpr std::string_view name = "presence.changed";
    std::optional<OperatorId> operatorId;
    std::optional<VisitorId> visitorId;
    QString displayName;
    bool online = false;
    std::optional<OperatorStatus> status;

    static constexpr auto fields()
    {
        return std::tuple{
            json::field("operatorId", &PresenceChanged::operatorId),
            json::field("visitorId", &PresenceChanged::visitorId), json::field("name", &PresenceChanged::displayName),
            json::field("online", &PresenceChanged::online), json::field("status", &PresenceChanged::status)};
    }
    bool operator==(const PresenceChanged &) const = default;
};

/// To a new anonymous visitor, right after the connection: who they are from now on.
struct Identity
{
    static constexpr std::string_view name = "identity";
    VisitorId visitorId;
    QString token; ///< Their secret. Keep it, and give it as `auth.token` next time.

    static constexpr auto fields()
    {
        return std::tuple{json::field("visitorId", &Identity::visitorId), json::field("token", &Identity::token)};
    }
    bool operator==(const Identity &) const = default;
};

} // namespace deskbell::api
