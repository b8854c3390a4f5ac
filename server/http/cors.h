#pragma once

#include "server/http/exchange.h"

#include <QStringList>

namespace deskbell::server {

/// Which foreign pages may call the server's routes from a browser: one allow-list of origins (`scheme://host[:port]`),
/// or `*` for any. Without an entry only pages of the server itself may, which need no header.
class Cors final
{
public:
    explicit Cors(const QStringList &allowedOrigins);

    bool allows(const QByteArray &origin) const;
    /// Whether the list has it by name: its pages may bring a cookie.
    bool names(const QByteArray &origin) const { return m_origins.contains(origin); }
    /// What a response to this request carries; nothing for a request without Origin.
    HttpHeaders headersFor(const HttpRequest &request) const;
    /// The answer if the request is a browser asking first (OPTIONS with Access-Control-Request-Method).
    std::optional<HttpResponse> preflight(const HttpRequest &request) const;

private:
    QList<QByteArray> m_origins;
    bool m_any = false;
};

} // namespace deskbell::server
