#include "shared/api/catalogue.h"
#include "shared/api/reply.h"

#include <QSet>
#include <QTest>

using namespace deskbell;
using namespace deskbell::api;

namespace {

const auto chatId = QStringLiteral("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000");

QStringList fieldsIn(const Error &error)
{
    QStringList names;
    for (const FieldError &each : error.errors)
        names.append(each.field);
    return names;
}

} // namespace

class TestApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageSendIsValidated_data();
    void messageSendIsValidated();
    void entitiesGoThereAndBack();
    void unknownFieldsAreIgnored();
    void nestedProblemsNameTheirPath();
    void operationsDoNotClash();
    void pathParametersAreFields();
    void everyErrorHasAName();
    void repliesGoThereAndBack();
};

void TestApi::messageSendIsValidated_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("wrong");
    const QByteArray head = R"({"chatId":")" + chatId.toLatin1() + R"(","text":)";
    QTest::newRow("good") << head + R"("Hello"})" << QStringList();
    QTest::newRow("4000 code points") << head + '"' + QByteArray("\xf0\x9f\x98\x80").repeated(4000) + "\"}"
                                      << QStringList();
    QTest::newRow("4001 code points") << head + '"' + QByteArray(4001, 'x') + "\"}"
                                      << QStringList{QStringLiteral("text")};
    QTest::newRow("empty") << head + R"(""})" << QStringList{QStringLiteral("text")};
    QTest::newRow("blank") << head + R"(" \n "})" << QStringList{QStringLiteral("text")};
    QTest::newRow("number") << head + "7}" << QStringList{QStringLiteral("text")};
    QTest::newRow("clientId too long") << head + R"("a","clientId":")" + QByteArray(65, 'x') + "\"}"
                                       << QStringList{QStringLiteral("clientId")};
    QTest::newRow("null clientId") << head + R"("a","clientId":null})" << QStringList();
    const QByteArray file = R"("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001")";
    const QByteArray noText = R"({"chatId":")" + chatId.toLatin1() + R"(","attachments":[)";
    QTest::newRow("a file alone") << noText + file + "]}" << QStringList();
    QTest::newRow("no text and no file") << noText + "]}" << QStringList{QStringLiteral("text")};
    QTest::newRow("eleven files") << noText + (file + ',').repeated(10) + file + "]}"
                                  << QStringList{QStringLiteral("attachments"), QStringLiteral("text")};
    QTest::newRow("a file that is none") << noText + "7]}" << QStringList{QStringLiteral("attachments.0")};
    QTest::newRow("nothing") << QByteArray("{}") << QStringList{QStringLiteral("chatId"), QStringLiteral("text")};
    QTest::newRow("upper-case id") << QByteArray(R"({"text":"a","chatId":")") + chatId.toUpper().toLatin1() + "\"}"
                                   << QStringList{QStringLiteral("chatId")};
    QTest::newRow("array") << QByteArray("[]") << QStringList{QStringLiteral("")};
}

void TestApi::messageSendIsValidated()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, wrong);
    const auto command = json::decode<MessageSend>(json);
    QCOMPARE(command.ok(), wrong.isEmpty());
    if (!command)
        QCOMPARE(fieldsIn(command.error()), wrong);
}

void TestApi::entitiesGoThereAndBack()
{
    Chat chat;
    chat.id = *ChatId::fromString(chatId);
    chat.visitorId = VisitorId::generate();
    chat.visitorName = QStringLiteral("Zoë „Q“ 😀");
    chat.status = ChatStatus::Active;
    chat.operatorId = OperatorId::generate();
    chat.lastSeq = 1;
    chat.lastMessage = Message{.id = MessageId::generate(),
                               .chatId = chat.id,
                               .seq = 1,
                               .senderId = chat.visitorId.toString(),
                               .senderType = SenderType::Visitor,
                               .senderName = chat.visitorName,
                               .text = QStringLiteral("Hello\n\tthere"),
                               .clientId = QStringLiteral("c1"),
                               .createdAt = {1'700'000'000'123}};
    chat.createdAt = {1'700'000'000'000};
    const QByteArray encoded = json::encode(chat);
    const auto decoded = json::decode<Chat>(encoded);
    QVERIFY(decoded.ok());
    QVERIFY(*decoded == chat);
    QVERIFY(!encoded.contains("endedAt")); // what is not set is not sent
    QVERIFY(!encoded.contains("duplicate"));
    QVERIFY(encoded.contains(R"("createdAt":"2023-11-14T22:13:20.123Z")"));
}

void TestApi::unknownFieldsAreIgnored()
{
    QVERIFY(json::decode<ChatGet>(R"({"chatId":")" + chatId.toLatin1() + R"(","colour":"green"})").ok());
}

void TestApi::nestedProblemsNameTheirPath()
{
    const auto command = json::decode<SessionResume>(R"({"chats":[{"chatId":")" + chatId.toLatin1()
                                                     + R"(","seq":3},{"chatId":"x","seq":-1}]})");
    QVERIFY(!command.ok());
    QCOMPARE(fieldsIn(command.error()), QStringList({QStringLiteral("chats.1.chatId"), QStringLiteral("chats.1.seq")}));
}

void TestApi::operationsDoNotClash()
{
    QSet<QString> names;
    QSet<QString> routes;
    forEachAlternative<Command>([&]<class C>() {
        const Operation &operation = C::operation;
        const auto name = QString::fromLatin1(operation.name.data(), qsizetype(operation.name.size()));
        const auto path = QString::fromLatin1(operation.path.data(), qsizetype(operation.path.size()));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        const QString route = QString::number(int(operation.method)) + path;
        QVERIFY2(!routes.contains(route), qPrintable(route));
        routes.insert(route);
        QCOMPARE(name.count(u'.'), 1);
    });
    QCOMPARE(names.size(), qsizetype(std::variant_size_v<Command>));
}

void TestApi::pathParametersAreFields()
{
    forEachAlternative<Command>([]<class C>() {
        const std::string_view path = C::operation.path;
        for (size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
            const std::string_view parameter = path.substr(at + 1, path.find('}', at) - at - 1);
            bool found = false;
            json::forEachField<C>([&](const auto &field) { found = found || field.name == parameter; });
            QVERIFY2(found, C::operation.name.data());
        }
    });
}

void TestApi::everyErrorHasAName()
{
    for (int i = 0; i <= int(ErrorCode::Disconnected); ++i) {
        const auto code = ErrorCode(i);
        QCOMPARE(errorCodeFromWire(QString(wireName(code))), std::optional(code));
        QVERIFY(httpStatus(code) >= 400 && httpStatus(code) < 600);
        QVERIFY(defaultMessage(code).endsWith(QLatin1Char('.')));
    }
    QVERIFY(!errorCodeFromWire(u"from_the_future"));
}

void TestApi::repliesGoThereAndBack()
{
    const auto ok = json::Document::parse(encodeOk(json::encode(ChatGet{*ChatId::fromString(chatId)})));
    QCOMPARE(decodeReply<ChatGet>(ok->root())->chatId.toString(), chatId);

    Error error = Error::invalid(QStringLiteral("text"), QStringLiteral("is missing"));
    error.retryAfterSeconds = 3;
    const auto refused = json::Document::parse(encodeError(error));
    QVERIFY(decodeReply<ChatGet>(refused->root()).error() == error);

    const auto body = json::Document::parse(encodeErrorBody(Error(ErrorCode::ChatNotFound)));
    QCOMPARE(body->root().member("statusCode").toInteger(), std::optional<qint64>(404));
    QCOMPARE(body->root().member("code").toString(), QStringLiteral("chat_not_found"));
    QVERIFY(!body->root().member("success").toBool());
    QVERIFY(body->root().member("errors").isArray());
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
