#include "tests/bench/generator/options.h"

#include <arpa/inet.h>
#include <cstring>
#include <stdexcept>

namespace deskbell::bench {

namespace {

constexpr const char *usage = R"(usage: deskbell-bench --port PORT [options]
  --pid PID              the server, for its CPU time and memory
  --operators N          accounts to log in (20), named by
  --email TEXT%TEXT      with their number for the % (bench%@example.com), all with
  --password TEXT
  --chats N              chats under load (200)
  --idle N               visitors who only stay connected (0)
  --text N               length of a message (60)
  --warm-up S --seconds S  length of the scenarios that follow (1, 5)
  --settle S             wait before memory is read (2)
  --in-flight K          scenario: each chat keeps K messages on their way
  --rate R               scenario: R messages a second
or: deskbell-bench --sync FOLDER   how often a second the disk takes 4 KiB for good)";

[[noreturn]] void refuse(const std::string &what)
{
    throw std::runtime_error(what + "\n" + usage);
}

double number(const std::string &option, const std::string &text, double least)
{
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || value < least || value > 1e9)
        refuse(option + " cannot be '" + text + "'");
    return value;
}

} // namespace

Options Options::parse(int count, char **arguments)
{
    Options options;
    options.address.server.sin_family = AF_INET;
    options.address.server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Scenario next;
    for (int index = 1; index < count; index += 2) {
        const std::string name = arguments[index];
        if (index + 1 >= count)
            refuse(name + " needs a value");
        const std::string value = arguments[index + 1];
        const auto atLeast = [&](double least) { return number(name, value, least); };
        if (name == "--port")
            options.address.server.sin_port = htons(std::uint16_t(atLeast(1)));
        else if (name == "--pid")
            options.server = pid_t(atLeast(1));
        else if (name == "--operators")
            options.address.operators = std::uint32_t(atLeast(1));
        else if (name == "--email")
            options.address.email = value;
        else if (name == "--password")
            options.address.password = value;
        else if (name == "--chats")
            options.chats = std::uint32_t(atLeast(1));
        else if (name == "--idle")
            options.idleConnections = std::uint32_t(atLeast(0));
        else if (name == "--text")
            options.textSize = std::uint32_t(atLeast(1));
        else if (name == "--warm-up")
            next.warmUpSeconds = atLeast(0);
        else if (name == "--seconds")
            next.seconds = atLeast(0.001);
        else if (name == "--settle")
            options.settleSeconds = atLeast(0);
        else if (name == "--in-flight") {
            next.inFlight = std::uint32_t(atLeast(1));
            next.name = "in-flight-" + value;
            options.scenarios.push_back(next);
        } else if (name == "--rate") {
            next.inFlight = 0;
            next.perSecond = atLeast(0.001);
            next.name = "rate-" + value;
            options.scenarios.push_back(next);
        } else if (name == "--sync")
            options.syncFolder = value;
        else
            refuse("unknown option " + name);
    }
    if (options.address.server.sin_port == 0 && options.syncFolder.empty())
        refuse("--port is missing");
    return options;
}

} // namespace deskbell::bench
