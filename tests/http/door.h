#pragma once

#include "server/http/frontdoor.h"
#include "server/http/routewire.h"

#include <QFutureInterface>
#include <QHttpServerResponse>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <memory>
#include <vector>

namespace deskbell::server {

/// The one limit that tests wait for.
inline constexpr int limitMs = 5'000;

/// An endpoint under /live/ that records what it gets. Polls of /live/wait are answered by the test.
class RecordingEndpoint final : public Endpoint
{
public:
    bool owns(QByteArrayView path) const override { return path.startsWith("/live/"); }
    std::optional<qint64> bodyLimit() const override { return 1'000; }
    HttpHeaders refusalHeaders(const HttpRequest &) const override { return {{"X-Refused-By", "endpoint"}}; }
    void handleRequest(Exchange *exchange) override
    {
        requests.append(exchange->request());
        if (exchange->request().path == "/live/wait") {
            waiting.append(exchange);
            QObject::connect(exchange, &Exchange::aborted, [this, exchange] {
                waiting.removeAll(exchange);
                ++aborted;
            });
        } else {
            exchange->respond({.contentType = "text/plain", .body = exchange->request().body});
        }
    }
    std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request) override
    {
        if (request.query.contains("refuse"))
            return HttpResponse{.status = 403, .contentType = "text/plain", .body = "not you"};
        return std::nullopt;
    }
    void handleWebSocket(QWebSocket *ownedByCallee, const HttpRequest &request) override
    {
        requests.append(request);
        webSockets.emplace_back(ownedByCallee);
        QObject::connect(ownedByCallee, &QWebSocket::textMessageReceived, ownedByCallee,
                         [this, ownedByCallee](const QString &text) {
                             messages.append(text);
                             ownedByCallee->sendTextMessage(text);
                         });
    }

    QList<HttpRequest> requests;
    QList<Exchange *> waiting;
    int aborted = 0;
    std::vector<std::unique_ptr<QWebSocket>> webSockets;
    QStringList messages;
};

/// A front door on a free port with routes to knock at: /health, /echo, /peer, /later (answered by the test), /inject
/// (a header value with a line end), /large, and /admin, which no test may reach by smuggling.
class Door final
{
public:
    explicit Door(const HttpLimits &limits = {}, const QStringList &origins = {})
        : door(std::make_unique<FrontDoor>(limits, origins, clock))
    {
        door->addEndpoint(&endpoint);
        QHttpServer &routes = door->routes();
        routes.route(QStringLiteral("/health"), [] { return QHttpServerResponse("text/plain", "fine"); });
        routes.route(QStringLiteral("/echo"), [](const QHttpServerRequest &request) {
            return QHttpServerResponse("text/plain", request.body());
        });
        routes.route(QStringLiteral("/peer"), [](const QHttpServerRequest &request) {
            return QHttpServerResponse("text/plain", request.value(peerHeader.toByteArray()));
        });
        routes.route(QStringLiteral("/inject"), [] {
            QHttpServerResponse response("text/plain", "injected");
            response.addHeader("Location", "/x\r\nSet-Cookie: a=b");
            return response;
        });
        routes.route(QStringLiteral("/large"),
                     [] { return QHttpServerResponse("text/plain", QByteArray(5 * 1024 * 1024, 'x')); });
        routes.route(QStringLiteral("/admin"), [this] {
            ++adminCalls;
            return QHttpServerResponse("text/plain", "ADMIN");
        });
        routes.route(QStringLiteral("/later"), [this] {
            later.emplace_back();
            later.back().reportStarted();
            return later.back().future();
        });
        const Result<quint16> result = door->listen(QHostAddress::LocalHost, 0);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        port = *result;
    }
    ~Door()
    {
        endpoint.webSockets.clear();
        door.reset();
    }
    Q_DISABLE_COPY_MOVE(Door)

    /// Answers every pending request of /later.
    void finishLater()
    {
        for (auto &promise : std::exchange(later, {})) {
            promise.reportAndMoveResult(QHttpServerResponse("text/plain", "at last"));
            promise.reportFinished();
        }
    }

    ManualClock clock;
    RecordingEndpoint endpoint;
    std::unique_ptr<FrontDoor> door;
    quint16 port = 0;
    int adminCalls = 0;
    std::vector<QFutureInterface<QHttpServerResponse>> later;
};

/// A client that says exactly what it is told, and keeps all that it hears.
class RawClient final
{
public:
    explicit RawClient(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, [this] { received += socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, port);
    }
    RawClient(quint16 port, const QByteArray &bytes) : RawClient(port) { socket.write(bytes); }
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    /// Status of the first response; 0 until there is one.
    int status() const { return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0; }
    qsizetype responses() const { return received.count("HTTP/1.1 "); }
    QByteArray body() const { return received.mid(received.indexOf("\r\n\r\n") + 4); }

    QTcpSocket socket;
    QByteArray received;
};

inline QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &headers, const QByteArray &body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

} // namespace deskbell::server
