#pragma once

#include "tests/bench/generator/connection.h"

#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace deskbell::bench {

enum class Role { Visitor, Operator };

/// Names a message of the load: the lane that it runs in, and its number there.
struct MessageNumber
{
    std::uint32_t lane = 0;
    std::uint32_t number = 0;
};

/// One Socket.IO client in the namespace of its role: requests with acks, and events.
class Participant final : Connection::Listener
{
public:
    /// Hears what participants are told. Views are valid during the call only.
    class Audience
    {
    public:
        virtual ~Audience() = default;
        virtual void acknowledged(MessageNumber message, std::string_view answer) = 0;
        /// A `message.sent` event; `argument` is its JSON with what surrounds it.
        virtual void delivered(Participant &to, std::string_view argument) = 0;
        virtual void lost(Participant &who, const std::string &reason) = 0;
    };
    /// Gets the ack's JSON array.
    using Answer = std::function<void(std::string_view answer)>;

    Participant(Loop &loop, Audience &audience, Role role);

    /// Joins the namespace; `joined` is called once the server has confirmed it.
    void join(const sockaddr_in &server, std::function<void()> joined);
    /// Emits `event` with the object `argument`.
    void request(std::string_view event, std::string_view argument, Answer answer);
    /// The same for `message.send`; the audience hears the ack.
    void sendMessage(std::string_view argument, MessageNumber message);

private:
    struct Pending
    {
        MessageNumber message;
        Answer answer; // empty: the audience hears it
        bool waiting = true;
    };

    void textReceived(std::string_view text) override;
    void closed(const std::string &reason) override;
    void packetReceived(char type, std::string_view rest);
    void ackReceived(std::string_view rest);
    void emitEvent(std::string_view event, std::string_view argument, Pending pending);

    Connection m_connection;
    Audience &m_audience;
    std::string_view m_namespace; // with the comma that ends it on the wire
    std::function<void()> m_joined;
    std::deque<Pending> m_pending; // of the acks m_firstAck, m_firstAck + 1, …
    std::uint64_t m_firstAck = 0;
    std::string m_packet; // kept for its memory
};

} // namespace deskbell::bench
