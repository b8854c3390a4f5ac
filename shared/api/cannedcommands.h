#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// Canned replies: texts that are said again and again.
namespace deskbell::api {

/// `text` may have the variables {{visitor.name}}, {{visitor.email}}, {{operator.name}}, {{desk.name}} and
/// {{chat.page}}.
struct CannedReply
{
    CannedId id;
    QString shortcut; ///< What one types to get it; there is one of each.
    QString title;
    QString text;
    Timestamp createdAt;
    Timestamp updatedAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &CannedReply::id),
                          field("shortcut", &CannedReply::shortcut),
                          field("title", &CannedReply::title),
                          field("text", &CannedReply::text),
                          field("createdAt", &CannedReply::createdAt),
                          field("updatedAt", &CannedReply::updatedAt)};
    }
    bool operator==(const CannedReply &) const = default;
};

inline constexpr json::Rule shortcutText = json::text(1, 40);

struct CannedCreate
{
    using Answer = CannedReply;
    static constexpr Operation operation{"canned.create", Method::Post,         "/canned", Access::Admins,
                                         Effect::Write,   "Add a canned reply", 201};
    QString shortcut;
    QString title;
    QString text;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("shortcut", &CannedCreate::shortcut, shortcutText),
                          field("title", &CannedCreate::title, shortText),
                          field("text", &CannedCreate::text, messageText)};
    }
    bool operator==(const CannedCreate &) const = default;
};

/// What is not given stays.
struct CannedUpdate
{
    using Answer = CannedReply;
    static constexpr Operation operation{"canned.update", Method::Patch, "/canned/{cannedId}",
                                         Access::Admins,  Effect::Write, "Change a canned reply"};
    CannedId cannedId;
    std::optional<QString> shortcut;
    std::optional<QString> title;
    std::optional<QString> text;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{
            field("cannedId", &CannedUpdate::cannedId), field("shortcut", &CannedUpdate::shortcut, shortcutText),
            field("title", &CannedUpdate::title, shortText), field("text", &CannedUpdate::text, messageText)};
    }
    bool operator==(const CannedUpdate &) const = default;
};

struct CannedDelete
{
    using Answer = Nothing;
    static constexpr Operation operation{"canned.delete", Method::Delete, "/canned/{cannedId}",
                                         Access::Admins,  Effect::Write,  "Remove a canned reply"};
    CannedId cannedId;

    static constexpr auto fields() { return std::tuple{json::field("cannedId", &CannedDelete::cannedId)}; }
    bool operator==(const CannedDelete &) const = default;
};

struct CannedListAnswer
{
    QList<CannedReply> replies; ///< By shortcut.
    std::optional<QString> next; ///< `after` of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("replies", &CannedListAnswer::replies, json::list(1000)),
                          json::field("next", &CannedListAnswer::next)};
    }
    bool operator==(const CannedListAnswer &) const = default;
};

struct CannedList
{
    using Answer = CannedListAnswer;
    static constexpr Operation operation{"canned.list",     Method::Get,  "/canned",
                                         Access::Operators, Effect::Read, "List the canned replies"};
    std::optional<QString> after; ///< Only shortcuts that come after this one.

    static constexpr auto fields() { return std::tuple{json::field("after", &CannedList::after, shortcutText)}; }
    bool operator==(const CannedList &) const = default;
};

struct CannedRenderAnswer
{
    QString text;

    static constexpr auto fields()
    {
        return std::tuple{json::field("text", &CannedRenderAnswer::text, json::text(0, 100'000))};
    }
    bool operator==(const CannedRenderAnswer &) const = default;
};

/// The text with its variables filled in for this chat; what is not known is left empty.
struct CannedRender
{
    using Answer = CannedRenderAnswer;
    static constexpr Operation operation{"canned.render",   Method::Get,  "/chats/{chatId}/canned/{cannedId}",
                                         Access::Operators, Effect::Read, "Fill in a canned reply"};
    CannedId cannedId;
    ChatId chatId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("cannedId", &CannedRender::cannedId),
                          json::field("chatId", &CannedRender::chatId)};
    }
    bool operator==(const CannedRender &) const = default;
};

} // namespace deskbell::api
