#include "tests/bench/generator/loop.h"

#include "tests/bench/generator/clock.h"
#include "tests/bench/generator/connection.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <system_error>
#include <unistd.h>

namespace deskbell::bench {

Loop::Loop() : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
}

Loop::~Loop()
{
    close(m_epoll);
}

void Loop::watch(int descriptor, Connection *connection)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.ptr = connection;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void Loop::watchWriting(int descriptor, Connection *connection, bool writing)
{
    epoll_event event{};
    event.events = EPOLLIN | (writing ? std::uint32_t(EPOLLOUT) : 0u);
    event.data.ptr = connection;
    if (epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void Loop::forget(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Loop::flush()
{
    for (std::size_t at = 0; at < m_unflushed.size(); ++at)
        m_unflushed[at]->flush();
    m_unflushed.clear();
}

void Loop::turn(std::int64_t waitNs)
{
    flush();
    // A millisecond is too coarse for an open loop of thousands a second, hence the nanosecond wait.
    const std::int64_t wait = waitNs < 0 ? 0 : waitNs;
    const timespec timeout{.tv_sec = time_t(wait / nsPerSecond), .tv_nsec = long(wait % nsPerSecond)};
    std::array<epoll_event, 512> events;
    const int ready = epoll_pwait2(m_epoll, events.data(), int(events.size()), &timeout, nullptr);
    for (int index = 0; index < ready; ++index)
        static_cast<Connection *>(events[std::size_t(index)].data.ptr)->handle(events[std::size_t(index)].events);
    flush();
}

} // namespace deskbell::bench
