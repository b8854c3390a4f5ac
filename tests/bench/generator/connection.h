#pragma once

#include "tests/bench/generator/frame.h"

#include <cstdint>
#include <netinet/in.h>
#include <string>
#include <string_view>

namespace deskbell::bench {

class Loop;

/// One TCP connection that asks for `/socket.io/` over WebSocket and then carries text frames. Owns its descriptor.
class Connection
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void textReceived(std::string_view text) = 0;
        /// The connection ended, which nobody asked for.
        virtual void closed(const std::string &reason) = 0;
    };

    Connection(Loop &loop, Listener &listener);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Starts to connect; what is sent before the upgrade is answered waits for it.
    void open(const sockaddr_in &server);
    void sendText(std::string_view text);

    void handle(std::uint32_t events);
    void flush();

private:
    enum class State { Closed, Connecting, Upgrading, Open };

    void connected();
    void readAvailable();
    void upgradeAnswered(std::string_view bytes);
    void readFrames(std::string_view bytes);
    void frameReceived(Opcode opcode, std::string_view payload);
    void queue(Opcode opcode, std::string_view payload);
    void end(const std::string &reason);
    std::uint32_t nextMask();

    Loop &m_loop;
    Listener &m_listener;
    FrameReader m_reader;
    std::string m_out; // bytes that the kernel has not taken
    std::size_t m_written = 0; // how far into m_out
    std::string m_head; // of the answer to the upgrade, until its end has come
    std::string m_early; // frames sent before the upgrade was answered
    int m_descriptor = -1;
    State m_state = State::Closed;
    bool m_flushQueued = false;
    bool m_writing = false; // epoll tells when there is room
    std::uint32_t m_mask;
};

} // namespace deskbell::bench
