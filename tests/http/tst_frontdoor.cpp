#include "server/http/eventdispatcher.h"
#include "tests/http/door.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace deskbell;
using namespace deskbell::server;

/// One port and all that stands behind it: routes, endpoints, framing, refusals, CORS.
class TestFrontDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersRoutesAndEndpoints();
    void givesAllErrorsOneBody();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void refusesLargeBodiesUnread();
    void keepsOrderOfPipelinedRequests();
    void minds_data();
    void minds();
    void endsConnectionsAfterTheirShare();
    void continuesWhenExpected();
    void tellsRoutesThePeer();
    void withholdsInjectedHeaders();
    void runsMoreRequestsThanPairs();
    void abortsExchanges();
    void answersCors_data();
    void answersCors();
    void capsConnections();
    void stopsInOrder();
};

void TestFrontDoor::answersRoutesAndEndpoints()
{
    Door door;
    RawClient client(door.port, get("/health") + post("/live/x", "Content-Length: 2\r\n", "hi"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 2, limitMs);
    QVERIFY(client.received.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client.received.contains("Content-Length: 4\r\n"));
    QVERIFY(client.received.contains("\r\nDate: "));
    QVERIFY(client.received.contains("X-Content-Type-Options: nosniff\r\n"));
    QVERIFY(client.received.contains("\r\n\r\nfine"));
    QVERIFY(client.received.endsWith("\r\n\r\nhi"));
    QVERIFY(!client.isClosed());
    QCOMPARE(door.endpoint.requests.first().peer, QHostAddress(QHostAddress::LocalHost));
}

void TestFrontDoor::givesAllErrorsOneBody()
{
    Door door;
    RawClient client(door.port, get("/nowhere"));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 404, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("}"), limitMs);
    const QJsonObject body = QJsonDocument::fromJson(client.body()).object();
    QCOMPARE(body[QStringLiteral("success")].toBool(true), false);
    QCOMPARE(body[QStringLiteral("statusCode")].toInt(), 404);
    QCOMPARE(body[QStringLiteral("code")].toString(), QStringLiteral("not_found"));
    QVERIFY(body[QStringLiteral("errors")].isArray());
}

void TestFrontDoor::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no colon") << get("/echo", "nocolon\r\n") << 400;
    QTest::newRow("space before colon") << post("/echo", "Content-Length : 5\r\n", "") << 400;
    QTest::newRow("101 headers") << get("/echo", QByteArray("A: 1\r\n").repeated(101)) << 431;
    QTest::newRow("CL and TE") << post("/echo", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")
                               << 400;
    QTest::newRow("xchunked") << post("/echo", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n") << 501;
    QTest::newRow("chunk zz") << post("/echo", "Transfer-Encoding: chunked\r\n", "zz\r\n") << 400;
    QTest::newRow("trailer") << post("/echo", "Transfer-Encoding: chunked\r\n", "0\r\nA: 1\r\n\r\n") << 400;
    QTest::newRow("obs-fold") << get("/echo", "A: 1\r\n b\r\n") << 400;
    QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("parent") << get("/static/../admin") << 404;
    QTest::newRow("encoded parent") << get("/%2e%2e/admin") << 404;
    QTest::newRow("two slashes") << get("//admin") << 404;
    QTest::newRow("NUL") << get("/%00") << 400;
    QTest::newRow("long target") << get("/" + QByteArray(9'000, 'a')) << 414;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) << 400;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("Redis") << QByteArray("PING\r\n") << 400;
}

void TestFrontDoor::refusesAndCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Door door;
    RawClient client(door.port, bytes + get("/admin"));
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.status(), status);
    QCOMPARE(client.responses(), 1);
    QVERIFY(client.received.contains("Connection: close\r\n"));
    QCOMPARE(door.adminCalls, 0);
}

void TestFrontDoor::refusesLargeBodiesUnread()
{
    Door door;
    RawClient route(door.port, post("/echo", "Content-Length: 262145\r\n", {}));
    RawClient endpoint(door.port, post("/live/x", "Content-Length: 1001\r\n", {}));
    RawClient fitting(door.port, post("/echo", "Content-Length: 262144\r\n", QByteArray(262'144, 'b')));
    QTRY_COMPARE_WITH_TIMEOUT(route.status(), 413, limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(endpoint.status(), 413, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(endpoint.received.contains("X-Refused-By: endpoint\r\n"), limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(fitting.body().size() == 262'144, limitMs);
    // Whoever goes on sending is cut off after 64 KiB.
    route.socket.write(QByteArray(4 * 1024 * 1024, 'b'));
    QTRY_VERIFY_WITH_TIMEOUT(route.isClosed(), limitMs);
    QCOMPARE(door.endpoint.requests.size(), 0);
}

void TestFrontDoor::keepsOrderOfPipelinedRequests()
{
    Door door;
    QByteArray requests;
    QByteArray bodies;
    for (int i = 0; i < 100; ++i) {
        // Routes and endpoints take different ways; their answers must not overtake each other.
        const QByteArray body = "<" + QByteArray::number(i) + ">";
        requests +=
            post(i % 3 == 0 ? "/live/x" : "/echo", "Content-Length: " + QByteArray::number(body.size()) + "\r\n", body);
        bodies += body;
    }
    RawClient client(door.port, requests);
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 100, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("<99>"), limitMs);
    QByteArray heard;
    for (qsizetype at = client.received.indexOf('<'); at >= 0; at = client.received.indexOf('<', at + 1))
        heard += client.received.mid(at, client.received.indexOf('>', at) - at + 1);
    QCOMPARE(heard, bodies);
}

void TestFrontDoor::minds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("keep-alive") << get("/health") << false << QByteArray("200 OK") << QByteArray("fine");
    QTest::newRow("Connection: close") << get("/health", "Connection: close\r\n") << true
                                       << QByteArray("Connection: close\r\n") << QByteArray("fine");
    QTest::newRow("HTTP/1.0") << QByteArray("GET /health HTTP/1.0\r\n\r\n") << true
                              << QByteArray("Connection: close\r\n") << QByteArray("fine");
    QTest::newRow("HTTP/1.0 keep-alive") << QByteArray("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                         << false << QByteArray("Connection: keep-alive\r\n") << QByteArray("fine");
    QTest::newRow("HEAD") << QByteArray("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n") << false
                          << QByteArray("Content-Length: 4\r\n") << QByteArray("\r\n\r\n");
    QTest::newRow("HEAD of nothing") << QByteArray("HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n") << false
                                     << QByteArray("404 Not Found") << QByteArray("\r\n\r\n");
}

void TestFrontDoor::minds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(QByteArray, contains);
    QFETCH(QByteArray, ending);
    Door door;
    RawClient client(door.port, bytes);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.contains("\r\n\r\n") && client.received.endsWith(ending), limitMs);
    QVERIFY2(client.received.contains(contains), client.received);
    if (closes) {
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
        return;
    }
    // Still good for another request.
    client.socket.write(get("/live/again"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 2, limitMs);
}

void TestFrontDoor::endsConnectionsAfterTheirShare()
{
    Door door({.requestsPerConnection = 3});
    RawClient client(door.port, get("/health").repeated(4));
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.responses(), 3);
    QCOMPARE(client.received.count("Connection: close"), 1);
}

void TestFrontDoor::continuesWhenExpected()
{
    Door door;
    RawClient client(door.port, post("/echo", "Expect: 100-continue\r\nContent-Length: 5\r\n", {}));
    QTRY_COMPARE_WITH_TIMEOUT(client.received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"), limitMs);
    client.socket.write("hello");
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("hello"), limitMs);
    RawClient tooLarge(door.port, post("/echo", "Expect: 100-continue\r\nContent-Length: 999999\r\n", {}));
    QTRY_COMPARE_WITH_TIMEOUT(tooLarge.status(), 413, limitMs);
}

void TestFrontDoor::tellsRoutesThePeer()
{
    Door door;
    RawClient client(door.port, get("/peer", "X-Deskbell-Peer: 10.0.0.1\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("\r\n\r\n127.0.0.1"), limitMs);
}

void TestFrontDoor::withholdsInjectedHeaders()
{
    Door door;
    QTest::ignoreMessage(QtWarningMsg, "A route's reply was not sound and was withheld");
    RawClient client(door.port, get("/inject") + get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 2, limitMs);
    QCOMPARE(client.status(), 500);
    QVERIFY(!client.received.contains("Cookie"));
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("fine"), limitMs);
}

void TestFrontDoor::runsMoreRequestsThanPairs()
{
    Door door({.routePairs = 2});
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(20);
    for (int i = 0; i < 20; ++i)
        clients.push_back(std::make_unique<RawClient>(door.port, get(i < 5 ? "/later" : "/health")));
    QTRY_COMPARE_WITH_TIMEOUT(door.later.size(), std::size_t(2), limitMs);
    while (clients.back()->status() == 0) {
        QTRY_VERIFY_WITH_TIMEOUT(!door.later.empty() || clients.back()->status() != 0, limitMs);
        door.finishLater();
    }
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->status(), 200, limitMs);
}

void TestFrontDoor::abortsExchanges()
{
    Door door;
    auto client = std::make_unique<RawClient>(door.port, get("/live/wait"));
    RawClient patient(door.port, get("/live/wait"));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.waiting.size(), 2, limitMs);
    client.reset();
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.aborted, 1, limitMs);
    door.endpoint.waiting.takeFirst()->respond({.contentType = "text/plain", .body = "now"});
    QTRY_VERIFY_WITH_TIMEOUT(patient.received.endsWith("now"), limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 1, limitMs);
}

void TestFrontDoor::answersCors_data()
{
    QTest::addColumn<QStringList>("origins");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("allowed");
    const QStringList list{QStringLiteral("https://shop.example"), QStringLiteral("https://b.example:8443")};
    QTest::newRow("listed") << list << QByteArray("https://shop.example") << QByteArray("https://shop.example");
    QTest::newRow("with port") << list << QByteArray("https://b.example:8443") << QByteArray("https://b.example:8443");
    QTest::newRow("suffix") << list << QByteArray("https://shop.example.evil.com") << QByteArray();
    QTest::newRow("other scheme") << list << QByteArray("http://shop.example") << QByteArray();
    QTest::newRow("null") << list << QByteArray("null") << QByteArray();
    QTest::newRow("any") << QStringList{QStringLiteral("*")} << QByteArray("https://x.example") << QByteArray("*");
    QTest::newRow("same origin") << list << QByteArray() << QByteArray();
}

void TestFrontDoor::answersCors()
{
    QFETCH(QStringList, origins);
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, allowed);
    Door door({}, origins);
    const QByteArray header = origin.isEmpty() ? QByteArray() : "Origin: " + origin + "\r\n";
    const QByteArray expected = "Access-Control-Allow-Origin: " + allowed + "\r\n";
    RawClient simple(door.port, get("/health", header));
    QTRY_COMPARE_WITH_TIMEOUT(simple.status(), 200, limitMs);
    QCOMPARE(simple.received.contains(expected), !allowed.isEmpty());
    RawClient refused(door.port, get("//", header));
    QTRY_COMPARE_WITH_TIMEOUT(refused.status(), 404, limitMs);
    if (origin.isEmpty())
        return;
    RawClient preflight(
        door.port, "OPTIONS /health HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Method: POST\r\n" + header + "\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(preflight.status(), 204, limitMs);
    QCOMPARE(preflight.received.contains(expected), !allowed.isEmpty());
    QCOMPARE(preflight.received.contains("Access-Control-Allow-Methods"), !allowed.isEmpty());
}

void TestFrontDoor::capsConnections()
{
    Door door({.connections = 3, .connectionsPerAddress = 2});
    auto first = std::make_unique<RawClient>(door.port, get("/health"));
    RawClient second(door.port, get("/health"));
    QTRY_VERIFY_WITH_TIMEOUT(first->status() == 200 && second.status() == 200, limitMs);
    RawClient third(door.port);
    QTRY_COMPARE_WITH_TIMEOUT(third.status(), 429, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(third.isClosed(), limitMs);
    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 1, limitMs);
    RawClient fourth(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(fourth.status(), 200, limitMs);
}

void TestFrontDoor::stopsInOrder()
{
    Door door;
    int closed = 0;
    connect(door.door.get(), &FrontDoor::closed, this, [&] { ++closed; });
    RawClient idle(door.port, get("/health"));
    RawClient busy(door.port, get("/live/wait"));
    RawClient stuck(door.port, get("/live/wait"));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.waiting.size(), 2, limitMs);
    door.door->closeAll(1'000);
    QTRY_VERIFY_WITH_TIMEOUT(idle.isClosed(), limitMs);
    RawClient late(door.port);
    QTRY_VERIFY_WITH_TIMEOUT(late.isClosed(), limitMs);
    door.endpoint.waiting.takeFirst()->respond({.contentType = "text/plain", .body = "last"});
    QTRY_VERIFY_WITH_TIMEOUT(busy.isClosed() || stuck.isClosed(), limitMs);
    QVERIFY(busy.received.endsWith("last") || stuck.received.endsWith("last"));
    QCOMPARE(closed, 0);
    door.clock.advance(1'000);
    QTRY_COMPARE_WITH_TIMEOUT(closed, 1, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(busy.isClosed() && stuck.isClosed(), limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestFrontDoor test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_frontdoor.moc"
