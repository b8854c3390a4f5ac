#pragma once

#include <QTest>

#include <array>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::server {

/// Two connected sockets, closed when it goes.
struct Pair
{
    std::array<int, 2> ends{-1, -1};

    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("socketpair");
    }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pair)
    void closeEnd(std::size_t end)
    {
        if (ends.at(end) >= 0)
            ::close(std::exchange(ends.at(end), -1));
    }
    void write() const { QCOMPARE(::write(ends[1], "x", 1), ssize_t(1)); }
    void drain() const
    {
        std::array<char, 64> sink;
        while (::read(ends[0], sink.data(), sink.size()) > 0) { }
    }
};

} // namespace deskbell::server
