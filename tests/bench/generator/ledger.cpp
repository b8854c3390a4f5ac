#include "tests/bench/generator/ledger.h"

#include "tests/bench/generator/clock.h"
#include "tests/bench/generator/scan.h"

#include <charconv>

namespace deskbell::bench {

namespace {

constexpr std::size_t keptViolations = 10;

/// The load's clientId is `lane-number`.
std::optional<MessageNumber> parseClientId(std::string_view text)
{
    MessageNumber message;
    const char *end = text.data() + text.size();
    const auto lane = std::from_chars(text.data(), end, message.lane);
    if (lane.ec != std::errc{} || lane.ptr == end || *lane.ptr != '-')
        return std::nullopt;
    if (std::from_chars(lane.ptr + 1, end, message.number).ec != std::errc{})
        return std::nullopt;
    return message;
}

std::string nameOf(MessageNumber message)
{
    return "message " + std::to_string(message.number) + " of lane " + std::to_string(message.lane);
}

} // namespace

void Ledger::send(Lane &lane, std::int64_t dueAt, bool measured, std::string_view text)
{
    const MessageNumber message{.lane = std::uint32_t(&lane - lanes.data()),
                                .number = std::uint32_t(lane.firstNumber + lane.outstanding.size())};
    lane.outstanding.push_back({.dueAt = dueAt, .measured = measured});
    ++m_tally.sent;
    ++m_outstanding;
    m_argument = "{\"chatId\":\"";
    m_argument.append(lane.chatId).append("\",\"text\":\"").append(text).append("\",\"clientId\":\"");
    m_argument.append(std::to_string(message.lane)).append("-").append(std::to_string(message.number)).append("\"}");
    lane.sender->sendMessage(m_argument, message);
}

Lane::Outstanding *Ledger::find(MessageNumber message)
{
    if (message.lane >= lanes.size())
        return nullptr;
    Lane &lane = lanes[message.lane];
    const std::uint32_t index = message.number - lane.firstNumber;
    return message.number < lane.firstNumber || index >= lane.outstanding.size() ? nullptr : &lane.outstanding[index];
}

void Ledger::numbered(Lane::Outstanding &entry, MessageNumber message, std::int64_t seq)
{
    if (entry.seq == 0)
        entry.seq = seq;
    else if (entry.seq != seq)
        violated(nameOf(message) + " has two numbers");
}

void Ledger::acknowledged(MessageNumber message, std::string_view answer)
{
    Lane::Outstanding *entry = find(message);
    const auto seq = numberAfter(answer, "\"seq\":");
    if (!answer.starts_with("[{\"ok\":") || !seq)
        violated(nameOf(message) + " was refused: " + std::string(answer.substr(0, 300)));
    else if (!entry)
        violated(nameOf(message) + " was acknowledged although complete");
    else
        numbered(*entry, message, *seq);
    if (!entry)
        return;
    const std::int64_t now = nowNs();
    entry->acknowledged = true;
    ++m_tally.acknowledged;
    if (entry->measured)
        ackLatency.record(now - entry->dueAt);
    settle(message, now);
}

void Ledger::delivered(Participant &to, std::string_view argument)
{
    const auto message = parseClientId(textAfter(argument, "\"clientId\":"));
    if (!message)
        return; // a first message or one of the desk itself
    Lane::Outstanding *entry = find(*message);
    const std::int64_t seq = numberAfter(argument, "\"seq\":").value_or(0);
    if (!entry)
        return violated(nameOf(*message) + " was delivered although complete or never sent");
    Lane &lane = lanes[message->lane];
    if (textAfter(argument, "\"chatId\":") != lane.chatId)
        return violated(nameOf(*message) + " was delivered in another chat");
    const bool echo = &to == lane.sender;
    if (!echo && &to != lane.receiver)
        return violated(nameOf(*message) + " reached a stranger");
    std::int64_t &last = echo ? lane.lastEchoed : lane.lastDelivered;
    if (seq != last + 1)
        violated(nameOf(*message) + " came as seq " + std::to_string(seq) + " after " + std::to_string(last));
    last = seq;
    bool &came = echo ? entry->echoed : entry->delivered;
    if (came)
        return violated(nameOf(*message) + " was delivered twice");
    came = true;
    numbered(*entry, *message, seq);
    const std::int64_t now = nowNs();
    if (echo) {
        ++m_tally.echoed;
    } else {
        ++m_tally.delivered;
        if (entry->measured)
            deliveryLatency.record(now - entry->dueAt);
    }
    settle(*message, now);
}

void Ledger::settle(MessageNumber message, std::int64_t now)
{
    Lane &lane = lanes[message.lane];
    if (!lane.outstanding[message.number - lane.firstNumber].complete())
        return;
    --m_outstanding;
    while (!lane.outstanding.empty() && lane.outstanding.front().complete()) {
        lane.outstanding.pop_front();
        ++lane.firstNumber;
    }
    if (m_observer)
        m_observer->completed(lane, now);
}

void Ledger::lost(Participant &, const std::string &reason)
{
    violated("a connection was lost: " + reason);
}

void Ledger::violated(const std::string &what)
{
    ++m_violationCount;
    if (m_violations.size() < keptViolations)
        m_violations.push_back(what);
}

} // namespace deskbell::bench
