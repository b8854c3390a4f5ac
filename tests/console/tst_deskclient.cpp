#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using Phase = ConnectionState::Phase;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// What an operator can ask for, against the real server.
class TestDeskClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsInAndOut();
    void refusesToSignIn_data();
    void refusesToSignIn();
    void signsInAgainAfterAMistake();
    void comesBackWithItsToken();
    void losesItsSession_data();
    void losesItsSession();
    void talksWithAVisitor();
    void seesTyping();
    void oneOfTwoClaims();
    void pagesThroughAThread();
    void listsEndedChats();
    void setsItsStatus();
    void catchesUpWithAWholeDay();

private:
    ChatId waitingChat(ConsoleUnderDesk &console, Visitor &visitor);

    tests::ServerProcess m_server;
};

void TestDeskClient::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
}

/// A chat that the visitor has begun and the console sees.
ChatId TestDeskClient::waitingChat(ConsoleUnderDesk &console, Visitor &visitor)
{
    if (!QTest::qWaitFor([&] { return visitor.isConnected(); }, limitMs))
        return {};
    visitor.start(QStringLiteral("Hello?"));
    const bool there = QTest::qWaitFor([&] { return console.workspace->chat(visitor.chatId) != nullptr; }, limitMs);
    return there ? visitor.chatId : ChatId();
}

void TestDeskClient::signsInAndOut()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    QCOMPARE(console.phase(), Phase::Connecting);
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    QCOMPARE(console.phase(), Phase::Online);
    QCOMPARE(console.workspace->self().email, anna);
    QCOMPARE(console.workspace->self().status, api::OperatorStatus::Online);
    QCOMPARE(console.workspace->listState(ListScope::Queue), ListState::Loaded);
    QCOMPARE(console.workspace->listState(ListScope::Mine), ListState::Loaded);
    QVERIFY(console.countOf(api::ChatStatus::Waiting) >= 3); // the demo desk's queue
    QCOMPARE(console.countOf(api::ChatStatus::Active), 1);
    const QString token = console.vault.tokens.value(Account{m_server.url(), anna}.key());
    QVERIFY(!token.isEmpty());

    console.client->signOut();
    QCOMPARE(console.phase(), Phase::SignedOut);
    QCOMPARE(console.workspace->chatCount(), 0);
    QVERIFY(!console.vault.tokens.contains(Account{m_server.url(), anna}.key()));
    TRY_VERIFY(console.client->farewell().pending().isEmpty());
    QVERIFY(console.vault.tokens.isEmpty());
    // The server forgets the session too, as soon as it hears of it.
    TRY_VERIFY(([&] {
        ConsoleUnderDesk again;
        again.vault.save(Account{m_server.url(), anna}.key(), token);
        again.client->comeBack({m_server.url(), anna});
        const bool decided = QTest::qWaitFor([&] { return again.isOnline() || !again.notices.isEmpty(); }, limitMs);
        return decided && !again.isOnline();
    }()));
}

void TestDeskClient::refusesToSignIn_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    const auto credentials = int(ErrorCode::InvalidCredentials);
    QTest::newRow("wrong password") << m_server.url() << ben << QStringLiteral("guess") << credentials;
    QTest::newRow("nobody") << m_server.url() << QStringLiteral("nobody@demo.deskbell.example") << demoPassword
                            << credentials;
    QTest::newRow("too long") << m_server.url() << ben << QString(2'000, QLatin1Char('x'))
                              << int(ErrorCode::InvalidRequest);
    QTest::newRow("no server") << QUrl(QStringLiteral("http://127.0.0.1:1")) << ben << demoPassword
                               << int(ErrorCode::Disconnected);
    QTest::newRow("no desk") << QUrl(m_server.url().toString() + QStringLiteral("/elsewhere")) << ben << demoPassword
                             << int(ErrorCode::Disconnected);
}

void TestDeskClient::refusesToSignIn()
{
    QFETCH(QUrl, server);
    QFETCH(QString, email);
    QFETCH(QString, password);
    QFETCH(int, code);
    ConsoleUnderDesk console;
    console.client->signIn(server, email, password, console.tell());
    TRY_VERIFY(console.outcome);
    QVERIFY(!console.outcome->ok());
    QCOMPARE(int(console.outcome->error().code), code);
    QVERIFY(!console.outcome->error().message.isEmpty());
    QCOMPARE(console.phase(), Phase::SignedOut);
    QVERIFY(console.vault.tokens.isEmpty());
}

void TestDeskClient::signsInAgainAfterAMistake()
{
    ConsoleUnderDesk console;
    console.client->signIn(m_server.url(), anna, QStringLiteral("guess"), console.tell());
    TRY_VERIFY(console.outcome);
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    // And somebody else at the same desk sees nothing of what was Anna's.
    console.signIn(m_server.url(), ben);
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    QCOMPARE(console.workspace->self().email, ben);
    for (int row = 0; row < console.workspace->chatCount(); ++row) {
        const api::Chat &chat = console.workspace->chatAt(row);
        QVERIFY(chat.status == api::ChatStatus::Waiting || chat.operatorId == console.workspace->self().id);
    }
}

void TestDeskClient::comesBackWithItsToken()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    console.restart();
    QCOMPARE(console.phase(), Phase::SignedOut);
    console.client->comeBack({m_server.url(), anna});
    TRY_VERIFY(console.isOnline());
    QCOMPARE(console.workspace->self().email, anna);
}

void TestDeskClient::losesItsSession_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("unknown") << QStringLiteral("c2VjcmV0LXRoYXQtbm9ib2R5LWtub3dz");
    QTest::newRow("nonsense") << QStringLiteral("§ \" \\ 📦");
}

void TestDeskClient::losesItsSession()
{
    QFETCH(QString, token);
    ConsoleUnderDesk console;
    const Account account{m_server.url(), anna};
    console.vault.save(account.key(), token);
    console.client->comeBack(account);
    TRY_COMPARE(console.notices.size(), 1);
    QCOMPARE(console.phase(), Phase::SignedOut);
    QVERIFY(console.vault.tokens.isEmpty());
}

void TestDeskClient::talksWithAVisitor()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    Visitor visitor(m_server.url());
    const ChatId id = waitingChat(console, visitor);
    QVERIFY(!id.isNull());
    QCOMPARE(console.statusOf(id), api::ChatStatus::Waiting);
    console.client->openThread(id);
    TRY_COMPARE(console.texts(id), QStringList{QStringLiteral("Hello?")});

    console.client->claim(id, console.tell());
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    QVERIFY(console.workspace->isMine(*console.workspace->chat(id)));
    console.client->send(id, QStringLiteral("Good morning! 📦"));
    QCOMPARE(console.entries(id).last().delivery, Delivery::Waiting);
    QCOMPARE(console.workspace->outgoingCount(), 1);
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    visitor.say(QStringLiteral("Oh, that was quick."));
    TRY_COMPARE(console.texts(id).size(), 3);
    TRY_COMPARE(visitor.texts(), console.texts(id));
    QVERIFY(console.isWhole(id));

    console.client->endChat(id, QStringLiteral("Solved"), console.tell());
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    QCOMPARE(console.workspace->chat(id)->status, api::ChatStatus::Ended);
    QCOMPARE(console.workspace->chat(id)->endReason, QStringLiteral("Solved"));
}

void TestDeskClient::seesTyping()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    Visitor visitor(m_server.url());
    const ChatId id = waitingChat(console, visitor);
    QVERIFY(!id.isNull());
    console.client->claim(id, console.tell());
    TRY_VERIFY(console.outcome);
    console.client->setTyping(id, true);
    console.client->setTyping(id, true); // too soon to be told again
    console.client->setTyping(id, false);
    console.client->setTyping(id, false);
    TRY_COMPARE(visitor.typing, (QList{true, false}));
    visitor.setTyping(true);
    TRY_VERIFY(console.workspace->visitorTypes(id));
    visitor.setTyping(false);
    TRY_VERIFY(!console.workspace->visitorTypes(id));
}

void TestDeskClient::oneOfTwoClaims()
{
    ConsoleUnderDesk first;
    ConsoleUnderDesk second;
    first.signIn(m_server.url(), anna);
    second.signIn(m_server.url(), ben);
    TRY_VERIFY(first.isOnline() && second.isOnline());
    Visitor visitor(m_server.url());
    const ChatId id = waitingChat(first, visitor);
    QVERIFY(!id.isNull());
    TRY_VERIFY(second.workspace->chat(id));
    first.client->claim(id, first.tell());
    second.client->claim(id, second.tell());
    TRY_VERIFY(first.outcome && second.outcome);
    QVERIFY(first.outcome->ok() != second.outcome->ok());
    const bool annaWon = first.outcome->ok();
    const Error &refusal = (annaWon ? second : first).outcome->error();
    QCOMPARE(refusal.code, ErrorCode::ChatAlreadyClaimed);
    const QString &winner = (annaWon ? first : second).workspace->self().name;
    QVERIFY2(refusal.message.contains(winner), qPrintable(refusal.message));
    for (const ConsoleUnderDesk *each : {&first, &second})
        TRY_VERIFY(each->workspace->chat(id) && each->workspace->chat(id)->operatorName == winner);
}

void TestDeskClient::pagesThroughAThread()
{
    ConsoleUnderDesk witness;
    witness.signIn(m_server.url(), ben);
    TRY_VERIFY(witness.isOnline());
    Visitor visitor(m_server.url());
    const ChatId id = waitingChat(witness, visitor);
    QVERIFY(!id.isNull());
    QStringList said{QStringLiteral("Hello?")};
    for (int number = 1; number < 120; ++number) {
        said.append(QString::number(number));
        visitor.say(said.last());
    }
    TRY_COMPARE(visitor.answers, 120);
    ConsoleUnderDesk console; // which has seen none of them
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    console.client->openThread(id);
    TRY_COMPARE(console.texts(id), said.mid(70));
    const Thread *thread = console.workspace->existingThread(id);
    QVERIFY(thread->hasEarlier());
    console.client->loadEarlier(id);
    console.client->loadEarlier(id); // one page at a time
    TRY_COMPARE(console.texts(id), said.mid(20));
    console.client->loadEarlier(id);
    TRY_COMPARE(console.texts(id), said);
    QVERIFY(!thread->hasEarlier());
    QVERIFY(console.isWhole(id));
}

void TestDeskClient::listsEndedChats()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    const int before = console.countOf(api::ChatStatus::Ended);
    console.client->loadMore(ListScope::Ended);
    QCOMPARE(console.workspace->listState(ListScope::Ended), ListState::Loading);
    TRY_COMPARE(console.workspace->listState(ListScope::Ended), ListState::Loaded);
    QVERIFY(console.countOf(api::ChatStatus::Ended) >= before + 2);
    console.client->loadMore(ListScope::Ended); // there is no further page
    QCOMPARE(console.workspace->listState(ListScope::Ended), ListState::Loaded);
}

void TestDeskClient::setsItsStatus()
{
    ConsoleUnderDesk console;
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    console.client->setStatus(api::OperatorStatus::Busy);
    TRY_COMPARE(console.workspace->self().status, api::OperatorStatus::Busy);
    console.client->setStatus(api::OperatorStatus::Online);
    TRY_COMPARE(console.workspace->self().status, api::OperatorStatus::Online);
}

void TestDeskClient::catchesUpWithAWholeDay()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline());
    Visitor visitor(m_server.url());
    Visitor leaving(m_server.url());
    const ChatId id = waitingChat(console, visitor);
    const ChatId ended = waitingChat(console, leaving);
    QVERIFY(!id.isNull() && !ended.isNull());
    console.client->claim(id, console.tell());
    TRY_VERIFY(console.outcome);
    console.client->openThread(id);
    TRY_COMPARE(console.texts(id).size(), 1);

    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    QCOMPARE(console.statusOf(id), api::ChatStatus::Active); // what was known stays in sight
    QStringList said{QStringLiteral("Hello?")};
    for (int number = 1; number <= 450; ++number) { // more than one answer of session.resume holds
        said.append(QString::number(number));
        visitor.say(said.last());
    }
    leaving.end();
    Visitor late(m_server.url(), QStringLiteral("Late"));
    TRY_VERIFY(late.isConnected());
    late.start(QStringLiteral("Anybody?"));
    TRY_VERIFY(visitor.answers == 451 && leaving.answers == 2 && late.answers == 1);
    QCOMPARE(console.workspace->chat(late.chatId), nullptr);

    relay.mend();
    TRY_VERIFY(console.isOnline());
    QVERIFY(console.workspace->chat(late.chatId));
    QVERIFY(console.statusOf(ended) == api::ChatStatus::Ended);
    TRY_COMPARE(console.texts(id).size(), said.size());
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.isWhole(id));
}

QTEST_GUILESS_MAIN(TestDeskClient)
#include "tst_deskclient.moc"
