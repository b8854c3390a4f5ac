#pragma once

#include "server/api/operationtable.h"
#include "server/desk/desk.h"

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
    RestController(Desk &desk, const OperationTable &operations);
    Q_DISABLE_COPY_MOVE(RestController)

    /// Adds the routes. The controller must outlive the server's last answer.
    void bind(QHttpServer &server);

private:
    using Responder = std::shared_ptr<QHttpServerResponder>;

    void handle(const QHttpServerRequest &request, Responder responder);
    void submit(const Caller &caller, const BoundOperation &operation, api::Command command, Responder responder);

    Desk &m_desk;
    const OperationTable &m_operations;
    const QByteArray m_openApi;
};

void sendJson(QHttpServerResponder &responder, int status, const QByteArray &json,
              const QList<QPair<QByteArray, QByteArray>> &headers = {});
/// Answers with the one error body, its HTTP status, and the header fields that go with the code.
void sendError(QHttpServerResponder &responder, const Error &error, const QByteArray &allow = {});

} // namespace deskbell::server
