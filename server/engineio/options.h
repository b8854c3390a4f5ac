#pragma once

#include "server/http/cors.h"

#include <functional>

namespace deskbell::server::engineio {

/// How often a client is pinged, and how long it may take to answer. Announced in the handshake.
struct Timings
{
    qint64 pingIntervalMs = 25'000;
    qint64 pingTimeoutMs = 20'000;
};

/// How much may wait for one client before it counts as a slow consumer and is closed.
struct OutboxLimits
{
    qsizetype messages = 256; ///< While it polls; a WebSocket's queue is counted in bytes alone.
    qint64 bytes = 1024 * 1024;
};

/// Whether a session may change from polling to a WebSocket.
enum class Upgrades { Allowed, Refused };

/// What can be set about the engine. Sizes in bytes, times in milliseconds.
struct Options
{
    QByteArray path = QByteArrayLiteral("/socket.io"); ///< Without the slash at its end, which every request has.
    Timings timings{};
    /// If set, decides about each session by its handshake request.
    std::function<Timings(const HttpRequest &)> timingsFor{};
    /// If set, may refuse a handshake with a message for the client (403, code 4).
    std::function<std::optional<QString>(const HttpRequest &)> refuseHandshake{};
    /// Whose pages may connect. WebSockets of other origins are refused, and polling answers not shown to them.
    Cors cors{QStringList{}};
    Upgrades upgrades = Upgrades::Allowed;
    qint64 maxPayload = 65'536; ///< One message, and one polling body.
    qint64 upgradeTimeoutMs = 10'000; ///< A probe that does not become an upgrade is dropped.
    qint64 closeTimeoutMs = 30'000; ///< A closed polling session waits so long to tell its client.
    OutboxLimits outbox{};
    int maxSessions = 20'000; ///< Past it 503. (Polling sessions outlive their connections.)
    int maxSessionsPerAddress = 0; ///< An IPv6 address counts as its /64. Past it 429. 0: no such limit.
};

} // namespace deskbell::server::engineio
