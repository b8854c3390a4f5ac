#include "tests/bench/generator/scenario.h"

#include "tests/bench/generator/clock.h"
#include "tests/bench/generator/process.h"

#include <algorithm>
#include <unistd.h>

namespace deskbell::bench {

namespace {

constexpr std::int64_t idleWaitNs = nsPerSecond / 100;
constexpr std::int64_t drainPatienceNs = 20 * nsPerSecond;
constexpr double mostBehindSeconds = 0.8; // fewer messages than the desk lets wait before it answers "busy"

double inSeconds(std::int64_t nanoseconds)
{
    return double(nanoseconds) / double(nsPerSecond);
}

Tally operator-(const Tally &later, const Tally &earlier)
{
    return {.sent = later.sent - earlier.sent,
            .acknowledged = later.acknowledged - earlier.acknowledged,
            .delivered = later.delivered - earlier.delivered,
            .echoed = later.echoed - earlier.echoed};
}

} // namespace

Run::Run(Loop &loop, Ledger &ledger, pid_t server, std::string text)
    : m_loop(loop), m_ledger(ledger), m_server(server), m_text(std::move(text))
{
}

void Run::completed(Lane &lane, std::int64_t now)
{
    if (m_refill)
        m_ledger.send(lane, now, m_measured, m_text);
}

void Run::sendDue(std::int64_t now)
{
    while (m_intervalNs > 0 && m_nextDue <= double(now)) {
        if (m_ledger.outstanding() < m_mostOutstanding)
            m_ledger.send(m_ledger.lanes[m_nextLane], std::int64_t(m_nextDue), m_measured, m_text);
        else
            ++m_skipped;
        m_nextLane = (m_nextLane + 1) % m_ledger.lanes.size();
        m_nextDue += m_intervalNs;
    }
}

void Run::driveUntil(std::int64_t end)
{
    for (std::int64_t now = nowNs(); now < end; now = nowNs()) {
        sendDue(now);
        std::int64_t wait = std::min(idleWaitNs, end - now);
        if (m_intervalNs > 0)
            wait = std::min(wait, std::int64_t(m_nextDue) - nowNs());
        m_loop.turn(wait);
    }
}

std::uint64_t Run::drain()
{
    m_refill = false;
    m_intervalNs = 0;
    std::uint64_t left = m_ledger.outstanding();
    std::int64_t progressAt = nowNs();
    while (left > 0 && nowNs() < progressAt + drainPatienceNs && m_ledger.violationCount() == 0) {
        m_loop.turn(idleWaitNs);
        if (m_ledger.outstanding() < left)
            progressAt = nowNs();
        left = m_ledger.outstanding();
    }
    return left;
}

Measurement Run::perform(const Scenario &scenario)
{
    Measurement result;
    result.name = scenario.name;
    const Tally before = m_ledger.tally();
    m_ledger.ackLatency = {};
    m_ledger.deliveryLatency = {};
    m_ledger.observe(this);

    const std::int64_t start = nowNs();
    m_measured = false;
    m_refill = scenario.inFlight > 0;
    m_intervalNs = scenario.inFlight > 0 ? 0 : double(nsPerSecond) / scenario.perSecond;
    m_nextDue = double(start);
    m_mostOutstanding = std::uint64_t(std::max(1.0, scenario.perSecond * mostBehindSeconds));
    m_skipped = 0;
    for (Lane &lane : m_ledger.lanes) {
        for (std::uint32_t count = 0; count < scenario.inFlight; ++count)
            m_ledger.send(lane, start, false, m_text);
    }
    driveUntil(start + std::int64_t(scenario.warmUpSeconds * double(nsPerSecond)));

    m_measured = true;
    const Tally first = m_ledger.tally();
    const std::int64_t serverCpu = cpuNs(m_server), generatorCpu = cpuNs(getpid()), from = nowNs();
    driveUntil(from + std::int64_t(scenario.seconds * double(nsPerSecond)));
    const Tally last = m_ledger.tally();
    result.seconds = inSeconds(nowNs() - from);
    result.serverCpuSeconds = inSeconds(cpuNs(m_server) - serverCpu);
    result.generatorCpuSeconds = inSeconds(cpuNs(getpid()) - generatorCpu);
    result.residentBytes = residentBytes(m_server);
    m_measured = false;
    result.missing = drain();
    result.skipped = m_skipped;

    m_ledger.observe(nullptr);
    const Tally inside = last - first;
    result.acknowledged = inside.acknowledged;
    result.acknowledgedPerSecond = double(inside.acknowledged) / result.seconds;
    result.deliveredPerSecond = double(inside.delivered) / result.seconds;
    result.total = m_ledger.tally() - before;
    result.ackLatency = m_ledger.ackLatency;
    result.deliveryLatency = m_ledger.deliveryLatency;
    return result;
}

} // namespace deskbell::bench
