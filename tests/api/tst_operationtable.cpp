#include "server/api/openapi.h"
#include "server/api/operationtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

class TestOperationTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsLeadToOperations_data();
    void pathsLeadToOperations();
    void namesLeadToOperations();
    void openApiListsEveryOperation();

private:
    const OperationTable m_table;
};

void TestOperationTable::pathsLeadToOperations_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("operation"); // empty: none
    QTest::addColumn<int>("allowed");
    QTest::newRow("list") << QByteArray("GET") << QByteArray("/chats") << QByteArray("chat.list") << 2;
    QTest::newRow("start") << QByteArray("POST") << QByteArray("/chats") << QByteArray("chat.start") << 2;
    QTest::newRow("parameter") << QByteArray("GET") << QByteArray("/chats/7") << QByteArray("chat.get") << 2;
    QTest::newRow("behind it") << QByteArray("POST") << QByteArray("/chats/7/claim") << QByteArray("chat.claim") << 1;
    QTest::newRow("fixed first") << QByteArray("GET") << QByteArray("/operators/me") << QByteArray("operator.me") << 1;
    QTest::newRow("wrong method") << QByteArray("DELETE") << QByteArray("/chats") << QByteArray() << 2;
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/chat") << QByteArray() << 0;
    QTest::newRow("empty parameter") << QByteArray("GET") << QByteArray("/chats/") << QByteArray() << 0;
    QTest::newRow("slash too many") << QByteArray("GET") << QByteArray("/chats/7/") << QByteArray() << 0;
    QTest::newRow("empty") << QByteArray("GET") << QByteArray() << QByteArray() << 0;
}

void TestOperationTable::pathsLeadToOperations()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, operation);
    QFETCH(int, allowed);
    const auto match = m_table.match(method, path);
    QCOMPARE(match.operation != nullptr, !operation.isEmpty());
    if (match.operation)
        QCOMPARE(QByteArray(match.operation->description->name.data()), operation);
    QCOMPARE(match.allowed.size(), qsizetype(allowed));
}

void TestOperationTable::namesLeadToOperations()
{
    QVERIFY(m_table.find("chat.claim"));
    QVERIFY(!m_table.find("chat.steal"));
    const auto document = json::Document::parse(R"({"chatId":"x"})");
    const auto command = m_table.find("chat.claim")->decode(document->root());
    QVERIFY(!command.ok());
    QCOMPARE(command.error().errors.first().field, QStringLiteral("chatId"));
}

void TestOperationTable::openApiListsEveryOperation()
{
    const QByteArray json = openApiDocument(m_table, QStringLiteral("1.2.3"));
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document[QLatin1String("info")][QLatin1String("version")].toString(), QStringLiteral("1.2.3"));
    const QJsonObject paths = document[QLatin1String("paths")].toObject();
    QStringList ids;
    for (const auto path : paths) {
        for (const auto operation : path.toObject())
            ids.append(operation[QLatin1String("operationId")].toString());
    }
    // The bytes of files have routes of their own besides.
    for (const char *own : {"attachment.content.put", "attachment.content.get", "attachment.thumbnail.get"})
        QCOMPARE(ids.removeAll(QLatin1String(own)), 1);
    QCOMPARE(ids.size(), qsizetype(m_table.all().size()));
    const QJsonObject send = paths[QLatin1String("/chats/{chatId}/messages")][QLatin1String("post")].toObject();
    QCOMPARE(send[QLatin1String("parameters")].toArray().size(), 1);
    const auto schemaOf = [](const QJsonObject &operation) {
        return operation[QLatin1String("requestBody")][QLatin1String("content")][QLatin1String("application/json")]
                        [QLatin1String("schema")];
    };
    const QJsonValue message = schemaOf(send);
    QCOMPARE(message[QLatin1String("properties")][QLatin1String("text")][QLatin1String("maxLength")].toInt(), 4000);
    QCOMPARE(message[QLatin1String("required")], QJsonValue(QJsonValue::Undefined)); // files may go without words
    const auto note = schemaOf(paths[QLatin1String("/chats/{chatId}/notes")][QLatin1String("post")].toObject());
    QCOMPARE(note[QLatin1String("required")].toArray(), QJsonArray{QStringLiteral("text")});
}

QTEST_GUILESS_MAIN(TestOperationTable)
#include "tst_operationtable.moc"
