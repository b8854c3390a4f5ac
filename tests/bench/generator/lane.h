#pragma once

#include "tests/bench/generator/histogram.h"
#include "tests/bench/generator/participant.h"

#include <deque>
#include <string>

namespace deskbell::bench {

/// One chat under load: who sends, who receives, and which messages are on their way.
struct Lane
{
    /// A message that was sent and of which something is still to come.
    struct Outstanding
    {
        std::int64_t dueAt = 0; // when it should have left; latencies count from here, so that a stall is not hidden
        std::int64_t seq = 0; // as the first of ack and events said
        bool measured = false;
        bool acknowledged = false;
        bool delivered = false;
        bool echoed = false;

        bool complete() const { return acknowledged && delivered && echoed; }
    };

    std::string chatId;
    Participant *sender = nullptr;
    Participant *receiver = nullptr;
    std::int64_t lastDelivered = 0; // seq at the receiver
    std::int64_t lastEchoed = 0; // seq at the sender
    std::uint32_t firstNumber = 0; // of `outstanding`
    std::deque<Outstanding> outstanding;
};

} // namespace deskbell::bench
