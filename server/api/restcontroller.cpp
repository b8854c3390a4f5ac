#include "server/api/restcontroller.h"

#include "server/api/credentials.h"
#include "server/api/openapi.h"
#include "server/api/requestbody.h"
#include "server/http/routewire.h"
#include "shared/api/reply.h"

#include <QHttpServer>
#include <QHttpServerRequest>

namespace deskbell::server {

namespace {

constexpr QByteArrayView jsonType = "application/json";
const QString root = QStringLiteral("/api/v1");

QByteArray methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return "OTHER";
    }
}

/// What of the request says who asks.
HttpRequest headOf(const QHttpServerRequest &request)
{
    HttpRequest head;
    head.method = methodOf(request);
    for (const char *name : {"authorization", "x-api-key", "cookie", "origin", "host", "sec-fetch-site"})
        head.headers.emplaceBack(name, request.value(name));
    head.query = request.url().query(QUrl::FullyEncoded).toUtf8();
    return head;
}

bool isJson(const QHttpServerRequest &request)
{
    const QByteArray type = request.value("Content-Type");
    return type.split(';').first().trimmed().compare(jsonType, Qt::CaseInsensitive) == 0;
}

} // namespace

void sendJson(QHttpServerResponder &responder, int status, const QByteArray &json,
              const QList<QPair<QByteArray, QByteArray>> &headers)
{
    responder.writeStatusLine(QHttpServerResponder::StatusCode(status));
    responder.writeHeader("Content-Type", jsonType.toByteArray());
    responder.writeHeader("Content-Length", QByteArray::number(json.size()));
    responder.writeHeader("Cache-Control", "no-store");
    for (const auto &[name, value] : headers)
        responder.writeHeader(name, value);
    responder.writeBody(json);
}

void sendError(QHttpServerResponder &responder, const Error &error, QList<QPair<QByteArray, QByteArray>> headers)
{
    const int status = httpStatus(error.code);
    if (status == 401)
        headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 429 || status == 503)
        headers.emplace_back("Retry-After", QByteArray::number(std::max(1, error.retryAfterSeconds)));
    sendJson(responder, status, api::encodeErrorBody(error), headers);
}

RestController::RestController(Desk &desk, const OperationTable &operations, const Cors &cors)
    : m_desk(desk), m_operations(operations), m_cors(cors),
      m_openApi(openApiDocument(operations, QStringLiteral(DESKBELL_VERSION)))
{
}

void RestController::bind(QHttpServer &server)
{
    server.route(root + QStringLiteral("/<arg>"),
                 [this](const QUrl &, const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                     handle(request, std::make_shared<QHttpServerResponder>(std::move(responder)));
                 });
    server.route(QStringLiteral("/api/openapi.json"), QHttpServerRequest::Method::Get,
                 [this](QHttpServerResponder &&responder) { sendJson(responder, 200, m_openApi); });
}

void RestController::handle(const QHttpServerRequest &request, Responder responder)
{
    const QByteArray path = request.url().path().sliced(root.size()).toUtf8();
    const OperationTable::Match match = m_operations.match(methodOf(request), path);
    if (match.allowed.isEmpty())
        return sendError(*responder, ErrorCode::NotFound);
    if (!match.operation)
        return sendError(*responder, ErrorCode::MethodNotAllowed, {{"Allow", match.allowed.join(", ")}});
    if (!request.body().isEmpty() && !isJson(request))
        return sendError(*responder, ErrorCode::UnsupportedMediaType);
    const auto document = joinRequest(match, request.query(), request.body());
    if (!document)
        return sendError(*responder, document.error());
    auto command = match.operation->decode(document->root());
    if (!command)
        return sendError(*responder, command.error());

    const QByteArray address = request.value(peerHeader.toByteArray());
    const HttpRequest head = headOf(request);
    const Credentials shown = credentialsOf(head);
    if (shown.isOfCookie && isForgeable(head, m_cors))
        return sendError(*responder, forged());
    const auto &token = shown.token ? shown.token : shown.apiKey;
    Caller stranger;
    stranger.address = address;
    if (!token)
        return submit(stranger, *match.operation, std::move(*command), responder);
    const auto authenticated = [this, operation = match.operation, command = std::move(*command), responder, stranger,
                                isOfCookie = shown.isOfCookie](const Result<Caller> &caller) {
        if (caller)
            submit(*caller, *operation, command, responder);
        else if (isOfCookie && caller.error().code == ErrorCode::InvalidToken)
            submit(stranger, *operation, command, responder, true);
        else
            sendError(*responder, caller.error());
    };
    m_desk.authenticate(*token, address, authenticated);
}

void RestController::submit(const Caller &caller, const BoundOperation &operation, api::Command command,
                            Responder responder, bool hasOldCookie)
{
    const int status = operation.description->successStatus;
    m_desk.submit(caller, std::move(command), [responder, status, hasOldCookie](const Reply &reply) {
        if (reply.json)
            sendJson(*responder, status, *reply.json);
        else
            sendError(*responder, hasOldCookie ? refusalOfCookie(reply.json.error()) : reply.json.error());
    });
}

} // namespace deskbell::server
