#pragma once

#include <cstdint>
#include <ctime>

namespace deskbell::bench {

/// Nanoseconds of the monotonic clock; a call costs some 20 ns.
inline std::int64_t nowNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

inline constexpr std::int64_t nsPerSecond = 1'000'000'000;

} // namespace deskbell::bench
