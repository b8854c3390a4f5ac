#include "tests/bench/generator/report.h"

#include <algorithm>
#include <iomanip>

namespace deskbell::bench {

namespace {

double milliseconds(std::int64_t nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

/// Violations quote what a server sent, so that everything may be in them.
std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\')
            out.push_back('\\');
        out.push_back(std::uint8_t(character) < 0x20 ? ' ' : character);
    }
    return out + "\"";
}

void writeLatency(std::ostream &out, const char *name, const Histogram &histogram)
{
    out << ",\"" << name << "\":{\"count\":" << histogram.count()
        << ",\"p50\":" << milliseconds(histogram.percentile(0.5))
        << ",\"p99\":" << milliseconds(histogram.percentile(0.99))
        << ",\"p999\":" << milliseconds(histogram.percentile(0.999)) << ",\"max\":" << milliseconds(histogram.largest())
        << "}";
}

void writeMeasurement(std::ostream &out, const Measurement &measurement)
{
    const double millions = double(measurement.acknowledged) / 1e6;
    out << "{\"name\":" << quoted(measurement.name) << ",\"seconds\":" << measurement.seconds
        << ",\"acknowledgedPerSecond\":" << measurement.acknowledgedPerSecond
        << ",\"deliveredPerSecond\":" << measurement.deliveredPerSecond;
    writeLatency(out, "ack", measurement.ackLatency);
    writeLatency(out, "delivery", measurement.deliveryLatency);
    out << ",\"serverCpuSeconds\":" << measurement.serverCpuSeconds
        << ",\"serverCpuSecondsPerMillion\":" << (millions > 0 ? measurement.serverCpuSeconds / millions : 0)
        << ",\"generatorCpuSeconds\":" << measurement.generatorCpuSeconds
        << ",\"residentBytes\":" << measurement.residentBytes << ",\"sent\":" << measurement.total.sent
        << ",\"acknowledged\":" << measurement.total.acknowledged << ",\"delivered\":" << measurement.total.delivered
        << ",\"echoed\":" << measurement.total.echoed << ",\"skipped\":" << measurement.skipped
        << ",\"missing\":" << measurement.missing << "}";
}

} // namespace

bool Report::correct() const
{
    return violationCount == 0
        && std::all_of(measurements.begin(), measurements.end(), [](const Measurement &measurement) {
               const Tally &total = measurement.total;
               return measurement.missing == 0 && total.sent > 0 && total.acknowledged == total.sent
                   && total.delivered == total.sent && total.echoed == total.sent;
           });
}

void Report::write(std::ostream &out) const
{
    out << std::fixed << std::setprecision(3) << "{\"correct\":" << (correct() ? "true" : "false")
        << ",\"bytesAtStart\":" << bytesAtStart;
    if (idle)
        out << ",\"idle\":{\"connections\":" << idle->connections << ",\"bytesBefore\":" << idle->bytesBefore
            << ",\"bytesAfter\":" << idle->bytesAfter << "}";
    out << ",\"scenarios\":[";
    for (std::size_t index = 0; index < measurements.size(); ++index) {
        out << (index > 0 ? "," : "");
        writeMeasurement(out, measurements[index]);
    }
    out << "],\"violationCount\":" << violationCount << ",\"violations\":[";
    for (std::size_t index = 0; index < violations.size(); ++index)
        out << (index > 0 ? "," : "") << quoted(violations[index]);
    out << "]}\n";
}

} // namespace deskbell::bench
