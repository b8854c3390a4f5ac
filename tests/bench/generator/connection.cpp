#include "tests/bench/generator/connection.h"

#include "tests/bench/generator/loop.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/tcp.h>
#include <random>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace deskbell::bench {

Connection::Connection(Loop &loop, Listener &listener)
    : m_loop(loop), m_listener(listener), m_mask(std::random_device{}() | 1u)
{
}

Connection::~Connection()
{
    if (m_descriptor >= 0) {
        m_loop.forget(m_descriptor);
        close(m_descriptor);
    }
}

void Connection::open(const sockaddr_in &server)
{
    m_descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "socket");
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_state = State::Connecting;
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&server), sizeof server) < 0 && errno != EINPROGRESS)
        throw std::system_error(errno, std::generic_category(), "connect");
    m_writing = true;
    m_loop.watch(m_descriptor, this);
}

void Connection::connected()
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        return end(std::strerror(error));
    m_state = State::Upgrading;
    // The key is the example of RFC 6455: a load generator gains nothing from an unguessable one.
    m_out = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    flush();
}

void Connection::handle(std::uint32_t events)
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Connecting) {
        if (events & (EPOLLOUT | EPOLLERR | EPOLLHUP))
            connected();
        return;
    }
    if (events & EPOLLOUT)
        flush();
    if (events & (EPOLLIN | EPOLLERR | EPOLLHUP))
        readAvailable();
}

void Connection::readAvailable()
{
    static std::array<char, 256 * 1024> buffer; // one thread, and nothing in it outlives the call
    const ssize_t size = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size < 0) {
        if (errno != EAGAIN && errno != EINTR)
            end(std::strerror(errno));
        return;
    }
    if (size == 0)
        return end("the server closed the connection");
    const std::string_view bytes(buffer.data(), std::size_t(size));
    if (m_state == State::Upgrading)
        upgradeAnswered(bytes);
    else
        readFrames(bytes);
}

void Connection::upgradeAnswered(std::string_view bytes)
{
    m_head.append(bytes);
    const std::size_t headEnd = m_head.find("\r\n\r\n");
    if (headEnd == std::string::npos)
        return;
    if (!m_head.starts_with("HTTP/1.1 101"))
        return end("the upgrade was answered with: " + m_head.substr(0, m_head.find('\r')));
    m_state = State::Open;
    m_out.append(m_early);
    m_early = {};
    const std::string rest = m_head.substr(headEnd + 4);
    m_head = {};
    flush();
    if (!rest.empty())
        readFrames(rest);
}

void Connection::readFrames(std::string_view bytes)
{
    const auto sink = [this](Opcode opcode, std::string_view payload) { frameReceived(opcode, payload); };
    if (!m_reader.feed(bytes, std::cref(sink)))
        end("the server sent a broken frame");
}

void Connection::frameReceived(Opcode opcode, std::string_view payload)
{
    switch (opcode) {
    case Opcode::Text:
        return m_listener.textReceived(payload);
    case Opcode::Ping:
        return queue(Opcode::Pong, payload);
    case Opcode::Close:
        return end("the server sent a close frame");
    default:
        return;
    }
}

void Connection::sendText(std::string_view text)
{
    queue(Opcode::Text, text);
}

void Connection::queue(Opcode opcode, std::string_view payload)
{
    if (m_state == State::Closed)
        return;
    if (m_state != State::Open)
        return appendFrame(m_early, opcode, payload, nextMask());
    appendFrame(m_out, opcode, payload, nextMask());
    if (!m_flushQueued) {
        m_flushQueued = true;
        m_loop.flushLater(this);
    }
}

void Connection::flush()
{
    m_flushQueued = false;
    if (m_state == State::Closed || m_state == State::Connecting)
        return;
    while (m_written < m_out.size()) {
        const ssize_t size = send(m_descriptor, m_out.data() + m_written, m_out.size() - m_written, MSG_NOSIGNAL);
        if (size < 0) {
            if (errno == EAGAIN)
                break;
            return end(std::strerror(errno));
        }
        m_written += std::size_t(size);
    }
    const bool unfinished = m_written < m_out.size();
    if (!unfinished) {
        m_out.clear();
        m_written = 0;
    }
    if (unfinished != m_writing) {
        m_writing = unfinished;
        m_loop.watchWriting(m_descriptor, this, unfinished);
    }
}

void Connection::end(const std::string &reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_loop.forget(m_descriptor);
    m_listener.closed(reason);
}

std::uint32_t Connection::nextMask()
{
    m_mask ^= m_mask << 13;
    m_mask ^= m_mask >> 17;
    m_mask ^= m_mask << 5;
    return m_mask;
}

} // namespace deskbell::bench
