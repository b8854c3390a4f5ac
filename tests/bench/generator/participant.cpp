#include "tests/bench/generator/participant.h"

#include <charconv>
#include <utility>

namespace deskbell::bench {

namespace {

// Engine.IO packet types, and after a Message those of Socket.IO.
constexpr char engineOpen = '0', engineClose = '1', enginePing = '2', engineMessage = '4';
constexpr char socketConnect = '0', socketDisconnect = '1', socketEvent = '2', socketAck = '3', socketRefused = '4';
constexpr std::string_view messageSent = "[\"message.sent\",";

} // namespace

Participant::Participant(Loop &loop, Audience &audience, Role role)
    : m_connection(loop, *this), m_audience(audience), m_namespace(role == Role::Visitor ? "/visitor," : "/operator,")
{
}

void Participant::join(const sockaddr_in &server, std::function<void()> joined)
{
    m_joined = std::move(joined);
    m_connection.open(server);
}

void Participant::request(std::string_view event, std::string_view argument, Answer answer)
{
    emitEvent(event, argument, Pending{.message = {}, .answer = std::move(answer)});
}

void Participant::sendMessage(std::string_view argument, MessageNumber message)
{
    emitEvent("message.send", argument, Pending{.message = message, .answer = {}});
}

void Participant::emitEvent(std::string_view event, std::string_view argument, Pending pending)
{
    char id[24];
    const auto idEnd = std::to_chars(id, id + sizeof id, m_firstAck + m_pending.size()).ptr;
    m_pending.push_back(std::move(pending));
    m_packet = "42";
    m_packet.append(m_namespace)
        .append(id, idEnd)
        .append("[\"")
        .append(event)
        .append("\",")
        .append(argument)
        .append("]");
    m_connection.sendText(m_packet);
}

void Participant::textReceived(std::string_view text)
{
    if (text.empty())
        return closed("the server sent an empty packet");
    switch (text.front()) {
    case engineOpen:
        m_packet = "40";
        m_packet.append(m_namespace).append("{}");
        return m_connection.sendText(m_packet);
    case enginePing:
        return m_connection.sendText("3");
    case engineMessage:
        text.remove_prefix(1);
        if (text.size() < 1 + m_namespace.size() || text.substr(1, m_namespace.size()) != m_namespace)
            return closed("a packet of another namespace: " + std::string(text.substr(0, 100)));
        return packetReceived(text.front(), text.substr(1 + m_namespace.size()));
    case engineClose:
        return closed("the server closed the session");
    default:
        return;
    }
}

void Participant::packetReceived(char type, std::string_view rest)
{
    switch (type) {
    case socketEvent:
        if (rest.starts_with(messageSent))
            m_audience.delivered(*this, rest.substr(messageSent.size()));
        return; // presence and lists are not what is measured
    case socketAck:
        return ackReceived(rest);
    case socketConnect:
        if (m_joined)
            std::exchange(m_joined, nullptr)();
        return;
    case socketDisconnect:
        return closed("the server disconnected the namespace");
    case socketRefused:
        return closed("the namespace was refused: " + std::string(rest.substr(0, 200)));
    default:
        return closed("a packet of an unknown type");
    }
}

void Participant::ackReceived(std::string_view rest)
{
    std::uint64_t id = 0;
    const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), id);
    const std::uint64_t index = id - m_firstAck;
    if (parsed.ec != std::errc{} || id < m_firstAck || index >= m_pending.size() || !m_pending[index].waiting)
        return closed("an ack that nobody waits for: " + std::string(rest.substr(0, 100)));
    Pending &pending = m_pending[index];
    pending.waiting = false;
    const MessageNumber message = pending.message;
    const Answer answer = std::move(pending.answer);
    while (!m_pending.empty() && !m_pending.front().waiting) {
        m_pending.pop_front();
        ++m_firstAck;
    }
    rest.remove_prefix(std::size_t(parsed.ptr - rest.data()));
    if (answer)
        answer(rest);
    else
        m_audience.acknowledged(message, rest);
}

void Participant::closed(const std::string &reason)
{
    m_audience.lost(*this, reason);
}

} // namespace deskbell::bench
