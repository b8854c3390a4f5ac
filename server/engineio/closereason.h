#pragma once

#include <QLatin1String>

namespace deskbell::server::engineio {

/// Why a session ended, seen from the server.
enum class CloseReason {
    TransportClose, ///< The client closed it, or its WebSocket's connection broke.
    TransportError, ///< A polling request was aborted, or sent out of turn.
    PingTimeout,
    ParseError, ///< The client sent what is no packet.
    ForcedClose, ///< The layer above wanted it.
    ServerShuttingDown,
    SlowConsumer, ///< The client did not take what was sent to it.
};

/// The name that Socket.IO applications know the reason by.
QLatin1String toText(CloseReason reason);

} // namespace deskbell::server::engineio
