#pragma once

#include "tests/bench/generator/clock.h"

#include <cstdio>

namespace deskbell::bench {

/// Repeats `work` for about a second and prints what one call of it takes.
template <class Work>
void timeEach(const char *name, Work &&work)
{
    std::int64_t count = 0;
    const std::int64_t start = nowNs();
    std::int64_t end = start;
    while (end - start < nsPerSecond) {
        for (int times = 0; times < 100; ++times)
            work();
        count += 100;
        end = nowNs();
    }
    std::printf("%-40s %8.3f µs\n", name, double(end - start) / double(count) / 1000);
}

/// Keeps the compiler from leaving out what made `value`.
template <class T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace deskbell::bench
