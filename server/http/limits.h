#pragma once

#include <QtGlobal>

namespace deskbell::server {

/// Every bound of the front door, with what is shipped. Sizes in bytes, times in milliseconds.
struct HttpLimits
{
    int headBytes = 16 * 1024; ///< Request line and headers together, with their line ends; past it 431.
    int requestLineBytes = 8 * 1024; ///< Past it 414.
    int headerLines = 64; ///< Past it 431.
    qint64 bodyBytes = 256 * 1024; ///< Of a decoded body; past it 413. An Endpoint may have its own.
    int headDeadlineMs =
        5'000; ///< From the first byte (of a new connection: from accepting it) to the end of the head.
    int bodyWindowMs = 10'000; ///< In each such window a body must grow by bodyBytesPerSecond, or 408.
    int bodyBytesPerSecond = 1024;
    int idleDeadlineMs = 30'000; ///< Between two requests of a connection.
    int requestsPerConnection = 1'000;
    int readerWindowMs =
        30'000; ///< In each such window a waiting answer must shrink by readerBytesPerSecond, or abort.
    int readerBytesPerSecond = 1024;
    int lingerMs = 1'000; ///< How long a refused client may go on sending before the connection is cut.
    qint64 lingerBytes = 64 * 1024; ///< And how much.
    int pendingOutputBytes = 256 * 1024; ///< With more of the last answer unsent the next request is not read.
    qint64 routeReplyBytes = 32 * 1024 * 1024; ///< The largest answer of a QHttpServer route.
    int routePairs = 64; ///< Requests that QHttpServer's routes work on at once; others wait.

    int connections = 20'000; ///< In all; the process's descriptor limit less a reserve may be lower. Past it 503.
    int connectionsPerAddress = 100; ///< An IPv6 address counts as its /64. Past it 429. 0: no such limit.
    int backlog = 4'096;
    int acceptPauseMs = 200; ///< Rest after the process ran out of descriptors.
    int refusalsPerSecond = 2'000; ///< Connections past a cap that get an answer; then accepting rests.
    int tcpUserTimeoutMs = 30'000; ///< Sent data unacknowledged for so long ends a connection.

    qint64 webSocketBytes = 64 * 1024; ///< One frame, and one message; past it close code 1009.
    qint64 webSocketQueueBytes = 1024 * 1024; ///< Unsent output of one WebSocket; past it the connection is cut.
    int webSocketCloseMs = 2'000; ///< A WebSocket that does not finish closing in this time is cut.
};

} // namespace deskbell::server
