#include "server/api/credentials.h"

#include "server/engineio/query.h"

namespace deskbell::server {

namespace {

std::optional<QString> filled(const QByteArray &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(text));
}

std::optional<QString> filled(json::Value value)
{
    const QString text = value.toString();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

QByteArray bearerOf(const HttpRequest &request)
{
    constexpr QByteArrayView scheme = "bearer ";
    const QByteArray value = request.header("authorization");
    if (value.size() <= scheme.size() || value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(scheme.size()).trimmed();
}

QByteArray cookieOf(const HttpRequest &request)
{
    for (const QByteArray &each : request.header("cookie").split(';')) {
        const QByteArray pair = each.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals) == sessionCookie)
            return pair.sliced(equals + 1);
    }
    return {};
}

} // namespace

Credentials credentialsOf(const HttpRequest &request)
{
    Credentials shown;
    shown.address = request.peer.toString().toLatin1();
    shown.apiKey = filled(request.header("x-api-key"));
    shown.userId = filled(engineio::queryParameter(request.query, "userId"));
    shown.userHash = filled(engineio::queryParameter(request.query, "userHash"));
    shown.token = filled(bearerOf(request));
    if (!shown.token)
        shown.token = filled(engineio::queryParameter(request.query, "token"));
    if (!shown.token && (shown.token = filled(cookieOf(request))))
        shown.isOfCookie = true;
    return shown;
}

Credentials credentialsOf(const socketio::Socket &socket)
{
    Credentials shown = credentialsOf(socket.handshake());
    const json::Value auth = socket.auth();
    if (const auto token = filled(auth.member("token"))) {
        shown.token = token;
        shown.isOfCookie = false;
    }
    if (const auto key = filled(auth.member("apiKey")))
        shown.apiKey = key;
    if (const auto user = filled(auth.member("userId")))
        shown.userId = user;
    if (const auto hash = filled(auth.member("userHash")))
        shown.userHash = hash;
    return shown;
}

bool isForgeable(const HttpRequest &request)
{
    if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS")
        return false;
    const QByteArray site = request.header("sec-fetch-site");
    if (!site.isEmpty())
        return site != "same-origin" && site != "none";
    // Browsers that do not say so say whose page it was. Neither means that it is no browser.
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty())
        return false;
    const qsizetype scheme = origin.indexOf("://");
    return scheme < 0 || origin.sliced(scheme + 3) != request.header("host");
}

Error forged()
{
    return {ErrorCode::Forbidden, QStringLiteral("A page of another site may not act with your cookie.")};
}

} // namespace deskbell::server
