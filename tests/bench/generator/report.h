#pragma once

#include "tests/bench/generator/scenario.h"

#include <optional>
#include <ostream>

namespace deskbell::bench {

/// Memory before and after some idle connections.
struct IdleMemory
{
    std::uint32_t connections = 0;
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0;
};

/// All that one call of the generator found out.
struct Report
{
    std::int64_t bytesAtStart = 0; ///< Before the first connection.
    std::optional<IdleMemory> idle;
    std::vector<Measurement> measurements;
    std::uint64_t violationCount = 0;
    std::vector<std::string> violations;

    /// Every message acknowledged once, delivered once to each side, in order and without gaps.
    bool correct() const;
    /// One JSON object; durations in milliseconds, memory in bytes.
    void write(std::ostream &out) const;
};

} // namespace deskbell::bench
