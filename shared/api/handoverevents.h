#pragma once

#include "shared/api/chatdetailcommands.h"
#include "shared/api/departmentcommands.h"
#include "shared/api/events.h"

/// Events of chats on their way between operators, and of what operators write down.
namespace deskbell::api {

/// The chat is back in the queue.
struct ChatReleased : ChatEvent
{
    static constexpr std::string_view name = "chat.released";
};

/// An active chat has another operator now.
struct ChatTransferred
{
    static constexpr std::string_view name = "chat.transferred";
    Chat chat;
    std::optional<OperatorId> fromId; ///< Who had it before.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chat", &ChatTransferred::chat), json::field("fromId", &ChatTransferred::fromId)};
    }
    bool operator==(const ChatTransferred &) const = default;
};

/// `chat.offer` says to whom and until when. To them, and to the chat's holder.
struct ChatOffered : ChatEvent
{
    static constexpr std::string_view name = "chat.offered";
};

/// An offer came to nothing. To those to whom it was made, and to the chat's holder.
struct ChatDeclined
{
    static constexpr std::string_view name = "chat.declined";
    Chat chat;
    OfferEnd reason = OfferEnd::Declined;
    std::optional<OperatorId> operatorId; ///< Who did not take it; not set for a whole department.

    static constexpr auto fields()
    {
        return std::tuple{json::field("chat", &ChatDeclined::chat), json::field("reason", &ChatDeclined::reason),
                          json::field("operatorId", &ChatDeclined::operatorId)};
    }
    bool operator==(const ChatDeclined &) const = default;
};

struct ChatRated : ChatEvent
{
    static constexpr std::string_view name = "chat.rated";
};

struct NoteAdded
{
    static constexpr std::string_view name = "note.added";
    Note note;

    static constexpr auto fields() { return std::tuple{json::field("note", &NoteAdded::note)}; }
    bool operator==(const NoteAdded &) const = default;
};

/// A department as it is now; the struct of each event differs in its name alone.
struct DepartmentEvent
{
    Department department;

    static constexpr auto fields() { return std::tuple{json::field("department", &DepartmentEvent::department)}; }
    bool operator==(const DepartmentEvent &) const = default;
};

struct DepartmentCreated : DepartmentEvent
{
    static constexpr std::string_view name = "department.created";
};

struct DepartmentUpdated : DepartmentEvent
{
    static constexpr std::string_view name = "department.updated";
};

struct DepartmentDeleted : DepartmentEvent
{
    static constexpr std::string_view name = "department.deleted";
};

/// To a waiting visitor: how many are before them, themselves included.
struct QueueChanged
{
    static constexpr std::string_view name = "queue.changed";
    ChatId chatId;
    int position = 0; ///< 1: next.
    /// Seconds from now, going by how long others have waited; not set while there is too little to go by.
    std::optional<int> expectedWait;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &QueueChanged::chatId),
                          json::field("position", &QueueChanged::position),
                          json::field("expectedWait", &QueueChanged::expectedWait)};
    }
    bool operator==(const QueueChanged &) const = default;
};

} // namespace deskbell::api
