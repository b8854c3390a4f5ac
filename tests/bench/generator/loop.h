#pragma once

#include <cstdint>
#include <vector>

namespace deskbell::bench {

class Connection;

/// One epoll instance and the connections that it watches. Single-threaded; outlives its connections.
class Loop
{
public:
    Loop();
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Level-triggered; reading always, writing when asked for.
    void watch(int descriptor, Connection *connection);
    void watchWriting(int descriptor, Connection *connection, bool writing);
    void forget(int descriptor);
    /// The connection has output: it is written at the end of this turn, all of a turn in one call.
    void flushLater(Connection *connection) { m_unflushed.push_back(connection); }

    /// Writes what is due, waits up to `waitNs` for something to happen, handles all of it and writes the answers.
    void turn(std::int64_t waitNs);

private:
    void flush();

    int m_epoll = -1;
    std::vector<Connection *> m_unflushed;
};

} // namespace deskbell::bench
