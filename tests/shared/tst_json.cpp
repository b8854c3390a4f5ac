#include "shared/json/codec.h"

#include <QTest>

using namespace deskbell;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesMalformedText_data();
    void refusesMalformedText();
    void takesWellFormedText_data();
    void takesWellFormedText();
    void wholeNumbers_data();
    void wholeNumbers();
    void writesAsciiOnly();
    void depthIsBounded();
    void missingMembersCanBeChained();
};

void TestJson::refusesMalformedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("trailing bytes") << QByteArray("{} x");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("too large a number") << QByteArray("[1e400]");
    QTest::newRow("NaN") << QByteArray("[NaN]");
    QTest::newRow("escaped NUL") << QByteArray(R"(["a\u0000b"])");
    QTest::newRow("raw NUL") << QByteArray("[\"a\0b\"]", 7);
    QTest::newRow("lone high surrogate") << QByteArray(R"(["\ud83d"])");
    QTest::newRow("high surrogate, then a letter") << QByteArray(R"(["\ud83dx"])");
    QTest::newRow("lone low surrogate") << QByteArray(R"(["\udc00"])");
    QTest::newRow("two high surrogates") << QByteArray(R"(["\ud83d\ud83d"])");
    QTest::newRow("invalid UTF-8") << QByteArray("[\"\xff\"]");
    QTest::newRow("surrogate in UTF-8") << QByteArray("[\"\xed\xa0\x80\"]");
    QTest::newRow("cut escape") << QByteArray(R"(["\u12)");
    QTest::newRow("raw control character") << QByteArray("[\"\x01\"]");
    QTest::newRow("single quotes") << QByteArray("['a']");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
}

void TestJson::refusesMalformedText()
{
    QFETCH(QByteArray, text);
    const auto document = json::Document::parse(text);
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, ErrorCode::MalformedJson);
    QVERIFY(!document.error().message.isEmpty());
}

void TestJson::takesWellFormedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("scalar") << QByteArray("1") << QByteArray("1");
    QTest::newRow("spaces") << QByteArray(" { \"a\" : [ true , null ] } ") << QByteArray(R"({"a":[true,null]})");
    QTest::newRow("emoji by escapes") << QByteArray(R"(["\ud83d\ude00"])") << QByteArray(R"(["\ud83d\ude00"])");
    QTest::newRow("emoji in UTF-8") << QByteArray("[\"\xf0\x9f\x98\x80\"]") << QByteArray(R"(["\ud83d\ude00"])");
    QTest::newRow("escaped backslash before u") << QByteArray(R"(["\\u0000"])") << QByteArray(R"(["\\u0000"])");
    QTest::newRow("key with quotes") << QByteArray(R"({"a\"b":1})") << QByteArray(R"({"a\"b":1})");
    QTest::newRow("fraction") << QByteArray("[0.5,-3]") << QByteArray("[0.5,-3]");
}

void TestJson::takesWellFormedText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto document = json::Document::parse(text);
    QVERIFY2(document.ok(), document.ok() ? "" : qPrintable(document.error().message));
    QCOMPARE(document->root().toJson(), canonical);
}

void TestJson::wholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<qint64>("value");
    QTest::newRow("small") << QByteArray("-7") << true << qint64(-7);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << true << std::numeric_limits<qint64>::max();
    QTest::newRow("one past") << QByteArray("9223372036854775808") << false << qint64(0);
    QTest::newRow("1.0") << QByteArray("1.0") << true << qint64(1);
    QTest::newRow("1e3") << QByteArray("1e3") << true << qint64(1000);
    QTest::newRow("fraction") << QByteArray("1.5") << false << qint64(0);
    QTest::newRow("text") << QByteArray("\"1\"") << false << qint64(0);
}

void TestJson::wholeNumbers()
{
    QFETCH(QByteArray, text);
    const auto document = json::Document::parse(text);
    QVERIFY(document.ok());
    const auto number = document->root().toInteger();
    QTEST(number.has_value(), "whole");
    QTEST(number.value_or(0), "value");
}

void TestJson::writesAsciiOnly()
{
    QByteArray out;
    json::Writer writer(out);
    writer.beginObject();
    writer.key("text");
    writer.string(QStringLiteral("Größe\n\"\\\x7f"));
    writer.key("list");
    writer.beginArray();
    writer.integer(1);
    writer.real(0.25);
    writer.real(std::numeric_limits<double>::infinity());
    writer.boolean(false);
    writer.endArray();
    writer.endObject();
    QCOMPARE(out, QByteArray(R"({"text":"Gr\u00f6\u00dfe\n\"\\\u007f","list":[1,0.25,null,false]})"));
}

void TestJson::depthIsBounded()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(json::Document::parse(nested(32)).ok());
    QVERIFY(!json::Document::parse(nested(33)).ok());
    QVERIFY(!json::Document::parse(nested(1'000'000)).ok());
    QVERIFY(json::Document::parse("\"" + QByteArray(100, '[') + "\"").ok());
}

void TestJson::missingMembersCanBeChained()
{
    const auto document = json::Document::parse(R"({"a":{"b":["x"]}})");
    QVERIFY(document.ok());
    QCOMPARE(document->root().member("a").member("b").at(0).toString(), QStringLiteral("x"));
    QVERIFY(document->root().member("no").member("b").at(7).isMissing());
    QVERIFY(!document->root().member("no").isNull());
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
