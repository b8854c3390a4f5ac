#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/restcall.h"
#include "server/http/cors.h"
#include "server/http/plainendpoint.h"

namespace deskbell::server::dialects {

/// The paths of all dialects: finds the one that a request means, reads its body, sees who asks, and hands it on.
/// Lives on the I/O thread.
class RestEndpoint final : public PlainEndpoint
{
public:
    using Handler = std::function<void(const Call &)>;

    /// `gate` outlives this.
    RestEndpoint(Gate &gate, const QStringList &allowedOrigins);

    /// `pattern` is a path in which `{name}` stands for a segment. One without goes before one with.
    void add(const char *method, const char *pattern, Handler handler);

    bool owns(QByteArrayView path) const override;
    HttpHeaders refusalHeaders(const HttpRequest &request) const override { return m_cors.headersFor(request); }
    void handleRequest(Exchange *exchange) override;

private:
    struct Route
    {
        QByteArray method;
        QByteArrayList segments;
        Handler handler;
    };
    struct Match
    {
        const Route *route = nullptr;
        QHash<QByteArray, QString> path;
        QByteArrayList allowed; // empty: no such path
    };
    Match match(const HttpRequest &request) const;
    void dispatch(Exchange *exchange, const Match &match, std::optional<json::Document> body);

    Gate &m_gate;
    const Cors m_cors;
    std::vector<Route> m_routes;
};

} // namespace deskbell::server::dialects
