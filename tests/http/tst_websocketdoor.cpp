#include "server/http/eventdispatcher.h"
#include "tests/http/door.h"

#include <QtEndian>

using namespace deskbell;
using namespace deskbell::server;

namespace {

const QByteArray upgrade = "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n";
const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const QByteArray handshake = get("/live/ws?x=1", upgrade + version + key);

/// A masked client frame; the mask is zero, so the payload stays readable.
QByteArray frame(int opcode, const QByteArray &payload)
{
    QByteArray bytes(1, char(0x80 | opcode));
    if (payload.size() < 126) {
        bytes.append(char(0x80 | payload.size()));
    } else {
        std::array<uchar, 8> size{};
        qToBigEndian(quint64(payload.size()), size.data());
        bytes.append(char(0x80 | 127)).append(reinterpret_cast<const char *>(size.data()), 8);
    }
    return bytes.append(4, '\0').append(payload);
}

} // namespace

/// WebSockets: the handshake, what is refused before it, and the guards on the socket.
class TestWebSocketDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opens();
    void refuses_data();
    void refuses();
    void ignoresUpgradesElsewhere();
    void deliversEarlyFrames();
    void refusesLargeMessages();
    void cutsPeersThatNeverRead();
    void cutsPeersThatNeverClose();
    void countsAsConnection();
};

void TestWebSocketDoor::opens()
{
    Door door;
    QWebSocket client;
    QStringList heard;
    connect(&client, &QWebSocket::textMessageReceived, this, [&](const QString &text) { heard.append(text); });
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/live/ws?x=1").arg(door.port)));
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, limitMs);
    QCOMPARE(door.endpoint.requests.first().path, QByteArray("/live/ws"));
    QCOMPARE(door.endpoint.requests.first().query, QByteArray("x=1"));
    QCOMPARE(door.endpoint.requests.first().peer, QHostAddress(QHostAddress::LocalHost));
    const QString large(60'000, QLatin1Char('x'));
    client.sendTextMessage(QStringLiteral("one"));
    client.sendTextMessage(large);
    QTRY_COMPARE_WITH_TIMEOUT(heard, QStringList({QStringLiteral("one"), large}), limitMs);
    client.close();
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
}

void TestWebSocketDoor::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("by the endpoint") << get("/live/ws?refuse", upgrade + version + key) << 403;
    QTest::newRow("no key") << get("/live/ws", upgrade + version) << 400;
    QTest::newRow("short key") << get("/live/ws", upgrade + version + "Sec-WebSocket-Key: YWJj\r\n") << 400;
    QTest::newRow("8 KiB key") << get("/live/ws",
                                      upgrade + version + "Sec-WebSocket-Key: " + QByteArray(8'192, 'A') + "\r\n")
                               << 400;
    QTest::newRow("two keys") << get("/live/ws", upgrade + version + key + key) << 400;
    QTest::newRow("version 8") << get("/live/ws", upgrade + key + "Sec-WebSocket-Version: 8\r\n") << 426;
    QTest::newRow("no version") << get("/live/ws", upgrade + key) << 426;
    QTest::newRow("two upgrades") << get("/live/ws", upgrade + "Upgrade: websocket\r\n" + version + key) << 400;
    QTest::newRow("h2c too") << get("/live/ws", "Connection: Upgrade\r\nUpgrade: h2c, websocket\r\n" + version + key)
                             << 400;
    QTest::newRow("no Connection") << get("/live/ws", "Upgrade: websocket\r\n" + version + key) << 400;
    QTest::newRow("POST") << post("/live/ws", upgrade + version + key + "Content-Length: 0\r\n", {}) << 400;
    QTest::newRow("with a body") << get("/live/ws", upgrade + version + key + "Content-Length: 5\r\n") << 400;
    QTest::newRow("HTTP/1.0") << "GET /live/ws HTTP/1.0\r\nHost: a\r\n" + upgrade + version + key + "\r\n" << 400;
}

void TestWebSocketDoor::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Door door;
    RawClient client(door.port, bytes + get("/admin"));
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
    QCOMPARE(client.status(), status);
    QCOMPARE(client.responses(), 1);
    QCOMPARE(door.adminCalls, 0);
    QVERIFY(door.endpoint.webSockets.empty());
    QCOMPARE(client.received.contains("Sec-WebSocket-Version: 13"), status == 426);
}

void TestWebSocketDoor::ignoresUpgradesElsewhere()
{
    Door door;
    RawClient client(door.port, get("/health", upgrade + version + key));
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 200, limitMs);
    RawClient other(door.port, get("/live/x", "Upgrade: h2c\r\nConnection: Upgrade\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(other.status(), 200, limitMs);
}

void TestWebSocketDoor::deliversEarlyFrames()
{
    Door door;
    RawClient whole(door.port, handshake + frame(1, "early") + frame(1, "bird"));
    QTRY_COMPARE_WITH_TIMEOUT(whole.status(), 101, limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.messages, QStringList({QStringLiteral("early"), QStringLiteral("bird")}),
                              limitMs);
    QVERIFY(whole.received.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    RawClient cut(door.port, handshake + frame(1, "third").first(3));
    QTRY_COMPARE_WITH_TIMEOUT(cut.status(), 101, limitMs);
    cut.socket.write(frame(1, "third").sliced(3));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.messages.size(), 3, limitMs);
}

void TestWebSocketDoor::refusesLargeMessages()
{
    Door door;
    RawClient fitting(door.port, handshake + frame(1, QByteArray(64 * 1024, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(door.endpoint.messages.size(), 1, limitMs);
    RawClient tooLarge(door.port, handshake + frame(1, QByteArray(64 * 1024 + 1, 'x')));
    // 0x03F1 is close code 1009.
    QTRY_VERIFY_WITH_TIMEOUT(tooLarge.received.contains("\x03\xF1"), limitMs);
    QCOMPARE(door.endpoint.messages.size(), 1);
}

void TestWebSocketDoor::cutsPeersThatNeverRead()
{
    Door door;
    RawClient client(door.port, handshake);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 101, limitMs);
    client.socket.setReadBufferSize(1);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    const QByteArray pings = frame(9, QByteArray(100, 'p')).repeated(2'000);
    QElapsedTimer time;
    time.start();
    while (door.door->connectionCount() > 0 && time.elapsed() < limitMs) {
        if (client.socket.bytesToWrite() < pings.size())
            client.socket.write(pings);
        QCoreApplication::processEvents();
    }
    QCOMPARE(door.door->connectionCount(), 0);
}

void TestWebSocketDoor::cutsPeersThatNeverClose()
{
    Door door({.webSocketQueueBytes = 1LL << 40});
    RawClient client(door.port, handshake);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 101, limitMs);
    client.socket.setReadBufferSize(1);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    QWebSocket *webSocket = door.endpoint.webSockets.front().get();
    webSocket->sendBinaryMessage(QByteArray(32 * 1024 * 1024, 'x'));
    webSocket->close();
    door.door->checkDeadlines();
    QCOMPARE(door.door->connectionCount(), 1);
    door.clock.advance(HttpLimits().webSocketCloseMs);
    door.door->checkDeadlines();
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
}

void TestWebSocketDoor::countsAsConnection()
{
    Door door({.connectionsPerAddress = 1});
    RawClient client(door.port, handshake);
    QTRY_COMPARE_WITH_TIMEOUT(client.status(), 101, limitMs);
    RawClient second(door.port, handshake);
    QTRY_COMPARE_WITH_TIMEOUT(second.status(), 429, limitMs);
    door.endpoint.webSockets.clear();
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 0, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestWebSocketDoor test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_websocketdoor.moc"
