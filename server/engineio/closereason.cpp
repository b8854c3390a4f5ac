#include "server/engineio/closereason.h"

namespace deskbell::server::engineio {

QLatin1String toText(CloseReason reason)
{
    switch (reason) {
    case CloseReason::TransportClose:
        return QLatin1String("transport close");
    case CloseReason::TransportError:
        return QLatin1String("transport error");
    case CloseReason::PingTimeout:
        return QLatin1String("ping timeout");
    case CloseReason::ParseError:
        return QLatin1String("parse error");
    case CloseReason::ForcedClose:
        return QLatin1String("forced close");
    case CloseReason::ServerShuttingDown:
        return QLatin1String("server shutting down");
    case CloseReason::SlowConsumer:
        return QLatin1String("slow consumer");
    }
    Q_UNREACHABLE();
}

} // namespace deskbell::server::engineio
