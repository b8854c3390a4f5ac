#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// What is said in chats: numbers without gaps, and each message once.
class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaidAndListed_data() { TestDatabase::addRows(); }
    void isSaidAndListed();
    void aResendIsTheFirstResult_data() { TestDatabase::addRows(); }
    void aResendIsTheFirstResult();
    void aClientIdMeansOneMessage_data() { TestDatabase::addRows(); }
    void aClientIdMeansOneMessage();
    void aResendIsHeardAfterTheEnd_data() { TestDatabase::addRows(); }
    void aResendIsHeardAfterTheEnd();
    void answersAnotherMessage_data() { TestDatabase::addRows(); }
    void answersAnotherMessage();
    void hasNoGaps_data() { TestDatabase::addRows(); }
    void hasNoGaps();
    void listsInBothDirections_data() { TestDatabase::addRows(); }
    void listsInBothDirections();
};

namespace {

QList<qint64> seqsOf(const QList<api::Message> &messages)
{
    QList<qint64> seqs;
    for (const api::Message &message : messages)
        seqs.append(message.seq);
    return seqs;
}

QList<qint64> numbers(qint64 from, qint64 to)
{
    QList<qint64> list;
    for (qint64 number = from; number <= to; ++number)
        list.append(number);
    return list;
}

} // namespace

void TestMessages::isSaidAndListed()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor(QStringLiteral("Vera"));
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    const QString odd = QStringLiteral(" 'quoted' \"double\" \\ \n\t \u00e9 \U0001F642 %1 ? {lock} ");
    const api::Message said = *desk.call(vera, api::MessageSend{chat, odd, QStringLiteral("a")});
    QCOMPARE(said.text, odd);
    QCOMPARE(said.seq, 1);
    QCOMPARE(said.senderId, vera.visitorId.toString());
    QCOMPARE(said.senderType, api::SenderType::Visitor);
    QCOMPARE(said.senderName, QStringLiteral("Vera"));
    QCOMPARE(said.createdAt, desk.clock.now());
    const api::Message answer = *desk.call(anna, api::MessageSend{chat, QStringLiteral("Yes?"), {}});
    QCOMPARE(answer.senderType, api::SenderType::Operator);
    QCOMPARE(answer.senderName, QStringLiteral("Anna"));
    const auto listed = desk.call(vera, api::MessageList{chat, {}, {}, 50});
    QCOMPARE(listed->messages, QList<api::Message>({said, answer}));
    QVERIFY(!listed->more);
}

void TestMessages::aResendIsTheFirstResult()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const api::MessageSend command{chat, QStringLiteral("Hello"), QStringLiteral("c-1")};
    api::Message first = *desk.call(vera, command);
    QVERIFY(!first.duplicate);
    desk.clock.advance(1'000);
    const api::Message again = *desk.call(vera, command);
    first.duplicate = true;
    QCOMPARE(again, first);
    QCOMPARE(desk.roomsOf("message.sent").size(), 1);
    // Many at once, some of them in one commit.
    int answered = 0;
    int duplicates = 0;
    for (int i = 0; i < 20; ++i) {
        desk.desk->submit(vera, api::MessageSend{chat, QStringLiteral("More"), QStringLiteral("c-2")},
                          [&](const Reply &reply) {
                              ++answered;
                              duplicates += json::decode<api::Message>(*reply.json)->duplicate ? 1 : 0;
                          });
    }
    TestDesk::wait([&] { return answered == 20; });
    QCOMPARE(duplicates, 19);
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 2);
}

void TestMessages::aClientIdMeansOneMessage()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    const QString id = QStringLiteral("same");
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("One"), id}));
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, QStringLiteral("Two"), id}), "client_id_reused");
    // Another sender, and another chat, have ids of their own.
    QCOMPARE(desk.outcome(anna, api::MessageSend{chat, QStringLiteral("Two"), id}), "ok");
    const Caller other = desk.visitor();
    QCOMPARE(desk.outcome(other, api::MessageSend{desk.startChat(other), QStringLiteral("Two"), id}), "ok");
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 2);
}

void TestMessages::aResendIsHeardAfterTheEnd()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const api::MessageSend stored{chat, QStringLiteral("Stored"), QStringLiteral("c-1")};
    const auto first = desk.call(vera, stored);
    QVERIFY(desk.call(vera, api::ChatEnd{chat, {}}));
    QCOMPARE(desk.call(vera, stored)->id, first->id);
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, QStringLiteral("New"), QStringLiteral("c-2")}), "chat_ended");
}

void TestMessages::answersAnotherMessage()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("Do you ship to Oslo?"), {}}));
    const auto reply = [&](qint64 seq) {
        return desk.call(vera, api::MessageSend{chat, QStringLiteral("By Friday?"), QStringLiteral("r"), {}, seq});
    };
    QCOMPARE(reply(2).error().errors.first().field, QStringLiteral("replyToSeq"));
    const api::Message said = *reply(1);
    QCOMPARE(said.replyToSeq, std::optional<qint64>(1));
    QVERIFY(reply(1)->duplicate);
    QCOMPARE(reply(2).error().code, ErrorCode::ClientIdReused); // it answered another then
    QCOMPARE(desk.call(vera, api::MessageList{chat, 1, {}, 50})->messages, QList{said});
}

void TestMessages::hasNoGaps()
{
    QFETCH(TestDatabase::Kind, kind);
    constexpr int rounds = 100;
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    // Two nodes write into one chat where the database can have two.
    const auto other = kind == TestDatabase::Kind::PostgreSql ? desk.open() : nullptr;
    int answered = 0;
    QSet<qint64> seqs;
    const auto send = [&](Desk &node, const Caller &by, const QString &text, const QString &clientId) {
        node.submit(by, api::MessageSend{chat, text, clientId}, [&](const Reply &reply) {
            ++answered;
            if (reply.json)
                seqs.insert(json::decode<api::Message>(*reply.json)->seq);
        });
    };
    for (int i = 0; i < rounds; ++i) {
        const QString number = QString::number(i);
        send(*desk.desk, vera, number, number);
        send(other ? *other : *desk.desk, anna, number, number);
        send(*desk.desk, vera, number, number); // a duplicate
        send(*desk.desk, vera, QStringLiteral("changed"), number); // a clientId reused
        send(*desk.desk, ben, number, number); // forbidden
    }
    TestDesk::wait([&] { return answered == 5 * rounds; });
    QCOMPARE(seqs.size(), 2 * rounds);
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 2 * rounds);
    QCOMPARE(seqsOf(desk.call(vera, api::MessageList{chat, 0, {}, 200})->messages), numbers(1, 2 * rounds));
    QCOMPARE(desk.roomsOf("message.sent").size(), other ? rounds : 2 * rounds);
    QCOMPARE(*Administration::check(desk.database.settings), QStringList());
}

void TestMessages::listsInBothDirections()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    for (int i = 1; i <= 10; ++i)
        QVERIFY(desk.call(vera, api::MessageSend{chat, QString::number(i), {}}));
    const auto list = [&](std::optional<qint64> after, std::optional<qint64> before) {
        const auto answer = desk.call(vera, api::MessageList{chat, after, before, 4});
        return std::pair(seqsOf(answer->messages), answer->more);
    };
    QCOMPARE(list({}, {}), std::pair(numbers(7, 10), true));
    QCOMPARE(list({}, 7), std::pair(numbers(3, 6), true));
    QCOMPARE(list({}, 3), std::pair(numbers(1, 2), false));
    QCOMPARE(list({}, 5), std::pair(numbers(1, 4), false));
    QCOMPARE(list(0, {}), std::pair(numbers(1, 4), true));
    QCOMPARE(list(6, {}), std::pair(numbers(7, 10), false));
    QCOMPARE(list(10, {}), std::pair(QList<qint64>(), false));
    QCOMPARE(desk.outcome(vera, api::MessageList{chat, 1, 5, 4}), "invalid_request");
}

QTEST_GUILESS_MAIN(TestMessages)

#include "tst_messages.moc"
