#include "server/http/eventdispatcher.h"
#include "tests/http/door.h"

using namespace deskbell;
using namespace deskbell::server;

/// RELIABILITY S3: nobody holds a connection by being slow. Time is a clock that the test turns.
class TestDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsSlowHeads_data();
    void endsSlowHeads();
    void endsIdleConnections();
    void startsTheHeadAnewForEachRequest();
    void endsSlowBodies();
    void allowsSteadyBodies();
    void waitsForAnswers();
    void endsSlowReaders();
    void cutsThoseWhoLinger();

private:
    const HttpLimits m_limits{};
};

void TestDeadlines::endsSlowHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("silent") << QByteArray() << 0;
    QTest::newRow("half a line") << QByteArray("GET /hea") << 408;
    QTest::newRow("half a head") << QByteArray("GET /health HTTP/1.1\r\nHost: a\r\n") << 408;
}

void TestDeadlines::endsSlowHeads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Door door;
    RawClient client(door.port, bytes);
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 1, limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(client.socket.bytesToWrite(), 0, limitMs);
    RawClient other(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(other.status(), 200, limitMs);
    door.clock.advance(m_limits.headDeadlineMs - 1);
    door.door->checkDeadlines();
    QCOMPARE(door.door->connectionCount(), 2);
    door.clock.advance(1);
    door.door->checkDeadlines();
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.status(), status);
    QVERIFY(!other.isClosed());
}

void TestDeadlines::endsIdleConnections()
{
    Door door;
    RawClient client(door.port, get("/health"));
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("fine"), limitMs);
    door.clock.advance(m_limits.idleDeadlineMs - 1);
    door.door->checkDeadlines();
    QTest::qWait(1);
    QVERIFY(!client.isClosed());
    door.clock.advance(1);
    door.door->checkDeadlines();
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.responses(), 1);
}

void TestDeadlines::startsTheHeadAnewForEachRequest()
{
    Door door;
    RawClient client(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 1, limitMs);
    door.clock.advance(m_limits.idleDeadlineMs - 1);
    client.socket.write("GET /health HT");
    QTRY_COMPARE_WITH_TIMEOUT(client.socket.bytesToWrite(), 0, limitMs);
    RawClient after(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(after.status(), 200, limitMs);
    door.clock.advance(m_limits.headDeadlineMs - 1);
    door.door->checkDeadlines();
    client.socket.write("TP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 2, limitMs);
    QVERIFY(client.received.endsWith("fine"));
}

void TestDeadlines::endsSlowBodies()
{
    Door door;
    RawClient client(door.port, post("/echo", "Content-Length: 20000\r\n", "a"));
    RawClient after(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(after.status(), 200, limitMs);
    door.clock.advance(m_limits.bodyWindowMs);
    door.door->checkDeadlines();
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.status(), 408);
}

void TestDeadlines::allowsSteadyBodies()
{
    Door door;
    const int piece = m_limits.bodyBytesPerSecond * m_limits.bodyWindowMs / 1000;
    RawClient client(door.port, post("/echo", "Content-Length: " + QByteArray::number(3 * piece) + "\r\n", {}));
    for (int i = 0; i < 3; ++i) {
        client.socket.write(QByteArray(piece, 'b'));
        QTRY_COMPARE_WITH_TIMEOUT(client.socket.bytesToWrite(), 0, limitMs);
        RawClient after(door.port, get("/health"));
        QTRY_COMPARE_WITH_TIMEOUT(after.status(), 200, limitMs);
        door.clock.advance(m_limits.bodyWindowMs);
        door.door->checkDeadlines();
    }
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, limitMs);
}

void TestDeadlines::waitsForAnswers()
{
    Door door;
    RawClient client(door.port, get("/live/wait"));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.waiting.size(), 1, limitMs);
    door.clock.advance(3'600'000);
    door.door->checkDeadlines();
    door.endpoint.waiting.takeFirst()->respond({.contentType = "text/plain", .body = "late"});
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("late"), limitMs);
}

void TestDeadlines::endsSlowReaders()
{
    Door door;
    RawClient client(door.port);
    client.socket.setReadBufferSize(1'000);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.socket.write(get("/large"));
    QTRY_VERIFY_WITH_TIMEOUT(client.socket.bytesAvailable() > 0, limitMs);
    door.door->checkDeadlines();
    QCOMPARE(door.door->connectionCount(), 1);
    // The kernel's buffers take more than one window's share at first.
    for (int window = 0; window < 3; ++window) {
        door.clock.advance(m_limits.readerWindowMs);
        door.door->checkDeadlines();
    }
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
}

void TestDeadlines::cutsThoseWhoLinger()
{
    Door door;
    QTcpSocket stubborn; // told, but keeps its side open
    stubborn.connectToHost(QHostAddress::LocalHost, door.port);
    stubborn.setReadBufferSize(1);
    stubborn.write("BREW /\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.bytesAvailable(), 1, limitMs);
    QCOMPARE(door.door->connectionCount(), 1);
    door.clock.advance(m_limits.lingerMs);
    door.door->checkDeadlines();
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestDeadlines test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_deadlines.moc"
