#pragma once

#include "tests/bench/generator/desk.h"
#include "tests/bench/generator/scenario.h"

namespace deskbell::bench {

/// What the generator's command line asks for.
struct Options
{
    Address address;
    pid_t server = 0;
    std::uint32_t chats = 200;
    std::uint32_t idleConnections = 0;
    std::uint32_t textSize = 60;
    double settleSeconds = 2; ///< Before memory is read.
    std::vector<Scenario> scenarios;
    std::string syncFolder; ///< Only measure the disk below this folder.

    /// Throws std::runtime_error saying what is wrong and how it is used.
    static Options parse(int count, char **arguments);
};

} // namespace deskbell::bench
