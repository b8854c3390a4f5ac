#include "server/dialects/restcall.h"

#include "server/engineio/query.h"
#include "shared/api/reply.h"

#include <algorithm>

namespace deskbell::server::dialects {

RestCall::RestCall(Exchange *exchange, Caller caller, QHash<QByteArray, QString> path,
                   std::optional<json::Document> body, HttpHeaders headers, bool hasOldCookie)
    : m_exchange(exchange), m_request(exchange->request()), m_caller(std::move(caller)), m_path(std::move(path)),
      m_body(std::move(body)), m_headers(std::move(headers)), m_hasOldCookie(hasOldCookie)
{
    if (m_hasOldCookie)
        m_headers += forgetCookie();
}

QString RestCall::query(QByteArrayView name) const
{
    return QString::fromUtf8(engineio::queryParameter(m_request.query, name));
}

void RestCall::answer(int status, const QByteArray &json, const HttpHeaders &headers)
{
    if (!m_exchange)
        return;
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.headers = m_headers + headers;
    response.headers.emplaceBack("Cache-Control", "no-store");
    response.body = json;
    m_exchange->respond(std::move(response));
}

void RestCall::refuse(const Error &error, const QByteArray &allow)
{
    if (m_exchange)
        m_exchange->respond(errorResponse(m_hasOldCookie ? refusalOfCookie(error) : error, m_headers, allow));
}

HttpResponse errorResponse(const Error &error, const HttpHeaders &headers, const QByteArray &allow)
{
    HttpResponse response;
    response.status = httpStatus(error.code);
    response.contentType = "application/json";
    response.headers = headers;
    response.headers.emplaceBack("Cache-Control", "no-store");
    if (response.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    if (response.status == 429 || response.status == 503)
        response.headers.emplaceBack("Retry-After", QByteArray::number(std::max(1, error.retryAfterSeconds)));
    if (!allow.isEmpty())
        response.headers.emplaceBack("Allow", allow);
    response.body = api::encodeErrorBody(error);
    return response;
}

} // namespace deskbell::server::dialects
