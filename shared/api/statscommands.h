#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// How the desk has done.
namespace deskbell::api {

enum class StatsBy { Operator, Department, Day };
constexpr auto enumNames(StatsBy)
{
    return std::array{std::pair{StatsBy::Operator, std::string_view("operator")},
                      std::pair{StatsBy::Department, std::string_view("department")},
                      std::pair{StatsBy::Day, std::string_view("day")}};
}

/// Half of the chats took no longer than the median, 95 of 100 no longer than p95.
struct StatsSpan
{
    qint64 count = 0; ///< Of how many chats it is known.
    qint64 medianMs = 0;
    qint64 p95Ms = 0;

    static constexpr auto fields()
    {
        return std::tuple{json::field("count", &StatsSpan::count), json::field("medianMs", &StatsSpan::medianMs),
                          json::field("p95Ms", &StatsSpan::p95Ms)};
    }
    bool operator==(const StatsSpan &) const = default;
};

struct StatsRow
{
    QString key; ///< Of an operator or a department, empty for chats of none; a day such as `2026-03-02`, in UTC.
    QString name; ///< For people: the operator's or the department's name, or the day.
    qint64 started = 0;
    qint64 claimed = 0;
    qint64 ended = 0;
    qint64 messages = 0;
    StatsSpan waiting; ///< From the start to the claim.
    StatsSpan firstResponse; ///< From the start to an operator's first message.
    StatsSpan duration; ///< From the claim to the end.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("key", &StatsRow::key),          field("name", &StatsRow::name),
                          field("started", &StatsRow::started),  field("claimed", &StatsRow::claimed),
                          field("ended", &StatsRow::ended),      field("messages", &StatsRow::messages),
                          field("waiting", &StatsRow::waiting),  field("firstResponse", &StatsRow::firstResponse),
                          field("duration", &StatsRow::duration)};
    }
    bool operator==(const StatsRow &) const = default;
};

struct StatsGetAnswer
{
    StatsRow total;
    QList<StatsRow> rows; ///< Operators and departments by name, days in their order.

    static constexpr auto fields()
    {
        return std::tuple{json::field("total", &StatsGetAnswer::total),
                          json::field("rows", &StatsGetAnswer::rows, json::list(100'000))};
    }
    bool operator==(const StatsGetAnswer &) const = default;
};

/// Of the chats that were started from `from` until before `to`, at most a year.
struct StatsGet
{
    using Answer = StatsGetAnswer;
    static constexpr Operation operation{"stats.get",       Method::Get,  "/stats",
                                         Access::Operators, Effect::Read, "How the desk has done"};
    Timestamp from;
    Timestamp to;
    StatsBy by = StatsBy::Day;

    static constexpr auto fields()
    {
        return std::tuple{json::field("from", &StatsGet::from), json::field("to", &StatsGet::to),
                          json::field("by", &StatsGet::by, json::orDefault())};
    }
    bool operator==(const StatsGet &) const = default;
};

} // namespace deskbell::api
