#include "tests/bench/generator/clock.h"
#include "tests/bench/generator/options.h"
#include "tests/bench/generator/process.h"
#include "tests/bench/generator/report.h"

#include <iostream>

namespace {

using namespace deskbell::bench;

void settle(Loop &loop, double seconds)
{
    const std::int64_t end = nowNs() + std::int64_t(seconds * double(nsPerSecond));
    while (nowNs() < end)
        loop.turn(nsPerSecond / 100);
}

Report measure(const Options &options)
{
    Report report;
    Loop loop;
    Ledger ledger;
    Desk desk(loop, ledger, options.address);
    settle(loop, options.settleSeconds);
    report.bytesAtStart = residentBytes(options.server);
    if (options.idleConnections > 0) {
        IdleMemory idle{.connections = options.idleConnections, .bytesBefore = report.bytesAtStart};
        desk.addIdleVisitors(options.idleConnections);
        settle(loop, options.settleSeconds);
        idle.bytesAfter = residentBytes(options.server);
        report.idle = idle;
    }
    if (!options.scenarios.empty()) {
        desk.openChats(options.chats);
        Run run(loop, ledger, options.server, std::string(options.textSize, 'x'));
        for (const Scenario &scenario : options.scenarios)
            report.measurements.push_back(run.perform(scenario));
        if (ledger.violationCount() == 0 && ledger.outstanding() == 0)
            desk.compareWithServer();
    }
    report.violationCount = ledger.violationCount();
    report.violations = ledger.violations();
    return report;
}

} // namespace

int main(int count, char **arguments)
{
    try {
        const Options options = Options::parse(count, arguments);
        if (!options.syncFolder.empty()) {
            std::cout << syncsPerSecond(options.syncFolder.c_str()) << '\n';
            return 0;
        }
        raiseDescriptorLimit();
        const Report report = measure(options);
        report.write(std::cout);
        return report.correct() ? 0 : 1;
    } catch (const std::exception &error) {
        std::cerr << "deskbell-bench: " << error.what() << '\n';
        return 2;
    }
}
