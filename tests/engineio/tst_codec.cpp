#include "shared/engineio/handshake.h"
#include "shared/engineio/payload.h"

#include <QTest>

using namespace deskbell::engineio;

/// Packets, payloads and the handshake as text.
class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packets_data();
    void packets();
    void refusesWhatIsNoPacket_data();
    void refusesWhatIsNoPacket();
    void takesBase64WithoutPadding();
    void payloads_data();
    void payloads();
    void stopsAtTheFirstBadElement_data();
    void stopsAtTheFirstBadElement();
    void handshakeHasExactlyFiveKeys();
    void refusesAHandshakeOutOfRange();
};

void TestCodec::packets_data()
{
    QTest::addColumn<Packet>("packet");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open") << Packet{PacketType::Open, Format::Text, "{}"} << QByteArray("0{}");
    QTest::newRow("close") << Packet{PacketType::Close, Format::Text, {}} << QByteArray("1");
    QTest::newRow("probe") << Packet{PacketType::Ping, Format::Text, "probe"} << QByteArray("2probe");
    QTest::newRow("pong") << Packet{PacketType::Pong, Format::Text, {}} << QByteArray("3");
    QTest::newRow("empty message") << Packet{PacketType::Message, Format::Text, {}} << QByteArray("4");
    QTest::newRow("message") << Packet{PacketType::Message, Format::Text, "h\xc3\xa9"} << QByteArray("4h\xc3\xa9");
    QTest::newRow("upgrade") << Packet{PacketType::Upgrade, Format::Text, {}} << QByteArray("5");
    QTest::newRow("noop") << Packet{PacketType::Noop, Format::Text, {}} << QByteArray("6");
    QTest::newRow("binary") << Packet{PacketType::Message, Format::Binary, "\x01\x02\x03\x04"}
                            << QByteArray("bAQIDBA==");
    QTest::newRow("no bytes") << Packet{PacketType::Message, Format::Binary, {}} << QByteArray("b");
}

void TestCodec::packets()
{
    QFETCH(Packet, packet);
    QFETCH(QByteArray, text);
    QCOMPARE(encodePacket(packet), text);
    QVERIFY(decodePacket(text) == packet);
}

void TestCodec::refusesWhatIsNoPacket_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("letter") << QByteArray("abc");
    QTest::newRow("type 7") << QByteArray("7");
    QTest::newRow("type 9") << QByteArray("9x");
    QTest::newRow("space") << QByteArray(" 4");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("base64 with a foreign character") << QByteArray("bAQ!D");
    QTest::newRow("base64 with padding inside") << QByteArray("bAQ==AQ==");
}

void TestCodec::refusesWhatIsNoPacket()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodePacket(text));
}

void TestCodec::takesBase64WithoutPadding()
{
    QCOMPARE(decodePacket("bAQIDBA")->data, QByteArray("\x01\x02\x03\x04"));
}

void TestCodec::payloads_data()
{
    QTest::addColumn<QList<Packet>>("packets");
    QTest::addColumn<QByteArray>("body");
    const Packet hello{PacketType::Message, Format::Text, "hello"};
    const Packet bytes{PacketType::Message, Format::Binary, "\x01\x02\x03\x04"};
    QTest::newRow("one") << QList<Packet>{hello} << QByteArray("4hello");
    QTest::newRow("text and binary") << QList<Packet>{hello, bytes}
                                     << QByteArray("4hello\x1e"
                                                   "bAQIDBA==");
    QTest::newRow("three") << QList<Packet>{hello, hello, hello}
                           << QByteArray("4hello\x1e"
                                         "4hello\x1e"
                                         "4hello");
}

void TestCodec::payloads()
{
    QFETCH(QList<Packet>, packets);
    QFETCH(QByteArray, body);
    QCOMPARE(encodePayload(packets), body);
    const Payload read = decodePayload(body);
    QVERIFY(read.complete);
    QVERIFY(read.packets == packets);
}

void TestCodec::stopsAtTheFirstBadElement_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("packetsBefore");
    QTest::newRow("empty body") << QByteArray() << 0;
    QTest::newRow("no packet") << QByteArray("abc") << 0;
    QTest::newRow("trailing separator") << QByteArray("4a\x1e") << 1;
    QTest::newRow("leading separator") << QByteArray("\x1e"
                                                     "4a")
                                       << 0;
    QTest::newRow("empty element") << QByteArray("4a\x1e\x1e"
                                                 "4b")
                                   << 1;
    QTest::newRow("bad one between") << QByteArray("4a\x1e"
                                                   "x\x1e"
                                                   "4b")
                                     << 1;
}

void TestCodec::stopsAtTheFirstBadElement()
{
    QFETCH(QByteArray, body);
    const Payload read = decodePayload(body);
    QVERIFY(!read.complete);
    QTEST(int(read.packets.size()), "packetsBefore");
}

void TestCodec::handshakeHasExactlyFiveKeys()
{
    const Handshake handshake{QStringLiteral("abc"), {QStringLiteral("websocket")}, 300, 200, 1'000'000};
    const QByteArray json = encodeHandshake(handshake);
    QCOMPARE(json,
             QByteArray(R"({"sid":"abc","upgrades":["websocket"],"pingInterval":300,"pingTimeout":200,)"
                        R"("maxPayload":1000000})"));
    QVERIFY(*decodeHandshake(json) == handshake);
}

void TestCodec::refusesAHandshakeOutOfRange()
{
    QVERIFY(!decodeHandshake(R"({"sid":"a","upgrades":[],"pingInterval":0,"pingTimeout":1,"maxPayload":1})").ok());
    QVERIFY(!decodeHandshake("[]").ok());
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
