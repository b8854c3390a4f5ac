#pragma once

#include "server/http/exchange.h"

namespace deskbell::server {

/// An endpoint that takes plain requests alone: a WebSocket is told that there is nothing here.
class PlainEndpoint : public Endpoint
{
public:
    std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request) final
    {
        HttpResponse response;
        response.status = 404;
        response.headers = refusalHeaders(request);
        return response;
    }
    void handleWebSocket(QWebSocket *, const HttpRequest &) final { Q_UNREACHABLE(); }
};

} // namespace deskbell::server
