#include "server/api/requestbody.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

class TestRequestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreJoined_data();
    void fieldsAreJoined();
    void wrongBodiesAreRefused_data();
    void wrongBodiesAreRefused();

private:
    const OperationTable m_table;
};

void TestRequestBody::fieldsAreJoined_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("joined");
    const QByteArray get("GET");
    const QByteArray post("POST");
    QTest::newRow("path and body") << post << QByteArray("/chats/7/messages") << QString()
                                   << QByteArray(R"( {"text":"a"} )") << QByteArray(R"({"chatId":"7","text":"a"})");
    QTest::newRow("no body") << post << QByteArray("/chats/7/claim") << QString() << QByteArray()
                             << QByteArray(R"({"chatId":"7"})");
    QTest::newRow("empty object") << post << QByteArray("/chats/7/claim") << QString() << QByteArray("{ }")
                                  << QByteArray(R"({"chatId":"7"})");
    QTest::newRow("a number in the path") << QByteArray("DELETE") << QByteArray("/chats/7/messages/3") << QString()
                                          << QByteArray() << QByteArray(R"({"chatId":"7","seq":3})");
    QTest::newRow("query") << get << QByteArray("/chats") << QStringLiteral("scope=mine&limit=5&colour=red")
                           << QByteArray() << QByteArray(R"({"scope":"mine","limit":5})");
    QTest::newRow("query, not a number") << get << QByteArray("/chats") << QStringLiteral("limit=5;x") << QByteArray()
                                         << QByteArray(R"({"limit":"5;x"})");
    QTest::newRow("text that looks like a number") << get << QByteArray("/chats") << QStringLiteral("cursor=12")
                                                   << QByteArray() << QByteArray(R"({"cursor":"12"})");
    QTest::newRow("a name to escape") << post << QByteArray("/chats") << QString() << QByteArray(R"({"a\"b":1})")
                                      << QByteArray(R"({"a\"b":1})");
}

void TestRequestBody::fieldsAreJoined()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QString, query);
    QFETCH(QByteArray, body);
    const auto document = joinRequest(m_table.match(method, path), QUrlQuery(query), body);
    QVERIFY(document.ok());
    QTEST(document->root().toJson(), "joined");
}

void TestRequestBody::wrongBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("array") << QByteArray("[]") << 400;
    QTest::newRow("cut") << QByteArray(R"({"a":)") << 400;
    QTest::newRow("two objects") << QByteArray("{}{}") << 400;
    QTest::newRow("closing first") << QByteArray("},{") << 400;
}

void TestRequestBody::wrongBodiesAreRefused()
{
    QFETCH(QByteArray, body);
    const auto document = joinRequest(m_table.match("POST", "/chats"), {}, body);
    QVERIFY(!document.ok());
    QTEST(httpStatus(document.error().code), "status");
}

QTEST_GUILESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
