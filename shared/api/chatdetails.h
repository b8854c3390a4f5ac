#pragma once

#include "shared/json/codec.h"

#include <array>

/// What a chat has beside its messages: how it is sorted, rated and handed on.
namespace deskbell::api {

/// How urgent operators find a chat. A label for people: the queue stays oldest first.
enum class ChatPriority { Normal, Low, High, Urgent };
constexpr auto enumNames(ChatPriority)
{
    return std::array{std::pair{ChatPriority::Normal, std::string_view("normal")},
                      std::pair{ChatPriority::Low, std::string_view("low")},
                      std::pair{ChatPriority::High, std::string_view("high")},
                      std::pair{ChatPriority::Urgent, std::string_view("urgent")}};
}

/// How waiting chats find an operator.
enum class RoutingStrategy {
    Manual, ///< Somebody claims them.
    RoundRobin, ///< Whoever was given none for the longest time.
    LeastBusy, ///< Whoever has the fewest.
};
constexpr auto enumNames(RoutingStrategy)
{
    return std::array{std::pair{RoutingStrategy::Manual, std::string_view("manual")},
                      std::pair{RoutingStrategy::RoundRobin, std::string_view("round_robin")},
                      std::pair{RoutingStrategy::LeastBusy, std::string_view("least_busy")}};
}

/// What the visitor thought of a chat.
struct ChatRating
{
    int score = 0; ///< 1 (bad) to 5 (good).
    std::optional<QString> comment;
    Timestamp createdAt;

    static constexpr auto fields()
    {
        return std::tuple{json::field("score", &ChatRating::score), json::field("comment", &ChatRating::comment),
                          json::field("createdAt", &ChatRating::createdAt)};
    }
    bool operator==(const ChatRating &) const = default;
};

enum class OfferKind {
    Route, ///< The desk offers a waiting chat.
    Transfer, ///< Its holder offers an active one.
};
constexpr auto enumNames(OfferKind)
{
    return std::array{std::pair{OfferKind::Route, std::string_view("route")},
                      std::pair{OfferKind::Transfer, std::string_view("transfer")}};
}

/// A chat on its way to another operator, who has yet to accept: one of them, or any one of a department.
struct ChatOffer
{
    OfferKind kind = OfferKind::Route;
    std::optional<OperatorId> operatorId;
    std::optional<DepartmentId> departmentId;
    std::optional<OperatorId> offeredBy; ///< Not set when the desk itself routes.
    std::optional<QString> note; ///< For the one who takes over.
    Timestamp expiresAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("kind", &ChatOffer::kind),
                          field("operatorId", &ChatOffer::operatorId),
                          field("departmentId", &ChatOffer::departmentId),
                          field("offeredBy", &ChatOffer::offeredBy),
                          field("note", &ChatOffer::note),
                          field("expiresAt", &ChatOffer::expiresAt)};
    }
    bool operator==(const ChatOffer &) const = default;
};

/// How an offer came to nothing.
enum class OfferEnd { Declined, Timeout, Vanished, Withdrawn };
constexpr auto enumNames(OfferEnd)
{
    return std::array{std::pair{OfferEnd::Declined, std::string_view("declined")},
                      std::pair{OfferEnd::Timeout, std::string_view("timeout")},
                      std::pair{OfferEnd::Vanished, std::string_view("vanished")},
                      std::pair{OfferEnd::Withdrawn, std::string_view("withdrawn")}};
}

} // namespace deskbell::api
