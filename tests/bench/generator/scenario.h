#pragma once

#include "tests/bench/generator/ledger.h"
#include "tests/bench/generator/loop.h"

#include <string>
#include <sys/types.h>

namespace deskbell::bench {

/// How the lanes are driven for a while.
struct Scenario
{
    std::string name;
    std::uint32_t inFlight = 0; ///< Closed loop: each lane keeps this many messages on their way.
    double perSecond = 0; ///< Open loop, when inFlight is 0: so many messages a second, evenly over the lanes.
    double warmUpSeconds = 1;
    double seconds = 5;
};

/// What one scenario gave. Rates and CPU are of the measured time, `total` of all that was sent.
struct Measurement
{
    std::string name;
    double seconds = 0;
    double acknowledgedPerSecond = 0;
    double deliveredPerSecond = 0;
    double serverCpuSeconds = 0;
    double generatorCpuSeconds = 0;
    std::uint64_t acknowledged = 0; ///< In the measured time.
    std::int64_t residentBytes = 0; ///< At the end of it.
    std::uint64_t skipped = 0; ///< Open loop: not sent, because the server was too far behind.
    std::uint64_t missing = 0; ///< Messages that were still incomplete after a long wait.
    Tally total;
    Histogram ackLatency;
    Histogram deliveryLatency;
};

/// Drives the ledger's lanes through one scenario and measures it.
class Run final : Ledger::Observer
{
public:
    Run(Loop &loop, Ledger &ledger, pid_t server, std::string text);

    Measurement perform(const Scenario &scenario);

private:
    void completed(Lane &lane, std::int64_t now) override;
    /// Runs the loop until `end`, sending what is due.
    void driveUntil(std::int64_t end);
    void sendDue(std::int64_t now);
    /// Waits for what is on its way as long as some of it comes; returns how much never did.
    std::uint64_t drain();

    Loop &m_loop;
    Ledger &m_ledger;
    pid_t m_server;
    std::string m_text;
    bool m_refill = false; // closed loop: a completed message is followed by the next
    bool m_measured = false;
    double m_intervalNs = 0; // open loop
    double m_nextDue = 0;
    std::uint64_t m_mostOutstanding = 0; // open loop: with more on their way the server has lost, and none is added
    std::uint64_t m_skipped = 0;
    std::size_t m_nextLane = 0;
};

} // namespace deskbell::bench
