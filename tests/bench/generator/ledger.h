#pragma once

#include "tests/bench/generator/lane.h"

#include <vector>

namespace deskbell::bench {

/// How often something came, and how long it took when it was measured.
struct Tally
{
    std::uint64_t sent = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t delivered = 0; ///< At the other side.
    std::uint64_t echoed = 0; ///< At the author, who hears of their own message too.
};

/// Keeps the books of all lanes: what was sent must be acknowledged once, delivered once to each side, in order,
/// numbered without gaps, with one number for ack and events. Whatever is not so is a violation.
class Ledger final : public Participant::Audience
{
public:
    /// Hears that nothing more is to come for a message.
    class Observer
    {
    public:
        virtual ~Observer() = default;
        virtual void completed(Lane &lane, std::int64_t now) = 0;
    };

    std::vector<Lane> lanes;
    Histogram ackLatency;
    Histogram deliveryLatency;

    void observe(Observer *observer) { m_observer = observer; }
    /// Sends the lane's next message, which was due at `dueAt`.
    void send(Lane &lane, std::int64_t dueAt, bool measured, std::string_view text);

    const Tally &tally() const { return m_tally; }
    std::uint64_t outstanding() const { return m_outstanding; }
    const std::vector<std::string> &violations() const { return m_violations; }
    std::uint64_t violationCount() const { return m_violationCount; }
    void violated(const std::string &what);

    void acknowledged(MessageNumber message, std::string_view answer) override;
    void delivered(Participant &to, std::string_view argument) override;
    void lost(Participant &who, const std::string &reason) override;

private:
    Lane::Outstanding *find(MessageNumber message);
    void numbered(Lane::Outstanding &entry, MessageNumber message, std::int64_t seq);
    void settle(MessageNumber message, std::int64_t now);

    Observer *m_observer = nullptr;
    Tally m_tally;
    std::uint64_t m_outstanding = 0;
    std::uint64_t m_violationCount = 0;
    std::vector<std::string> m_violations; // the first few, in words
    std::string m_argument; // kept for its memory
};

} // namespace deskbell::bench
