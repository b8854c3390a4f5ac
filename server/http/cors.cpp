#include "server/http/cors.h"

namespace deskbell::server {

Cors::Cors(const QStringList &allowedOrigins)
{
    for (const QString &origin : allowedOrigins) {
        if (origin == QLatin1String("*"))
            m_any = true;
        else
            m_origins.append(origin.toLatin1());
    }
}

bool Cors::allows(const QByteArray &origin) const
{
    return m_any || m_origins.contains(origin);
}

HttpHeaders Cors::headersFor(const HttpRequest &request) const
{
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty())
        return {};
    if (names(origin))
        return {
            {"Access-Control-Allow-Origin", origin}, {"Access-Control-Allow-Credentials", "true"}, {"Vary", "Origin"}};
    if (m_any)
        return {{"Access-Control-Allow-Origin", "*"}};
    return {{"Vary", "Origin"}};
}

std::optional<HttpResponse> Cors::preflight(const HttpRequest &request) const
{
    const QByteArray origin = request.header("origin");
    if (request.method != "OPTIONS" || origin.isEmpty() || request.header("access-control-request-method").isEmpty())
        return std::nullopt;
    HttpResponse response;
    response.status = 204;
    response.headers = headersFor(request);
    if (allows(origin)) {
        response.headers.emplaceBack("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        response.headers.emplaceBack("Access-Control-Allow-Headers", "Authorization, Content-Type, X-API-Key");
        response.headers.emplaceBack("Access-Control-Max-Age", "600");
    }
    return response;
}

} // namespace deskbell::server
