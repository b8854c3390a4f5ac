#pragma once

#include "server/desk/request.h"
#include "server/store/transaction.h"
#include "tests/bench/micro/stopwatch.h"

#include <algorithm>
#include <vector>

namespace deskbell::bench {

/// Has `ask` answer a request of the caller's over and over, each in a transaction of its own, and prints what that
/// takes. `ask` says how much it found.
template <class Ask>
void timeAsking(server::Database &database, const server::Caller &caller, const QString &what, Ask &&ask)
{
    constexpr int runs = 21;
    std::vector<double> times;
    qsizetype found = 0;
    for (int run = 0; run < runs; ++run) {
        const std::int64_t start = nowNs();
        server::Transaction transaction(database, server::Transaction::Mode::Read);
        const SystemClock clock;
        const server::PresenceService presence;
        server::TypingService typing(clock);
        server::Outbox outbox;
        server::Request request{transaction, caller, outbox, presence, typing, clock.now()};
        found = ask(request);
        transaction.commit();
        times.push_back(double(nowNs() - start) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-32s %2lld found   median %7.2f ms   longest %7.2f ms\n", qPrintable(what), qlonglong(found),
                times[times.size() / 2], times.back());
}

} // namespace deskbell::bench
