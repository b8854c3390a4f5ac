#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about messages that were sent already.
namespace deskbell::api {

/// The author gives a message another text while the chat is open; an admin may at any time.
struct MessageEdit
{
    using Answer = Message;
    static constexpr Operation operation{"message.edit",       Method::Patch, "/chats/{chatId}/messages/{seq}",
                                         Access::Participants, Effect::Write, "Edit a message"};
    ChatId chatId;
    qint64 seq = 0;
    QString text;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageEdit::chatId), field("seq", &MessageEdit::seq, seqRange),
                          field("text", &MessageEdit::text, messageText)};
    }
    bool operator==(const MessageEdit &) const = default;
};

/// Takes a message's text away; its number stays. By the author while the chat is open, by an admin at any time.
struct MessageDelete
{
    using Answer = Message;
    static constexpr Operation operation{"message.delete",     Method::Delete, "/chats/{chatId}/messages/{seq}",
                                         Access::Participants, Effect::Write,  "Delete a message"};
    ChatId chatId;
    qint64 seq = 0;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageDelete::chatId), field("seq", &MessageDelete::seq, seqRange)};
    }
    bool operator==(const MessageDelete &) const = default;
};

enum class RevisionAction { Edited, Deleted };
constexpr auto enumNames(RevisionAction)
{
    return std::array{std::pair{RevisionAction::Edited, std::string_view("edited")},
                      std::pair{RevisionAction::Deleted, std::string_view("deleted")}};
}

/// What a message said before it was changed, and who changed it then.
struct MessageVersion
{
    QString text;
    RevisionAction action = RevisionAction::Edited; ///< What ended this version.
    qint64 change = 0;
    SenderType byType = SenderType::Visitor;
    QString byId;
    QString byName;
    Timestamp at;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("text", &MessageVersion::text),     field("action", &MessageVersion::action),
                          field("change", &MessageVersion::change), field("byType", &MessageVersion::byType),
                          field("byId", &MessageVersion::byId),     field("byName", &MessageVersion::byName),
                          field("at", &MessageVersion::at)};
    }
    bool operator==(const MessageVersion &) const = default;
};

struct MessageHistoryAnswer
{
    Message message; ///< As it is now.
    QList<MessageVersion> versions; ///< What it said before, oldest first.
    std::optional<qint64> next; ///< `after` of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("message", &MessageHistoryAnswer::message),
                          json::field("versions", &MessageHistoryAnswer::versions, json::list(1'000'000)),
                          json::field("next", &MessageHistoryAnswer::next)};
    }
    bool operator==(const MessageHistoryAnswer &) const = default;
};

struct MessageHistory
{
    using Answer = MessageHistoryAnswer;
    static constexpr Operation operation{"message.history", Method::Get,  "/chats/{chatId}/messages/{seq}/history",
                                         Access::Admins,    Effect::Read, "List what a message said before"};
    ChatId chatId;
    qint64 seq = 0;
    std::optional<qint64> after; ///< Only versions of later changes.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageHistory::chatId), field("seq", &MessageHistory::seq, seqRange),
                          field("after", &MessageHistory::after, seqRange)};
    }
    bool operator==(const MessageHistory &) const = default;
};

} // namespace deskbell::api
