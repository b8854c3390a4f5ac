#pragma once

#include "server/http/exchange.h"

#include <QPointer>

namespace deskbell::server::engineio {

/// What is wrong with a request; the numbers are the protocol's.
enum class RequestError {
    UnknownTransport = 0,
    UnknownSession = 1,
    BadHandshakeMethod = 2,
    BadRequest = 3,
    Forbidden = 4,
    UnsupportedProtocolVersion = 5,
};

/// The answer for an error, `{"code":N,"message":"…"}`; without a message of its own it says the protocol's.
HttpResponse errorResponse(RequestError error, const QString &message = {});

/// One polling request, and the headers that every answer to it carries.
class Responder final
{
public:
    Responder() = default;
    Responder(Exchange *exchange, HttpHeaders headers) : m_exchange(exchange), m_headers(std::move(headers)) { }

    bool isOpen() const { return m_exchange && m_exchange->isOpen(); }
    Exchange *exchange() const { return m_exchange; }
    const HttpRequest &request() const { return m_exchange->request(); }

    /// To a GET: packets.
    void payload(QByteArray body) { respond({200, "text/plain; charset=UTF-8", {}, std::move(body)}); }
    /// To a POST whose packets were taken.
    void accepted() { respond({200, "text/html", {}, "ok"}); }
    void refuse(RequestError error) { respond(errorResponse(error)); }
    void respond(HttpResponse response);

private:
    QPointer<Exchange> m_exchange;
    HttpHeaders m_headers;
};

} // namespace deskbell::server::engineio
