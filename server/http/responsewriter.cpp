#include "server/http/responsewriter.h"

#include "shared/api/reply.h"

#include <QDateTime>
#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace deskbell::server {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.http")

/// Framing is the front door's business alone.
constexpr std::array<QByteArrayView, 7> ownHeaders{
    "connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade", "x-content-type-options"};

constexpr std::array<std::pair<int, QByteArrayView>, 28> reasons{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

QByteArrayView reason(int status)
{
    const auto *const known =
        std::find_if(reasons.begin(), reasons.end(), [status](const auto &row) { return row.first == status; });
    return known == reasons.end() ? QByteArrayView("Status") : known->second;
}

/// Formatted once a second: formatting a date costs more than the rest of a small response.
const QByteArray &dateNow()
{
    thread_local qint64 second = 0;
    thread_local QByteArray text;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, Qt::UTC),
                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                   .toLatin1();
    }
    return text;
}

bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isSafeValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isOwnHeader(const QByteArray &name)
{
    return std::any_of(ownHeaders.begin(), ownHeaders.end(),
                       [&](QByteArrayView own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

HttpResponse errorResponse(const Error &error, int status)
{
    HttpResponse response;
    response.status = status != 0 ? status : httpStatus(error.code);
    response.contentType = "application/json; charset=utf-8";
    if (error.retryAfterSeconds > 0)
        response.headers.append({"Retry-After", QByteArray::number(error.retryAfterSeconds)});
    response.body = api::encodeErrorBody(error, response.status);
    return response;
}

bool hasSafeHeaders(const HttpResponse &response)
{
    return isSafeValue(response.contentType)
        && std::all_of(response.headers.begin(), response.headers.end(),
                       [](const auto &header) { return isToken(header.first) && isSafeValue(header.second); });
}

QByteArray writeResponse(const HttpResponse &response, const ResponseFraming &framing)
{
    if (!hasSafeHeaders(response) || response.status < 200 || response.status > 599) {
        qCWarning(log) << "A response with an unsafe header or status was withheld";
        return writeResponse(errorResponse(ErrorCode::Internal), framing);
    }
    const bool bodiless = response.status == 204 || response.status == 304;
    QByteArray out;
    out.reserve(256 + response.body.size());
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ').append(reason(response.status));
    out.append("\r\n");
    appendHeader(out, "Date", dateNow());
    if (!response.contentType.isEmpty() && !bodiless)
        appendHeader(out, "Content-Type", response.contentType);
    if (!bodiless)
        appendHeader(out, "Content-Length",
                     QByteArray::number(response.source ? response.source->size() : response.body.size()));
    appendHeader(out, "X-Content-Type-Options", "nosniff");
    for (const auto &header : response.headers) {
        if (!isOwnHeader(header.first))
            appendHeader(out, header.first, header.second);
    }
    if (!framing.keepAlive)
        appendHeader(out, "Connection", "close");
    else if (framing.http10)
        appendHeader(out, "Connection", "keep-alive");
    out.append("\r\n");
    if (!bodiless && !framing.withoutBody)
        out.append(response.body);
    return out;
}

} // namespace deskbell::server
