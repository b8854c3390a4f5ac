#include "tests/bench/generator/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace deskbell::bench {

// Below 2^subBits a value is its own bucket; above, the top subBits + 1 bits choose it.
std::size_t Histogram::bucketOf(std::uint64_t value)
{
    const int width = std::bit_width(value);
    if (width <= subBits)
        return std::size_t(value);
    const int shift = width - subBits - 1;
    return (std::size_t(shift + 1) << subBits) + std::size_t(value >> shift) - (std::size_t(1) << subBits);
}

std::uint64_t Histogram::topOf(std::size_t bucket)
{
    const std::size_t step = std::size_t(1) << subBits;
    if (bucket < step)
        return bucket;
    const std::size_t shift = (bucket >> subBits) - 1;
    return ((std::uint64_t(step + (bucket & (step - 1))) + 1) << shift) - 1;
}

void Histogram::record(std::int64_t nanoseconds)
{
    const std::int64_t value = std::max<std::int64_t>(0, nanoseconds);
    ++m_buckets[bucketOf(std::uint64_t(value))];
    ++m_count;
    m_largest = std::max(m_largest, value);
}

std::int64_t Histogram::percentile(double share) const
{
    if (m_count == 0)
        return 0;
    const auto rank = std::max<std::uint64_t>(1, std::uint64_t(std::ceil(share * double(m_count))));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= rank)
            return std::min(m_largest, std::int64_t(topOf(bucket)));
    }
    return m_largest;
}

} // namespace deskbell::bench
