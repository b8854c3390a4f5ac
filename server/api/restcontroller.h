#pragma once

#include "server/api/operationtable.h"
#include "server/desk/desk.h"
#include "server/http/cors.h"

#include <QHttpServerResponder>

#include <memory>

class QHttpServer;
class QHttpServerRequest;

namespace deskbell::server {

/// `/api/v1`: every operation of the catalogue as a REST route, with `/api/openapi.json` to describe them.
/// Lives on the I/O thread.
class RestController
{
public:
    RestController(Desk &desk, const OperationTable &operations, const Cors &cors);
    Q_DISABLE_COPY_MOVE(RestController)

    /// Adds the routes. The controller must outlive the server's last answer.
    void bind(QHttpServer &server);

private:
    using Responder = std::shared_ptr<QHttpServerResponder>;

    void handle(const QHttpServerRequest &request, Responder responder);
    /// `hasOldCookie`: the caller is a stranger because their cookie is good no more.
    void submit(const Caller &caller, const BoundOperation &operation, api::Command command, Responder responder,
                bool hasOldCookie = false);

    Desk &m_desk;
    const OperationTable &m_operations;
    const Cors m_cors;
    const QByteArray m_openApi;
};

void sendJson(QHttpServerResponder &responder, int status, const QByteArray &json,
              const QList<QPair<QByteArray, QByteArray>> &headers = {});
/// Answers with the one error body, its HTTP status, and the header fields that go with the code, besides `headers`.
void sendError(QHttpServerResponder &responder, const Error &error, QList<QPair<QByteArray, QByteArray>> headers = {});

} // namespace deskbell::server
