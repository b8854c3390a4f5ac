#include "server/http/requestdispatch.h"

namespace deskbell::server {

RequestDispatch::RequestDispatch(const HttpLimits &limits, Cors cors, const Clock &clock)
    : m_limits(limits), m_cors(std::move(cors)), m_bridge(limits), m_webSockets(limits, clock)
{
}

Endpoint *RequestDispatch::endpointFor(const HttpRequest &request) const
{
    for (Endpoint *endpoint : m_endpoints) {
        if (endpoint->owns(request.path))
            return endpoint;
    }
    return nullptr;
}

RequestDispatch::Terms RequestDispatch::termsFor(const HttpRequest &head) const
{
    if (const Endpoint *endpoint = endpointFor(head))
        return {endpoint->bodyLimit().value_or(m_limits.bodyBytes), endpoint->refusalHeaders(head)};
    return {m_limits.bodyBytes, m_cors.headersFor(head)};
}

std::shared_ptr<BodySink> RequestDispatch::openSink(const HttpRequest &head)
{
    Endpoint *endpoint = endpointFor(head);
    return endpoint ? endpoint->openSink(head) : nullptr;
}

void RequestDispatch::handle(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    if (Endpoint *endpoint = endpointFor(request))
        endpoint->handleRequest(exchange);
    else if (std::optional<HttpResponse> preflight = m_cors.preflight(request))
        exchange->respond(*std::move(preflight));
    else
        m_bridge.submit(exchange, m_cors.headersFor(request));
}

bool RequestDispatch::wantsUpgrade(const HttpRequest &head) const
{
    return WebSocketDoor::isUpgrade(head) && endpointFor(head);
}

std::optional<HttpResponse> RequestDispatch::refuseUpgrade(const HttpRequest &head, bool unfit) const
{
    if (std::optional<HttpResponse> refusal = WebSocketDoor::checkHandshake(head, unfit))
        return refusal;
    return endpointFor(head)->refuseUpgrade(head);
}

void RequestDispatch::openWebSocket(QTcpSocket *socket, const QByteArray &early, const HttpRequest &head,
                                    Admission::Ticket ticket)
{
    m_webSockets.open(socket, early, head, std::move(ticket), *endpointFor(head));
}

} // namespace deskbell::server
