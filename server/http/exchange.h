#pragma once

#include "server/http/bodystream.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPair>

#include <functional>
#include <memory>
#include <optional>

class QWebSocket;

namespace deskbell::server {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// A request that passed every check of the front door: its head is well-formed, its body is complete.
struct HttpRequest
{
    QByteArray method; ///< Upper case, as sent.
    QByteArray target; ///< Path and query as sent, percent-encoded.
    QByteArray path; ///< Percent-decoded; UTF-8 without NUL, begins with `/`, has no `.` or `..` segment.
    QByteArray query; ///< What follows the `?`, percent-encoded.
    HttpHeaders headers; ///< Names in lower case, values trimmed, in the order sent.
    QByteArray body; ///< De-chunked; empty where there is a sink.
    std::shared_ptr<BodySink> sink; ///< What took the body, if its endpoint has opened one.
    QHostAddress peer;

    /// The value of the first header of this name (lower case); empty if there is none.
    QByteArray header(QByteArrayView name) const;
};

/// An answer. The front door adds Date, Content-Length, Connection and `X-Content-Type-Options`, and drops the body
/// where HTTP wants none. A header whose name or value could split the answer turns it into a 500.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType{}; ///< Empty: no Content-Type.
    HttpHeaders headers{};
    QByteArray body{};
    std::shared_ptr<BodySource> source{}; ///< Where the body comes from, in the place of `body`.
    bool closeConnection = false; ///< Take no further request from this connection.
};

/// The header's value by lower-case name, comparing the stored names without regard to case; empty if there is none.
QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);
/// How many headers have this name, compared in the same way.
qsizetype headerCount(const HttpHeaders &headers, QByteArrayView name);

/// One request that waits for its one answer. Lives in the I/O thread. Whoever handles it may answer at once or later;
/// it deletes itself (later) after respond() or aborted(), so nobody may keep the pointer past either.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    /// Called once with the answer.
    using Sink = std::function<void(HttpResponse)>;

    Exchange(HttpRequest request, Sink sink, QObject *parent = nullptr);

    const HttpRequest &request() const { return m_request; }
    bool isOpen() const { return bool(m_sink); }

    /// The first call answers, any other does nothing.
    void respond(HttpResponse response);
    /// Called by the owner when the client is gone: announces aborted() unless there was an answer.
    void abort();

Q_SIGNALS:
    /// The client hung up before it was answered. respond() has no effect any more.
    void aborted();

private:
    HttpRequest m_request;
    Sink m_sink; ///< Empty once answered or aborted.
};

/// A part of the server that takes requests and WebSockets straight from the front door. Called in the I/O thread.
class Endpoint
{
public:
    Endpoint() = default;
    virtual ~Endpoint() = default;
    Q_DISABLE_COPY_MOVE(Endpoint)

    /// Whether requests for this decoded path go here; asked before the body is read.
    virtual bool owns(QByteArrayView path) const = 0;
    /// The largest body in bytes for requests that it owns; nothing: the front door's own limit.
    virtual std::optional<qint64> bodyLimit() const { return std::nullopt; }
    /// For a request whose body is not to be held in memory: what takes it in its stead, and comes with the request
    /// when the body is whole. Asked with the head.
    virtual std::shared_ptr<BodySink> openSink(const HttpRequest &) { return nullptr; }
    /// What to add to an answer that the front door gives in this endpoint's place (400, 413, …), such as CORS headers.
    virtual HttpHeaders refusalHeaders(const HttpRequest &) const { return {}; }
    /// Takes a plain request. The exchange owns itself.
    virtual void handleRequest(Exchange *exchange) = 0;
    /// The plain HTTP answer to a WebSocket handshake that is not welcome; nothing lets it pass to handleWebSocket().
    virtual std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request) = 0;
    /// Takes a connected WebSocket, with its size limits set, and owns it from here on. Signals must be connected
    /// before this returns: frames that came with the handshake are delivered right after.
    virtual void handleWebSocket(QWebSocket *ownedByCallee, const HttpRequest &request) = 0;
};

} // namespace deskbell::server
