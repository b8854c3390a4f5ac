#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// How far each side has received and read, and what is unread.
class TestReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyEverGrow_data() { TestDatabase::addRows(); }
    void onlyEverGrow();
    void countWhatIsUnread_data() { TestDatabase::addRows(); }
    void countWhatIsUnread();
    void areHeardOnce();
};

void TestReceipts::onlyEverGrow()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    for (int i = 0; i < 4; ++i)
        QVERIFY(desk.call(anna, api::MessageSend{chat, QStringLiteral("Hello"), {}}));
    QVERIFY(desk.call(vera, api::MessageSetDelivered{chat, 3}));
    QVERIFY(desk.call(vera, api::MessageSetRead{chat, 2}));
    QVERIFY(desk.call(vera, api::MessageSetRead{chat, 1}));
    QVERIFY(desk.call(vera, api::MessageSetDelivered{chat, 2}));
    QVERIFY(desk.call(anna, api::MessageSetRead{chat, 99})); // what was not said yet is not read
    const auto state = desk.call(vera, api::ChatGet{chat});
    QCOMPARE(state->visitorReadSeq, 2);
    QCOMPARE(state->visitorDeliveredSeq, 3);
    QCOMPARE(state->operatorReadSeq, 4);
    QCOMPARE(state->operatorDeliveredSeq, 4);
    QVERIFY(desk.call(vera, api::MessageSetRead{chat, 4})); // read is delivered
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->visitorDeliveredSeq, 4);
}

void TestReceipts::countWhatIsUnread()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("one"));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("two"), {}}));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    QVERIFY(desk.call(anna, api::MessageSend{chat, QStringLiteral("three"), {}}));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("four"), {}}));
    const auto unread = [&](const Caller &caller, const api::ChatList &list) {
        const api::Chat state = desk.call(caller, list)->chats.first();
        return std::pair(state.visitorUnread, state.operatorUnread);
    };
    const api::ChatList mine{api::ChatScope::Mine, {}, 50};
    QCOMPARE(unread(anna, mine), std::pair(1LL, 3LL));
    QVERIFY(desk.call(anna, api::MessageSetRead{chat, 2}));
    QVERIFY(desk.call(vera, api::MessageSetRead{chat, 3}));
    QCOMPARE(unread(anna, mine), std::pair(0LL, 1LL));
    QCOMPARE(unread(vera, api::ChatList{}), std::pair(0LL, 1LL));
    QVERIFY(desk.call(vera, api::MessageDelete{chat, 4})); // what is gone waits for nobody
    QCOMPARE(unread(anna, mine), std::pair(0LL, 0LL));
}

void TestReceipts::areHeardOnce()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    for (int i = 0; i < 3; ++i)
        QVERIFY(desk.call(anna, api::MessageSetRead{chat, 1}));
    QVERIFY(desk.call(anna, api::MessageSetDelivered{chat, 1}));
    QCOMPARE(desk.roomsOf("message.read"),
             QList<QByteArrayList>({{"operator:" + anna.id().toLatin1(), "visitor:" + vera.id().toLatin1()}}));
    QVERIFY(desk.roomsOf("message.delivered").isEmpty());
    const auto event = json::decode<api::MessageRead>(desk.events.last().json);
    QCOMPARE(event->seq, 1);
    QCOMPARE(event->side, api::SenderType::Operator);
    QCOMPARE(event->byId, anna.id());
}

QTEST_GUILESS_MAIN(TestReceipts)

#include "tst_receipts.moc"
