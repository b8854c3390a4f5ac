#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// The life of a chat: waiting → active → ended.
class TestChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesAndEnds_data() { TestDatabase::addRows(); }
    void livesAndEnds();
    void aStrangerBecomesAVisitor_data() { TestDatabase::addRows(); }
    void aStrangerBecomesAVisitor();
    void anOpenChatIsTheAnswer_data() { TestDatabase::addRows(); }
    void anOpenChatIsTheAnswer();
    void aStartSentAgainOpensNoSecondChat_data() { TestDatabase::addRows(); }
    void aStartSentAgainOpensNoSecondChat();
    void oneOfAHundredClaimsWins_data() { TestDatabase::addRows(); }
    void oneOfAHundredClaimsWins();
    void endingTwiceIsEndingOnce_data() { TestDatabase::addRows(); }
    void endingTwiceIsEndingOnce();
    void listsByScope_data() { TestDatabase::addRows(); }
    void listsByScope();
    void listsInPages_data() { TestDatabase::addRows(); }
    void listsInPages();
    void aCursorIsCheckedForSense();
};

void TestChats::livesAndEnds()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor(QStringLiteral("Vera"));
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    desk.events.clear();

    api::ChatStart start;
    start.text = QStringLiteral("Hello");
    start.page = QStringLiteral("https://shop.example/");
    const api::Chat waiting = desk.call(vera, start)->chat;
    QCOMPARE(waiting.status, api::ChatStatus::Waiting);
    QCOMPARE(waiting.visitorName, QStringLiteral("Vera"));
    QCOMPARE(waiting.page, start.page);
    QCOMPARE(waiting.lastSeq, 1);
    QCOMPARE(waiting.lastMessage->text, QStringLiteral("Hello"));
    QVERIFY(!waiting.operatorId);

    desk.clock.advance(1'000);
    const api::Chat active = *desk.call(anna, api::ChatClaim{waiting.id});
    QCOMPARE(active.status, api::ChatStatus::Active);
    QCOMPARE(active.operatorId, anna.operatorId);
    QCOMPARE(active.operatorName, QStringLiteral("Anna"));
    QCOMPARE(active.claimedAt, desk.clock.now());
    QVERIFY(active.version > waiting.version);
    QVERIFY(desk.call(anna, api::MessageSend{waiting.id, QStringLiteral("Hi"), {}}));

    desk.clock.advance(1'000);
    const api::Chat ended = *desk.call(anna, api::ChatEnd{waiting.id, QStringLiteral("Solved")});
    QCOMPARE(ended.status, api::ChatStatus::Ended);
    QCOMPARE(ended.endedAt, desk.clock.now());
    QCOMPARE(ended.endReason, QStringLiteral("Solved"));
    QCOMPARE(ended.operatorId, anna.operatorId);
    QCOMPARE(ended.lastSeq, 2);
    QVERIFY(ended.version > active.version);
    QCOMPARE(*desk.call(vera, api::ChatGet{waiting.id}), ended);

    QByteArrayList heard;
    for (const Published &event : std::as_const(desk.events))
        heard.append(event.name);
    QCOMPARE(heard, QByteArrayList({"chat.started", "message.sent", "chat.claimed", "message.sent", "chat.ended"}));
}

void TestChats::aStrangerBecomesAVisitor()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    api::ChatStart start;
    start.name = QStringLiteral("Vera");
    start.email = QStringLiteral("vera@mail.example");
    const auto answer = desk.call({}, start);
    QCOMPARE(answer->chat.visitorName, QStringLiteral("Vera"));
    QCOMPARE(answer->chat.visitorEmail, start.email);
    const Result<Caller> vera = desk.authenticate(answer->token.value());
    QCOMPARE(vera->kind, Caller::Kind::Visitor);
    QCOMPARE(vera->visitorId, answer->chat.visitorId);
    QCOMPARE(desk.call(*vera, api::ChatGet{answer->chat.id})->id, answer->chat.id);
}

void TestChats::anOpenChatIsTheAnswer()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId first = desk.startChat(vera, QStringLiteral("one"));
    QCOMPARE(desk.startChat(vera, QStringLiteral("two")), first);
    QCOMPARE(desk.call(vera, api::ChatGet{first})->lastSeq, 2);
    QCOMPARE(desk.roomsOf("chat.started").size(), 1);
    QVERIFY(desk.call(vera, api::ChatEnd{first, {}}));
    QVERIFY(desk.startChat(vera) != first);
}

void TestChats::aStartSentAgainOpensNoSecondChat()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    api::ChatStart start;
    start.text = QStringLiteral("one");
    start.clientId = QStringLiteral("c-1");
    const ChatId first = desk.call(vera, start)->chat.id;
    QVERIFY(desk.call(vera, api::ChatEnd{first, {}}));
    const api::Chat again = desk.call(vera, start)->chat;
    QCOMPARE(again.id, first);
    QCOMPARE(again.status, api::ChatStatus::Ended);
    QCOMPARE(again.lastSeq, 1);
    QCOMPARE(desk.roomsOf("chat.started").size(), 1);
    // Another text is another question, even of a client that counts its messages from one in each chat.
    start.text = QStringLiteral("two");
    QVERIFY(desk.call(vera, start)->chat.id != first);
}

void TestChats::oneOfAHundredClaimsWins()
{
    QFETCH(TestDatabase::Kind, kind);
    constexpr int people = 100;
    TestDesk desk(kind);
    const auto administration = desk.administration();
    QList<Caller> callers;
    for (int i = 0; i < people; ++i) {
        const QString name = QStringLiteral("Operator%1").arg(i);
        QVERIFY(administration->addOperator(
            {TestDesk::emailOf(name), name, api::OperatorRole::Operator, 2, TestDesk::password()}));
        callers.append(desk.signIn(name));
    }
    const ChatId chat = desk.startChat(desk.visitor());
    // Two nodes race for one row where the database can have two.
    const auto other = kind == TestDatabase::Kind::PostgreSql ? desk.open() : nullptr;

    QList<Result<QByteArray>> answers;
    for (int i = 0; i < people; ++i) {
        Desk &node = other && i % 2 ? *other : *desk.desk;
        node.submit(callers[i], api::ChatClaim{chat}, [&](Reply reply) { answers.append(std::move(reply.json)); });
    }
    TestDesk::wait([&] { return answers.size() == people; });
    const api::Chat claimed = *desk.call(callers[0], api::ChatGet{chat});
    int winners = 0;
    for (const auto &answer : std::as_const(answers)) {
        winners += answer.ok() ? 1 : 0;
        if (answer)
            continue;
        QCOMPARE(answer.error().code, ErrorCode::ChatAlreadyClaimed);
        QVERIFY2(answer.error().message.contains(claimed.operatorName.value()), qPrintable(answer.error().message));
    }
    QCOMPARE(winners, 1);
    QCOMPARE(claimed.status, api::ChatStatus::Active);
}

void TestChats::endingTwiceIsEndingOnce()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const auto ended = desk.call(vera, api::ChatEnd{chat, QStringLiteral("Found it")});
    desk.clock.advance(1'000);
    QCOMPARE(*desk.call(vera, api::ChatEnd{chat, QStringLiteral("Again")}), *ended);
    QCOMPARE(desk.roomsOf("chat.ended").size(), 1);
}

void TestChats::listsByScope()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const Caller vera = desk.visitor();
    const ChatId first = desk.startChat(vera);
    QVERIFY(desk.call(vera, api::ChatEnd{first, {}}));
    const ChatId second = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatClaim{second}));
    const ChatId third = desk.startChat(desk.visitor());
    const ChatId fourth = desk.startChat(desk.visitor());

    const auto listed = [&](const Caller &caller, api::ChatScope scope) {
        QList<ChatId> ids;
        const auto answer = desk.call(caller, api::ChatList{scope, {}, 50});
        for (const api::Chat &chat : answer->chats)
            ids.append(chat.id);
        return ids;
    };
    using Ids = QList<ChatId>;
    QCOMPARE(listed(anna, api::ChatScope::Queue), Ids({third, fourth})); // who waits longest comes first
    QCOMPARE(listed(anna, api::ChatScope::Mine), Ids({second}));
    QCOMPARE(listed(ben, api::ChatScope::Mine), Ids());
    QCOMPARE(listed(ben, api::ChatScope::All), Ids({fourth, third, second, first}));
    QCOMPARE(listed(ben, api::ChatScope::Ended), Ids({first}));
    QCOMPARE(listed(vera, api::ChatScope::All), Ids({second, first}));
    QCOMPARE(listed(vera, api::ChatScope::Queue), Ids({second, first})); // whatever they ask for, only their own
    QCOMPARE(listed(vera, api::ChatScope::Ended), Ids({first}));
}

void TestChats::listsInPages()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    QList<ChatId> started;
    for (int i = 0; i < 5; ++i)
        started.append(desk.startChat(desk.visitor()));
    QList<ChatId> listed;
    QList<qsizetype> pages;
    api::ChatList command{api::ChatScope::Queue, {}, 2};
    do {
        const auto page = desk.call(anna, command);
        pages.append(page->chats.size());
        for (const api::Chat &chat : page->chats)
            listed.append(chat.id);
        command.cursor = page->next;
    } while (command.cursor);
    QCOMPARE(listed, started);
    QCOMPARE(pages, QList<qsizetype>({2, 2, 1}));
}

void TestChats::aCursorIsCheckedForSense()
{
    TestDesk desk;
    const auto answer = desk.call(desk.visitor(), api::ChatList{api::ChatScope::All, QStringLiteral("page 2"), 50});
    QCOMPARE(answer.error().code, ErrorCode::InvalidRequest);
    QCOMPARE(answer.error().errors.first().field, QStringLiteral("cursor"));
}

QTEST_GUILESS_MAIN(TestChats)

#include "tst_chats.moc"
