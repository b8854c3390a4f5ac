#pragma once

#include <array>
#include <cstdint>

namespace deskbell::bench {

/// Counts durations in buckets that are at most 1.6 % wide, so that recording costs one addition however many there
/// are.
class Histogram
{
public:
    void record(std::int64_t nanoseconds);
    std::uint64_t count() const { return m_count; }
    /// The duration that `share` (0 … 1) of all stayed at or below, in nanoseconds; 0 when there are none.
    std::int64_t percentile(double share) const;
    std::int64_t largest() const { return m_largest; }

private:
    static constexpr int subBits = 6; // 64 steps for every doubling
    static constexpr int doublings = 58;

    static std::size_t bucketOf(std::uint64_t value);
    /// The largest value that falls into the bucket.
    static std::uint64_t topOf(std::size_t bucket);

    std::array<std::uint64_t, std::size_t(doublings + 1) << subBits> m_buckets{};
    std::uint64_t m_count = 0;
    std::int64_t m_largest = 0;
};

} // namespace deskbell::bench
