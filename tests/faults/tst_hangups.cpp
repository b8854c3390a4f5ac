#include "server/http/eventdispatcher.h"
#include "tests/faults/client.h"
#include "tests/http/door.h"

using namespace deskbell;
using namespace deskbell::server;

/// Clients that hang up at any moment: nothing crashes, nothing leaks, others are served.
class TestHangUps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duringPendingRoutes();
    void atEveryByte_data();
    void atEveryByte();
    void duringLargeAnswers();
    void fromWithinHandlers();
};

void TestHangUps::duringPendingRoutes()
{
    Door door;
    for (int i = 0; i < 40; ++i) {
        const std::size_t before = door.later.size();
        RawClient client(door.port, get("/later"));
        QTRY_COMPARE_WITH_TIMEOUT(door.later.size(), before + 1, limitMs);
        client.socket.abort();
        if (i % 2 == 0)
            QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
    door.finishLater();
    // The pairs are whole: as many at once again, all answered.
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(40);
    for (int i = 0; i < 40; ++i)
        clients.push_back(std::make_unique<RawClient>(door.port, get("/later")));
    QTRY_COMPARE_WITH_TIMEOUT(door.later.size(), std::size_t(40), limitMs);
    door.finishLater();
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->received.endsWith("at last"), limitMs);
}

void TestHangUps::atEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("route") << get("/health");
    QTest::newRow("pending route") << get("/later");
    QTest::newRow("poll") << get("/live/wait");
    QTest::newRow("body") << post("/echo", "Content-Length: 20\r\n", "01234567890123456789");
    QTest::newRow("chunks") << post("/echo", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n");
    QTest::newRow("refused") << get("/health", "bad\r\n");
    QTest::newRow("websocket") << get("/live/ws",
                                      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
            + QByteArray("\x81\x82\0\0\0\0hi", 8);
}

void TestHangUps::atEveryByte()
{
    QFETCH(QByteArray, bytes);
    Door door({.connectionsPerAddress = 0});
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        for (const bool resets : {false, true}) {
            BareClient client(door.port);
            QCOMPARE(client.send(bytes.first(size)), qint64(size));
            // Before the server has seen it, and in the midst of its work on it.
            for (qsizetype turns = size % 4; turns > 0; --turns)
                QCoreApplication::processEvents();
            resets ? client.reset() : client.close();
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
    door.finishLater();
    RawClient other(door.port, get("/health"));
    QTRY_VERIFY_WITH_TIMEOUT(other.received.endsWith("fine"), limitMs);
    QVERIFY(door.endpoint.waiting.isEmpty());
}

void TestHangUps::duringLargeAnswers()
{
    Door door;
    for (int i = 0; i < 10; ++i) {
        BareClient client(door.port);
        client.send(get("/large").repeated(3));
        QTRY_VERIFY_WITH_TIMEOUT(!client.hasEnded() && !client.received.isEmpty(), limitMs);
        client.reset();
    }
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
}

/// An endpoint may answer or destroy anything from inside aborted().
void TestHangUps::fromWithinHandlers()
{
    Door door;
    auto leaver = std::make_unique<RawClient>(door.port, get("/live/wait"));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.waiting.size(), 1, limitMs);
    RawClient other(door.port, get("/live/wait"));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.waiting.size(), 2, limitMs);
    Exchange *first = door.endpoint.waiting.first();
    Exchange *second = door.endpoint.waiting.last();
    connect(first, &Exchange::aborted, this, [first, second] {
        first->respond({.body = "too late"});
        second->respond({.contentType = "text/plain", .body = "instead"});
    });
    leaver.reset();
    QTRY_VERIFY_WITH_TIMEOUT(other.received.endsWith("instead"), limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestHangUps test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hangups.moc"
