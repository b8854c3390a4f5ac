#include "shared/socketio/attachments.h"
#include "shared/socketio/decoder.h"

#include <QCborMap>
#include <QTest>

using namespace deskbell;
using namespace deskbell::socketio;

using Id = std::optional<quint64>;

/// Socket.IO packets: what is written, what is read, and what ends the connection.
class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void readsSpellingsThatWeDoNotWrite_data();
    void readsSpellingsThatWeDoNotWrite();
    void refuses_data();
    void refuses();
    void putsAttachmentsInOrder();
    void attachmentsComeBack();
    void countsAttachments_data();
    void countsAttachments();
    void refusesBrokenSequences();
    void aPlaceholderWithoutAttachmentsIsData();
    void writesAsciiOnly();
};

void TestCodec::texts_data()
{
    QTest::addColumn<PacketType>("type");
    QTest::addColumn<QByteArray>("nsp");
    QTest::addColumn<Id>("id");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    using enum PacketType;
    const auto row = [](PacketType type, const char *nsp, Id id, const char *json, const char *text) {
        QTest::newRow(text) << type << QByteArray(nsp) << id << QByteArray(json) << QByteArray(text);
    };
    row(Connect, "/", {}, "", "0");
    row(Connect, "/", {}, R"({"token":"x"})", R"(0{"token":"x"})");
    row(Connect, "/admin", {}, "", "0/admin,");
    row(Connect, "/admin", {}, R"({"sid":"a"})", R"(0/admin,{"sid":"a"})");
    row(Disconnect, "/", {}, "", "1");
    row(Disconnect, "/admin", {}, "", "1/admin,");
    row(Event, "/", {}, R"(["foo",1])", R"(2["foo",1])");
    row(Event, "/", {}, R"([1])", R"(2[1])");
    row(Event, "/admin", 12, R"(["foo"])", R"(2/admin,12["foo"])");
    row(Event, "/", 9007199254740991, R"(["foo"])", R"(29007199254740991["foo"])");
    row(Ack, "/", 12, R"(["bar"])", R"(312["bar"])");
    row(Ack, "/admin", 12, "[]", "3/admin,12[]");
    row(ConnectError, "/", {}, R"({"message":"Not authorized"})", R"(4{"message":"Not authorized"})");
    row(ConnectError, "/x", {}, R"("no")", R"(4/x,"no")");
}

void TestCodec::texts()
{
    QFETCH(PacketType, type);
    QFETCH(QByteArray, nsp);
    QFETCH(Id, id);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QCOMPARE(encode({type, nsp, id}, json), text);

    Decoder decoder;
    const auto read = decoder.addText(text);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    const Packet &packet = **read;
    QCOMPARE(packet.type, type);
    QCOMPARE(packet.nsp, nsp);
    QCOMPARE(packet.id, id);
    QCOMPARE(packet.payload ? packet.data().toJson() : QByteArray(), json);
}

void TestCodec::readsSpellingsThatWeDoNotWrite_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("nsp");
    QTest::newRow("explicit main namespace") << QByteArray("0/,") << QByteArray("/");
    QTest::newRow("and with auth") << QByteArray("0/,{}") << QByteArray("/");
    QTest::newRow("no comma") << QByteArray("0/admin") << QByteArray("/admin");
    QTest::newRow("a query is part of the name") << QByteArray("0/a?b=c,") << QByteArray("/a?b=c");
    QTest::newRow("an ack without payload") << QByteArray("31") << QByteArray("/");
    QTest::newRow("spaces in the JSON") << QByteArray("2[ \"a\" ]") << QByteArray("/");
}

void TestCodec::readsSpellingsThatWeDoNotWrite()
{
    QFETCH(QByteArray, text);
    Decoder decoder;
    const auto read = decoder.addText(text);
    QVERIFY(read.ok() && read->has_value());
    QTEST((*read)->nsp, "nsp");
}

void TestCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *const texts[] = {
        "",
        "7",
        "9",
        "a",
        "abc",
        " 2[\"a\"]", // no type
        "0null",
        "0[]",
        "0\"a\"",
        "0 1",
        "0{", // CONNECT takes an object
        "1{}",
        "1[]",
        // DISCONNECT takes nothing; an id is read as one, but then…
        "2",
        "2{}",
        "2[]",
        "2null",
        "2\"a\"",
        "2[null]",
        "2[{}]",
        "2[[\"a\"]]",
        "2[true]", // EVENT
        "2[\"connect\"]",
        "2[\"connect_error\"]",
        "2[\"disconnect\"]",
        "2[\"disconnecting\"]",
        "2[\"newListener\"]",
        "2[\"removeListener\"]",
        "2abc[\"a\"]",
        "2-1[\"a\"]",
        "21e9[\"a\"]",
        "29007199254740992[\"a\"]",
        "212345678901234567890[\"a\"]",
        "2[\"a\"]x",
        "2[\"a\"",
        "2[\"a\",1e400]",
        "2[\"a\",NaN]",
        "2[\"a\\u0000\"]",
        "2[\"a\",\"\\ud800\"]",
        "2[\"a\",\"\xff\"]",
        "2\xef\xbb\xbf[\"a\"]",
        "2[\"a\",]", // JSON
        "31{}",
        "31\"a\"",
        "31null",
        "4",
        "4[]",
        "4null",
        "41", // ACK and CONNECT_ERROR
        "5[\"a\"]",
        "50-[\"a\"]",
        "511-[\"a\"]",
        "565-[\"a\"]",
        "5-[\"a\"]",
        "5-1-[\"a\"]",
        "51[\"a\"]",
        "5x-[\"a\"]",
        "599999999999999999999-[\"a\"]",
        "51-",
        "51-[]",
        "61-1{}",
        "51-[\"a\",{\"_placeholder\":true,\"num\":1}]",
        "51-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
        "51-[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
        "51-[\"a\",{\"_placeholder\":true}]",
        "51-[\"a\",{\"_placeholder\":true,\"num\":\"__proto__\"}]",
        "51-[\"a\",{\"b\":[{\"_placeholder\":true,\"num\":7}]}]",
    };
    for (const char *text : texts)
        QTest::addRow("%s", text) << QByteArray(text);
    QTest::newRow("raw NUL") << QByteArray("2[\"a\0\"]", 7);
    QTest::newRow("depth 33") << QByteArray("2[\"a\"," + QByteArray(32, '[') + QByteArray(32, ']') + "]");
    QTest::newRow("depth 100000") << QByteArray("2[\"a\"," + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "]");
}

void TestCodec::refuses()
{
    QFETCH(QByteArray, text);
    Decoder decoder;
    QVERIFY(!decoder.addText(text).ok());
}

void TestCodec::putsAttachmentsInOrder()
{
    const QCborArray arguments{
        QStringLiteral("e"),
        QByteArray("\x01"),
        QCborMap{{QStringLiteral("z"), QCborArray{QByteArray("\x02"), 1.5}}, {QStringLiteral("a"), QByteArray("\x03")}},
        nullptr,
        true,
        -7};
    const auto encoded = encode({PacketType::Event, "/admin", 7}, arguments);
    QVERIFY(encoded.ok());
    QCOMPARE(encoded->text,
             QByteArray(R"(53-/admin,7["e",{"_placeholder":true,"num":0},{"z":[{"_placeholder":true,"num":1},1.5],)"
                        R"("a":{"_placeholder":true,"num":2}},null,true,-7])"));
    QCOMPARE(encoded->attachments, (QByteArrayList{"\x01", "\x02", "\x03"}));
}

void TestCodec::attachmentsComeBack()
{
    const QCborArray arguments{
        QByteArray("\x01\x02"), QCborMap{{QStringLiteral("b"), QByteArray()}}, QStringLiteral("t"), 3, 0.25, false};
    const auto encoded = encode({PacketType::Ack, "/", 1}, arguments);
    QVERIFY(encoded.ok());
    Decoder decoder;
    QVERIFY(!decoder.addText(encoded->text)->has_value());
    QVERIFY(!decoder.addBinary(encoded->attachments.at(0))->has_value());
    const auto read = decoder.addBinary(encoded->attachments.at(1));
    QVERIFY(read.ok() && read->has_value());
    QCOMPARE(withAttachments((*read)->data(), (*read)->attachments), QCborValue(arguments));
    QVERIFY2(decoder.addText("2[\"a\"]").ok(), "the next packet starts afresh");
}

void TestCodec::countsAttachments_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("taken");
    QTest::newRow("the most") << maxAttachments << true;
    QTest::newRow("one more") << maxAttachments + 1 << false;
}

void TestCodec::countsAttachments()
{
    QFETCH(int, count);
    QCborArray arguments{QStringLiteral("e")};
    for (int i = 0; i < count; ++i)
        arguments.append(QByteArray("x"));
    const auto encoded = encode({PacketType::Event, "/"}, arguments);
    QTEST(encoded.ok(), "taken");

    Decoder decoder;
    QTEST(decoder.addText("5" + QByteArray::number(count) + "-[\"e\"]").ok(), "taken");
}

void TestCodec::refusesBrokenSequences()
{
    Decoder unexpected;
    QVERIFY(!unexpected.addBinary("x").ok());

    Decoder interrupted;
    QVERIFY(interrupted.addText(R"(51-["a",{"_placeholder":true,"num":0}])").ok());
    QVERIFY(!interrupted.addText(R"(2["b"])").ok());

    Decoder oneTooMany;
    QVERIFY(oneTooMany.addText(R"(51-["a",{"_placeholder":true,"num":0},{"_placeholder":true,"num":0}])").ok());
    QVERIFY2(oneTooMany.addBinary("x")->has_value(), "an index may be used twice");
    QVERIFY(!oneTooMany.addBinary("x").ok());
}

void TestCodec::aPlaceholderWithoutAttachmentsIsData()
{
    Decoder decoder;
    const auto read = decoder.addText(R"(2["a",{"_placeholder":true,"num":5}])");
    QVERIFY(read.ok());
    QVERIFY(withAttachments((*read)->data(), {}).toArray().at(1).isMap());
}

void TestCodec::writesAsciiOnly()
{
    const auto encoded =
        encode({PacketType::Event, "/"}, QCborArray{QString::fromUtf8("é"), QString::fromUtf8("\U0001F514\x1e")});
    QCOMPARE(encoded->text, QByteArray(R"(2["\u00e9","\ud83d\udd14\u001e"])"));
    const QByteArray event = "2/a,7[\"h\\\"i\",{\"a\":1},2]"; // moc reads no raw string with a backslash
    QCOMPARE(encodeEvent({PacketType::Event, "/a", 7}, "h\"i", "{\"a\":1},2"), event);
    QCOMPARE(encodeEvent({}, "hi", {}), QByteArray("2[\"hi\"]"));
    QCOMPARE(encodeAck("/", 3, {}), QByteArray("33[]"));
    QCOMPARE(encodeAck("/a", 3, "1,2"), QByteArray("3/a,3[1,2]"));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
