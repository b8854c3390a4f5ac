#include "server/api/credentials.h"

#include "server/engineio/query.h"

namespace deskbell::server {

namespace {

std::optional<QString> filled(const QByteArray &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(text));
}

/// What is shown and no text is nobody's, as an empty one.
std::optional<QString> filled(json::Value value)
{
    if (value.isMissing() || value.isNull())
        return std::nullopt;
    const QString text = value.toString();
    return text.isEmpty() && value.isString() ? std::nullopt : std::optional(text);
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
    // A browser adds it to whatever is shown on purpose.
    if (!shown.token && !shown.apiKey && (shown.token = filled(cookieOf(request))))
        shown.isOfCookie = true;
    return shown;
}

Credentials credentialsOf(const socketio::Socket &socket)
{
    Credentials shown = credentialsOf(socket.handshake());
    // Old clients have no other place for it; over HTTP it would stay in histories and logs.
    if (const auto token = filled(engineio::queryParameter(socket.handshake().query, "token"))) {
        shown.token = token;
        shown.isOfCookie = false;
    }
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

bool isOfForeignPage(const HttpRequest &request, const Cors &cors)
{
    const QByteArray origin = request.header("origin");
    if (!origin.isEmpty() && cors.names(origin))
        return false;
    const QByteArray site = request.header("sec-fetch-site");
    if (!site.isEmpty())
        return site != "same-origin" && site != "none";
    // Browsers that do not say so say whose page it was. Neither means that it is no browser.
    if (origin.isEmpty())
        return false;
    const qsizetype scheme = origin.indexOf("://");
    return scheme < 0 || origin.sliced(scheme + 3) != request.header("host");
}

bool isForgeable(const HttpRequest &request, const Cors &cors)
{
    const bool changesNothing = request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS";
    return !changesNothing && isOfForeignPage(request, cors);
}

Error forged()
{
    return {ErrorCode::Forbidden, QStringLiteral("A page of another site may not act with your cookie.")};
}

HttpHeaders forgetCookie()
{
    return {{"Set-Cookie", sessionCookie.toByteArray() + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"}};
}

Error refusalOfCookie(const Error &error)
{
    return error.code == ErrorCode::Unauthenticated ? Error(ErrorCode::InvalidToken) : error;
}

socketio::ConnectError connectError(const Error &error)
{
    QByteArray data;
    json::Writer writer(data);
    writer.beginObject();
    writer.key("code");
    writer.string(QString(wireName(error.code)));
    if (!error.errors.isEmpty()) {
        writer.key("errors");
        writer.beginArray();
        for (const FieldError &each : error.errors) {
            writer.beginObject();
            writer.key("field");
            writer.string(each.field);
            writer.key("message");
            writer.string(each.message);
            writer.endObject();
        }
        writer.endArray();
    }
    writer.endObject();
    if (error.errors.isEmpty())
        return {error.message, data};
    const FieldError &first = error.errors.first();
    return {first.field + u' ' + first.message, data};
}

} // namespace deskbell::server
