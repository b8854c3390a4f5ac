#pragma once

#include "server/dialects/ask.h"

/// What every dialect may ask about how things stand; for operators. The dialect writes the answer.
namespace deskbell::server::dialects {

/// Now.
struct Standing
{
    qint64 waiting = 0;
    qint64 active = 0;
    qint64 online = 0; ///< Operators.
    qint64 available = 0;
};
Vocabulary::Operation reportStanding(const std::function<QByteArray(const Standing &)> &write);

/// Of a span of time, by `from` and `to`; of the last thirty days without them.
struct Figures
{
    api::StatsGetAnswer byAgent;
    api::StatsGetAnswer byDay;
    Standing now;
};
Vocabulary::Operation reportFigures(const std::function<QByteArray(const Figures &)> &write);

} // namespace deskbell::server::dialects
