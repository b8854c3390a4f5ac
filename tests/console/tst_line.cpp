#include "console/net/line.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

namespace {

/// What became of a line.
struct Record
{
    explicit Record(Line &line)
    {
        QObject::connect(&line, &Line::opened, &context, [this] { opened = true; });
        QObject::connect(&line, &Line::refused, &context, [this](const Error &error) { refusal = error; });
        QObject::connect(&line, &Line::lost, &context, [this](const QString &reason) { losses.append(reason); });
        QObject::connect(&line, &Line::eventReceived, &context, [this](const QByteArray &name, json::Value argument) {
            events.append(name + ' ' + argument.toJson());
        });
    }
    Line::Reply reply()
    {
        return [this](const Result<json::Value> &argument) {
            replies.append(argument ? argument->toJson() : QByteArray("error"));
        };
    }

    bool opened = false;
    std::optional<Error> refusal;
    QStringList losses;
    QByteArrayList events;
    QByteArrayList replies;
    QObject context; // last, so that it is the first to go
};

} // namespace

/// The client's half of the wire, against our own server library with a heartbeat of 300 and 200 ms.
class TestLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensAndTalks();
    void answersHeartbeats();
    void isRefused();
    void noticesSilence();
    void noticesTheCut();
    void waitsForAnswersOnlySoLong();
    void waitsForTheWelcomeOnlySoLong();
    void nobodyThere();
    void speaksToAStranger_data();
    void speaksToAStranger();
    void closesQuietly();

private:
    FixtureProcess m_server;
};

void TestLine::initTestCase()
{
    QVERIFY(m_server.start());
}

void TestLine::opensAndTalks()
{
    Line line("/custom");
    Record record(line);
    line.open(m_server.url(), "{\"token\":\"abc\"}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(record.events.size(), 1, limitMs);
    QCOMPARE(record.events.first(), QByteArray("auth {\"token\":\"abc\"}"));
    line.request("nobody-answers", "{}", record.reply());
    line.close();
    QCOMPARE(record.replies, QByteArrayList{"error"});
}

void TestLine::answersHeartbeats()
{
    Relay relay(m_server.url());
    Line line("/custom");
    Record record(line);
    line.open(relay.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    // The server lets a client go that does not answer its second ping, 500 ms after the first.
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(since.hasExpired(1'100) || !line.isOpen(), limitMs);
    QVERIFY(line.isOpen());
    QVERIFY(record.losses.isEmpty());
}

void TestLine::isRefused()
{
    Line line("/nowhere");
    Record record(line);
    line.open(m_server.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.refusal, limitMs);
    QCOMPARE(record.refusal->message, QStringLiteral("Invalid namespace"));
    QVERIFY(!record.opened);
    QVERIFY(record.losses.isEmpty());
}

void TestLine::noticesSilence()
{
    Relay relay(m_server.url());
    Line line("/custom");
    Record record(line);
    line.open(relay.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    relay.freeze();
    line.request("anything", "{}", record.reply());
    QTRY_COMPARE_WITH_TIMEOUT(record.losses, QStringList{QStringLiteral("The server has gone silent.")}, limitMs);
    QCOMPARE(record.replies, QByteArrayList{"error"});
    QVERIFY(!line.isOpen());
}

void TestLine::noticesTheCut()
{
    Relay relay(m_server.url());
    Line line("/custom");
    Record record(line);
    line.open(relay.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    relay.cut();
    QTRY_COMPARE_WITH_TIMEOUT(record.losses.size(), 1, limitMs);
}

void TestLine::waitsForAnswersOnlySoLong()
{
    Line line("/custom", {.open = limitMs, .answer = 50});
    Record record(line);
    line.open(m_server.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    line.request("nobody-answers", "{}", record.reply());
    line.request("nobody-answers", "{}", record.reply());
    QTRY_COMPARE_WITH_TIMEOUT(record.replies, (QByteArrayList{"error", "error"}), limitMs);
    QVERIFY(line.isOpen()); // a slow answer is no dead line
}

void TestLine::waitsForTheWelcomeOnlySoLong()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    Line line("/custom", {.open = 50, .answer = limitMs});
    Record record(line);
    line.open(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(mute.serverPort())), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(record.losses, QStringList{QStringLiteral("The server does not answer.")}, limitMs);
}

void TestLine::nobodyThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    Line line("/custom");
    Record record(line);
    line.open(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(record.losses.size(), 1, limitMs);
    QVERIFY(!record.losses.first().isEmpty());
}

void TestLine::speaksToAStranger_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no upgrade") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    QTest::newRow("refusal") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("elsewhere") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://other.example/\r\n\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n\r\n");
    QTest::newRow("wrong key") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                             "Connection: Upgrade\r\nSec-WebSocket-Accept: bm9wZQ==\r\n\r\n");
}

void TestLine::speaksToAStranger()
{
    QFETCH(QByteArray, answer);
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    connect(&stranger, &QTcpServer::newConnection, &stranger, [&] {
        QTcpSocket *socket = stranger.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] { socket->write(answer); });
    });
    Line line("/custom", {.open = 2'000, .answer = limitMs});
    Record record(line);
    line.open(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(stranger.serverPort())), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(record.losses.size(), 1, limitMs);
    QVERIFY(!record.opened);
}

void TestLine::closesQuietly()
{
    Line line("/custom");
    Record record(line);
    line.open(m_server.url(), "{}");
    QTRY_VERIFY_WITH_TIMEOUT(record.opened, limitMs);
    line.close();
    line.close();
    QVERIFY(!line.isOpen());
    QCoreApplication::processEvents();
    QVERIFY(record.losses.isEmpty());
}

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
