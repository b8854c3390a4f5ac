#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What is said about a chat: by operators to sort it, by the visitor to rate it.
namespace deskbell::api {

/// Changes what is given. An empty subject takes it away.
struct ChatUpdate
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.update",     Method::Patch, "/chats/{chatId}",
                                         Access::Operators, Effect::Write, "Change a chat's subject or priority"};
    ChatId chatId;
    std::optional<QString> subject{};
    std::optional<ChatPriority> priority{};

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatUpdate::chatId),
                          json::field("subject", &ChatUpdate::subject, json::text(0, 200)),
                          json::field("priority", &ChatUpdate::priority)};
    }
    bool operator==(const ChatUpdate &) const = default;
};

/// Adds and removes tags. Those that are there already, or not, are no error.
struct ChatTag
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.tag",        Method::Post,  "/chats/{chatId}/tags",
                                         Access::Operators, Effect::Write, "Tag a chat"};
    ChatId chatId;
    QList<QString> add{};
    QList<QString> remove{};

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &ChatTag::chatId), field("add", &ChatTag::add, orDefault(json::list(20))),
                          field("remove", &ChatTag::remove, orDefault(json::list(20)))};
    }
    bool operator==(const ChatTag &) const = default;
};

/// The visitor's opinion, after the end too. It may be changed once.
struct ChatRate
{
    using Answer = Chat;
    static constexpr Operation operation{"chat.rate",          Method::Post,  "/chats/{chatId}/rating",
                                         Access::Participants, Effect::Write, "Rate a chat"};
    ChatId chatId;
    int score = 0;
    std::optional<QString> comment{};

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatRate::chatId),
                          json::field("score", &ChatRate::score, json::range(1, 5)),
                          json::field("comment", &ChatRate::comment, json::text(1, 2000))};
    }
    bool operator==(const ChatRate &) const = default;
};

/// What operators write down about a chat. Visitors never see it.
struct Note
{
    NoteId id;
    ChatId chatId;
    OperatorId operatorId;
    QString operatorName;
    QString text;
    Timestamp createdAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &Note::id),
                          field("chatId", &Note::chatId),
                          field("operatorId", &Note::operatorId),
                          field("operatorName", &Note::operatorName),
                          field("text", &Note::text),
                          field("createdAt", &Note::createdAt)};
    }
    bool operator==(const Note &) const = default;
};

struct NoteAdd
{
    using Answer = Note;
    static constexpr Operation operation{"note.add",
                                         Method::Post,
                                         "/chats/{chatId}/notes",
                                         Access::Operators,
                                         Effect::Write,
                                         "Note something about a chat",
                                         201};
    ChatId chatId;
    QString text;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &NoteAdd::chatId), json::field("text", &NoteAdd::text, noteText)};
    }
    bool operator==(const NoteAdd &) const = default;
};

struct NoteListAnswer
{
    QList<Note> notes; ///< Oldest first.
    std::optional<QString> next{}; ///< Cursor of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("notes", &NoteListAnswer::notes, json::list(200)),
                          json::field("next", &NoteListAnswer::next)};
    }
    bool operator==(const NoteListAnswer &) const = default;
};

struct NoteList
{
    using Answer = NoteListAnswer;
    static constexpr Operation operation{"note.list",       Method::Get,  "/chats/{chatId}/notes",
                                         Access::Operators, Effect::Read, "List a chat's notes"};
    ChatId chatId;
    std::optional<QString> cursor{};
    int limit = 50;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &NoteList::chatId), field("cursor", &NoteList::cursor, json::text(1, 200)),
                          field("limit", &NoteList::limit, orDefault(range(1, 200)))};
    }
    bool operator==(const NoteList &) const = default;
};

} // namespace deskbell::api
