#include "server/http/routewire.h"

#include "server/http/requestpath.h"
#include "server/http/responsewriter.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace deskbell::server {

namespace {

/// Not passed on to the routes: said anew, or said to the front door alone.
constexpr std::array<QByteArrayView, 11> connectionHeaders{
    "connection", "content-length",    "expect", "host", "http2-settings", "keep-alive", "proxy-connection", "te",
    "trailer",    "transfer-encoding", "upgrade"};

/// What a route may say beside Content-Type. Set-Cookie is missing on purpose: sessions are bearer tokens.
constexpr std::array<QByteArrayView, 17> routeHeaders{"allow",
                                                      "cache-control",
                                                      "content-disposition",
                                                      "content-encoding",
                                                      "content-language",
                                                      "content-security-policy",
                                                      "cross-origin-resource-policy",
                                                      "etag",
                                                      "last-modified",
                                                      "link",
                                                      "location",
                                                      "permissions-policy",
                                                      "referrer-policy",
                                                      "retry-after",
                                                      "vary",
                                                      "www-authenticate",
                                                      "x-frame-options"};

template <class Names>
bool contains(const Names &names, const QByteArray &name)
{
    return std::find(names.begin(), names.end(), QByteArrayView(name)) != names.end();
}

} // namespace

QByteArray writeRouteRequest(const HttpRequest &request)
{
    QByteArray out;
    out.reserve(512 + request.body.size());
    out.append(request.method == "HEAD" ? QByteArray("GET") : request.method).append(' ');
    out.append(RequestPath::encode(request.path));
    if (!request.query.isEmpty())
        out.append('?').append(request.query);
    out.append(" HTTP/1.1\r\nHost: ").append(request.header("host")).append("\r\n");
    for (const auto &header : request.headers) {
        if (!contains(connectionHeaders, header.first))
            out.append(header.first).append(": ").append(header.second).append("\r\n");
    }
    out.append(peerHeader).append(": ").append(request.peer.toString().toLatin1()).append("\r\n");
    out.append("Content-Length: ").append(QByteArray::number(request.body.size())).append("\r\n\r\n");
    out.append(request.body);
    return out;
}

std::optional<HttpResponse> checkRouteReply(const MessageHead &head, QByteArray body)
{
    HttpResponse response;
    response.status = head.status;
    response.body = std::move(body);
    QSet<QByteArray> seen;
    for (const auto &header : head.headers) {
        if (seen.contains(header.first))
            return std::nullopt;
        seen.insert(header.first);
        if (header.first == "content-type")
            response.contentType = header.second;
        else if (contains(routeHeaders, header.first))
            response.headers.append(header);
        else if (header.first != "content-length" && header.first != "transfer-encoding")
            return std::nullopt;
    }
    if (!hasSafeHeaders(response) || head.status < 200)
        return std::nullopt;
    // QHttpServer's own refusals have no body; they get the one that all errors have.
    if (response.contentType == "application/x-empty") {
        response.contentType.clear();
        if (response.status == 404)
            return errorResponse(ErrorCode::NotFound);
        if (response.status >= 400)
            return errorResponse(ErrorCode::Internal, response.status);
    }
    return response;
}

} // namespace deskbell::server
