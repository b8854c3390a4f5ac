#include "server/dialects/figures.h"

#include <algorithm>

namespace deskbell::server::dialects {

namespace {

constexpr qint64 usualSpanMs = 30LL * 24 * 3'600'000;

Result<Standing> standing(Request &request)
{
    const auto open = openChats(request);
    if (!open)
        return open.error();
    const auto operators = workloads(request);
    if (!operators)
        return operators.error();
    Standing now;
    now.waiting = std::count_if(open->begin(), open->end(),
                                [](const api::Chat &each) { return each.status == api::ChatStatus::Waiting; });
    now.active = open->size() - now.waiting;
    now.online = std::count_if(operators->begin(), operators->end(), std::mem_fn(&Workload::isOnline));
    now.available = std::count_if(operators->begin(), operators->end(), std::mem_fn(&Workload::isAvailable));
    return now;
}

} // namespace

Vocabulary::Operation reportStanding(const std::function<QByteArray(const Standing &)> &write)
{
    return [write](const Ask &ask) {
        ask.perform<Standing>(api::Effect::Read, standing,
                              [ask, write](const Standing &now) { ask.answer(write(now)); });
    };
}

Vocabulary::Operation reportFigures(const std::function<QByteArray(const Figures &)> &write)
{
    return [write](const Ask &ask) {
        const auto from = Timestamp::fromString(ask.query("from"));
        const auto to = Timestamp::fromString(ask.query("to"));
        const auto work = [from, to](Request &request) -> Result<Figures> {
            const Timestamp end = to.value_or(Timestamp{request.now.ms + 1});
            const Timestamp start = from.value_or(Timestamp{end.ms - usualSpanMs});
            const auto byAgent = within(request, api::StatsGet{start, end, api::StatsBy::Operator});
            if (!byAgent)
                return byAgent.error();
            const auto byDay = within(request, api::StatsGet{start, end, api::StatsBy::Day});
            if (!byDay)
                return byDay.error();
            const auto now = standing(request);
            if (!now)
                return now.error();
            return Figures{*byAgent, *byDay, *now};
        };
        ask.perform<Figures>(api::Effect::Read, work, [ask, write](const Figures &found) { ask.answer(write(found)); });
    };
}

} // namespace deskbell::server::dialects
