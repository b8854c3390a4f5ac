#pragma once

#include "server/http/admission.h"
#include "server/http/cors.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/routebridge.h"
#include "server/http/websocketdoor.h"

namespace deskbell::server {

/// Decides where a checked request goes: to the endpoint that owns its path, or to QHttpServer's routes.
class RequestDispatch final
{
public:
    /// `limits` and `clock` outlive this.
    RequestDispatch(const HttpLimits &limits, Cors cors, const Clock &clock);

    void addEndpoint(Endpoint *endpoint) { m_endpoints.append(endpoint); }
    QHttpServer &routes() { return m_bridge.routes(); }
    WebSocketDoor &webSockets() { return m_webSockets; }

    /// What holds for a request before its body is read.
    struct Terms
    {
        qint64 bodyLimit = 0;
        HttpHeaders refusalHeaders; ///< For answers that the front door gives by itself.
    };
    Terms termsFor(const HttpRequest &head) const;

    /// What takes the body of this request; null where it is held in memory.
    std::shared_ptr<BodySink> openSink(const HttpRequest &head);
    /// Has it answered, now or later.
    void handle(Exchange *exchange);

    /// Whether it asks for a WebSocket where there are any; elsewhere HTTP lets a server ignore the wish.
    bool wantsUpgrade(const HttpRequest &head) const;
    /// `unfit`: HTTP/1.0 or with a body, neither of which a handshake may be.
    std::optional<HttpResponse> refuseUpgrade(const HttpRequest &head, bool unfit) const;
    /// Takes the socket of a handshake that was not refused; `early` is what it sent after its head.
    void openWebSocket(QTcpSocket *socket, const QByteArray &early, const HttpRequest &head, Admission::Ticket ticket);

private:
    Endpoint *endpointFor(const HttpRequest &request) const;

    const HttpLimits &m_limits;
    Cors m_cors;
    QList<Endpoint *> m_endpoints; ///< Not owned; they outlive the front door.
    RouteBridge m_bridge;
    WebSocketDoor m_webSockets;
};

} // namespace deskbell::server
