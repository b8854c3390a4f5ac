#include "tests/bench/generator/desk.h"

#include "tests/bench/generator/clock.h"
#include "tests/bench/generator/scan.h"

#include <stdexcept>

namespace deskbell::bench {

namespace {

constexpr std::uint32_t stepsAtOnce = 32;
constexpr std::int64_t patienceNs = 60 * nsPerSecond;

/// The part of an ack that says how it went well.
std::string_view okOf(std::string_view answer, const char *request)
{
    if (!answer.starts_with("[{\"ok\":"))
        throw std::runtime_error(std::string(request) + " was refused: " + std::string(answer.substr(0, 300)));
    return answer;
}

/// `{"chatId":"…"}`
std::string chatArgument(std::string_view chatId)
{
    return "{\"chatId\":\"" + std::string(chatId) + "\"}";
}

} // namespace

Desk::Desk(Loop &loop, Ledger &ledger, Address address) : m_loop(loop), m_ledger(ledger), m_address(std::move(address))
{
}

Participant &Desk::add(Role role)
{
    auto &list = role == Role::Visitor ? m_visitors : m_operators;
    return *list.emplace_back(std::make_unique<Participant>(m_loop, m_ledger, role));
}

void Desk::await(const std::uint32_t &finished, std::uint32_t expected, const char *what)
{
    const std::int64_t deadline = nowNs() + patienceNs;
    while (finished < expected) {
        if (m_ledger.violationCount() > 0)
            throw std::runtime_error(std::string(what) + ": " + m_ledger.violations().front());
        if (nowNs() > deadline)
            throw std::runtime_error(std::string(what) + ": only " + std::to_string(finished) + " of "
                                     + std::to_string(expected) + " came to an end");
        m_loop.turn(nsPerSecond / 10);
    }
}

void Desk::inParallel(std::uint32_t count, const char *what, const std::function<void(std::uint32_t)> &step)
{
    m_finished = 0;
    for (std::uint32_t index = 0; index < count; ++index) {
        if (index >= stepsAtOnce)
            await(m_finished, index - stepsAtOnce + 1, what);
        step(index);
    }
    await(m_finished, count, what);
}

void Desk::loginOperators()
{
    inParallel(m_address.operators, "logging in", [this](std::uint32_t index) {
        Participant &person = add(Role::Operator);
        std::string email = m_address.email;
        if (const std::size_t mark = email.find('%'); mark != std::string::npos)
            email.replace(mark, 1, std::to_string(index + 1));
        const std::string credentials = "{\"email\":\"" + email + "\",\"password\":\"" + m_address.password + "\"}";
        person.join(m_address.server, [this, &person, credentials] {
            person.request("operator.login", credentials, [this](std::string_view answer) {
                okOf(answer, "operator.login");
                ++m_finished;
            });
        });
    });
}

void Desk::openChat(Lane &lane, Participant &visitor, Participant &whose)
{
    visitor.request("chat.start", "{}", [this, &lane, &whose](std::string_view answer) {
        const std::string_view ok = okOf(answer, "chat.start");
        // The chat's own id comes before those of what it holds.
        lane.chatId = textAfter(ok.substr(ok.find("\"chat\":")), "\"id\":");
        whose.request("chat.claim", chatArgument(lane.chatId), [this, &lane, &whose](std::string_view claimed) {
            okOf(claimed, "chat.claim");
            whose.request("chat.get", chatArgument(lane.chatId), [this, &lane](std::string_view chat) {
                lane.lastDelivered = numberAfter(okOf(chat, "chat.get"), "\"lastSeq\":").value_or(0);
                lane.lastEchoed = lane.lastDelivered;
                ++m_finished;
            });
        });
    });
}

void Desk::openChats(std::uint32_t count)
{
    if (m_operators.empty())
        loginOperators();
    m_ledger.lanes.resize(count);
    inParallel(count, "opening chats", [this](std::uint32_t index) {
        Lane &lane = m_ledger.lanes[index];
        Participant &whose = *m_operators[index % m_operators.size()];
        Participant &visitor = add(Role::Visitor);
        // By rounds of the operators, so that each of them sends in some chats and receives in others.
        const bool visitorSends = (index / m_operators.size()) % 2 == 0;
        lane.sender = visitorSends ? &visitor : &whose;
        lane.receiver = visitorSends ? &whose : &visitor;
        visitor.join(m_address.server, [this, &lane, &visitor, &whose] { openChat(lane, visitor, whose); });
    });
}

void Desk::addIdleVisitors(std::uint32_t count)
{
    inParallel(count, "connecting visitors",
               [this](std::uint32_t) { add(Role::Visitor).join(m_address.server, [this] { ++m_finished; }); });
}

void Desk::compareWithServer()
{
    std::vector<std::string> differences; // reported at the end, because a violation ends the waiting
    inParallel(std::uint32_t(m_ledger.lanes.size()), "comparing", [&](std::uint32_t index) {
        const Lane &lane = m_ledger.lanes[index];
        lane.sender->request("chat.get", chatArgument(lane.chatId), [&](std::string_view chat) {
            const auto stored = numberAfter(chat, "\"lastSeq\":");
            if (stored != lane.lastDelivered)
                differences.push_back("chat " + lane.chatId + " has " + std::to_string(stored.value_or(-1))
                                      + " messages, delivered were " + std::to_string(lane.lastDelivered));
            ++m_finished;
        });
    });
    for (const std::string &difference : differences)
        m_ledger.violated(difference);
}

} // namespace deskbell::bench
