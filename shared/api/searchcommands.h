#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about words that were said.
namespace deskbell::api {

enum class SearchScope { All, Mine };
constexpr auto enumNames(SearchScope)
{
    return std::array{std::pair{SearchScope::All, std::string_view("all")},
                      std::pair{SearchScope::Mine, std::string_view("mine")}};
}

struct SearchHit
{
    Message message;
    QString highlight; ///< An excerpt in which what was found stands between U+0002 and U+0003.
    QString visitorName; ///< Whose chat it is.

    static constexpr auto fields()
    {
        return std::tuple{json::field("message", &SearchHit::message), json::field("highlight", &SearchHit::highlight),
                          json::field("visitorName", &SearchHit::visitorName)};
    }
    bool operator==(const SearchHit &) const = default;
};

struct MessageSearchAnswer
{
    QList<SearchHit> hits; ///< Best first; of equals the newest.
    std::optional<QString> next; ///< Cursor of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("hits", &MessageSearchAnswer::hits, json::list(100)),
                          json::field("next", &MessageSearchAnswer::next)};
    }
    bool operator==(const MessageSearchAnswer &) const = default;
};

/// Messages that have all the words; the last word may be unfinished, so that one can search as one types. A visitor
/// finds only what was said in their own chats.
struct MessageSearch
{
    using Answer = MessageSearchAnswer;
    static constexpr Operation operation{"message.search",     Method::Get,  "/messages/search",
                                         Access::Participants, Effect::Read, "Search in what was said"};
    QString query;
    SearchScope scope = SearchScope::All; ///< `mine`: the chats that one holds or held.
    std::optional<ChatId> chatId; ///< Only in this one.
    std::optional<QString> cursor;
    int limit = 20;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("query", &MessageSearch::query, shortText),
                          field("scope", &MessageSearch::scope, orDefault()), field("chatId", &MessageSearch::chatId),
                          field("cursor", &MessageSearch::cursor, json::text(1, 20)),
                          field("limit", &MessageSearch::limit, orDefault(range(1, 100)))};
    }
    bool operator==(const MessageSearch &) const = default;
};

} // namespace deskbell::api
