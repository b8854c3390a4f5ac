#include "console/net/refusal.h"
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

/// Nothing that was typed and sent is lost, doubled or out of order, whatever breaks.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void serverIsKilled();
    void serverIsKilledAgainAndAgain();
    void answersAreLost();
    void consoleIsKilled();
    void lineGoesDead();
    void refusedLettersStay();
    void sentAgain();
    void chatsDoNotWaitForEachOther();
    void waitsWhenTheServerSaysSo();
    void lettersOfOthersStayPut();

private:
    bool begin(ConsoleUnderDesk &console, const QUrl &server);
    ChatId claimChat(ConsoleUnderDesk &console, Visitor &visitor);
    QStringList onRecord(const ChatId &id);
    void killServerAt(ConsoleUnderDesk &console, int outgoing);

    tests::ServerProcess m_server;
    bool m_wasKilled = false;
};

/// One desk for all, and its server fresh for each: a test may leave it dead, or with other settings.
void TestDelivery::init()
{
    m_server.kill();
    QVERIFY(m_server.start(withoutRates));
}

bool TestDelivery::begin(ConsoleUnderDesk &console, const QUrl &server)
{
    console.signIn(server, anna);
    return QTest::qWaitFor([&] { return console.isOnline(); }, limitMs);
}

/// A chat with a visitor that the console holds, opened.
ChatId TestDelivery::claimChat(ConsoleUnderDesk &console, Visitor &visitor)
{
    const auto until = [](auto condition) { return QTest::qWaitFor(condition, limitMs); };
    if (!until([&] { return visitor.isConnected(); }))
        return {};
    visitor.start(QStringLiteral("Hello?"));
    if (!until([&] { return console.workspace->chat(visitor.chatId) != nullptr; }))
        return {};
    console.client->claim(visitor.chatId, console.tell());
    console.client->openThread(visitor.chatId);
    const bool claimed = until([&] { return console.outcome && console.entries(visitor.chatId).size() == 1; });
    return claimed && console.outcome->ok() ? visitor.chatId : ChatId();
}

/// The chat as the server has it, for a console that was never there before.
QStringList TestDelivery::onRecord(const ChatId &id)
{
    ConsoleUnderDesk console;
    if (!begin(console, m_server.url()))
        return {};
    console.client->openThread(id);
    const bool loaded = QTest::qWaitFor([&] { return console.workspace->thread(id)->isLoaded(); }, limitMs);
    return loaded && console.isWhole(id) ? console.texts(id) : QStringList();
}

/// Kills it as soon as no more than so many letters wait, before anything else can happen.
void TestDelivery::killServerAt(ConsoleUnderDesk &console, int outgoing)
{
    m_wasKilled = false;
    disconnect(console.workspace.get(), &Workspace::outgoingCountChanged, this, nullptr);
    connect(console.workspace.get(), &Workspace::outgoingCountChanged, this, [this, outgoing](int count) {
        if (count <= outgoing && !std::exchange(m_wasKilled, true))
            m_server.kill();
    });
}

void TestDelivery::serverIsKilled()
{
    ConsoleUnderDesk console;
    QVERIFY(begin(console, m_server.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    QStringList said{QStringLiteral("Hello?")};
    for (int number = 1; number <= 20; ++number) {
        said.append(QString::number(number));
        console.client->send(id, said.last());
    }
    killServerAt(console, 13); // in the middle of it
    TRY_VERIFY(m_wasKilled);
    TRY_COMPARE(console.phase(), Phase::Offline);
    for (int number = 21; number <= 25; ++number) {
        said.append(QString::number(number));
        console.client->send(id, said.last());
    }
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.workspace->outgoingCount() >= 5);
    QVERIFY(m_server.start(withoutRates));
    TRY_VERIFY(console.isOnline());
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.isWhole(id));
    QCOMPARE(onRecord(id), said);
    QVERIFY(console.outbox->letters(Account{m_server.url(), anna}.key()).value().isEmpty());
}

void TestDelivery::serverIsKilledAgainAndAgain()
{
    ConsoleUnderDesk console;
    QVERIFY(begin(console, m_server.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    QStringList said{QStringLiteral("Hello?")};
    for (int round = 0; round < 4; ++round) {
        for (int number = 0; number < 10; ++number) {
            said.append(QStringLiteral("%1.%2").arg(round).arg(number));
            console.client->send(id, said.last());
        }
        killServerAt(console, 8 - 2 * round);
        TRY_VERIFY(m_wasKilled);
        QVERIFY(m_server.start(withoutRates));
    }
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.isWhole(id));
    QCOMPARE(onRecord(id), said);
}

void TestDelivery::answersAreLost()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, relay.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    relay.loseAnswers();
    console.client->send(id, QStringLiteral("one"));
    console.client->send(id, QStringLiteral("two"));
    TRY_COMPARE(visitor.texts(), (QStringList{QStringLiteral("Hello?"), QStringLiteral("one")}));
    QCOMPARE(console.workspace->outgoingCount(), 2); // stored there, and we do not know it
    relay.cut();
    relay.mend();
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const QStringList said{QStringLiteral("Hello?"), QStringLiteral("one"), QStringLiteral("two")};
    TRY_COMPARE(visitor.texts(), said);
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.isWhole(id));
}

void TestDelivery::consoleIsKilled()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, relay.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    relay.loseAnswers();
    console.client->send(id, QStringLiteral("one")); // arrives, but its answer does not
    TRY_COMPARE(visitor.texts().size(), 2);
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    console.client->send(id, Draft{QStringLiteral("two"), {}, 1});
    console.restart();
    QCOMPARE(console.workspace->outgoingCount(), 0);

    console.client->comeBack({relay.url(), anna});
    TRY_COMPARE(console.workspace->outgoingCount(), 2); // in sight before there is a connection
    TRY_COMPARE(console.phase(), Phase::Offline);
    QCOMPARE(console.texts(id), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(console.entries(id).last().message.replyToSeq, std::optional<qint64>(1));
    console.client->openThread(id);
    relay.mend();
    TRY_VERIFY(console.isOnline());
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const QStringList said{QStringLiteral("Hello?"), QStringLiteral("one"), QStringLiteral("two")};
    TRY_COMPARE(console.texts(id), said);
    TRY_COMPARE(visitor.texts(), said);
    QVERIFY(console.isWhole(id));
    QCOMPARE(visitor.heard.last().replyToSeq, std::optional<qint64>(1));
    QCOMPARE(console.entries(id).last().message.replyToSeq, std::optional<qint64>(1));
}

void TestDelivery::lineGoesDead()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, relay.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    relay.freeze();
    console.client->send(id, QStringLiteral("one"));
    TRY_COMPARE(console.phase(), Phase::Offline); // within 9 s: the operators' heartbeat
    relay.cut();
    relay.thaw();
    relay.mend();
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    QCOMPARE(console.texts(id), (QStringList{QStringLiteral("Hello?"), QStringLiteral("one")}));
    TRY_COMPARE(visitor.texts(), console.texts(id));
}

void TestDelivery::refusedLettersStay()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, relay.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    console.client->send(id, QStringLiteral("Are you there?"));
    visitor.end();
    TRY_COMPARE(visitor.answers, 2);
    relay.mend();
    TRY_COMPARE(console.entries(id).last().delivery, Delivery::Failed);
    QCOMPARE(console.entries(id).last().problem, Error(ErrorCode::ChatEnded).message);
    QCOMPARE(console.workspace->outgoingCount(), 0);

    console.restart();
    console.client->comeBack({relay.url(), anna});
    TRY_VERIFY(console.isOnline());
    QCOMPARE(console.entries(id).size(), 1);
    const Entry refused = console.entries(id).first();
    QCOMPARE(refused.delivery, Delivery::Failed);
    QCOMPARE(refused.problem, Error(ErrorCode::ChatEnded).message);
    console.client->discard(id, refused.message.clientId.value());
    QVERIFY(console.entries(id).isEmpty());
    QVERIFY(console.outbox->letters(Account{relay.url(), anna}.key()).value().isEmpty());
}

void TestDelivery::sentAgain()
{
    ConsoleUnderDesk console;
    QVERIFY(begin(console, m_server.url()));
    Visitor visitor(m_server.url());
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(console.workspace->chat(visitor.chatId));
    const ChatId id = visitor.chatId;
    console.client->send(id, QStringLiteral("Good morning"));
    TRY_COMPARE(console.entries(id).last().delivery, Delivery::Failed); // nobody has claimed it
    console.client->claim(id, console.tell());
    TRY_VERIFY(console.outcome);
    console.client->sendAgain(id, console.entries(id).last().message.clientId.value());
    QCOMPARE(console.workspace->outgoingCount(), 1);
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    TRY_COMPARE(visitor.texts(), (QStringList{QStringLiteral("Hello?"), QStringLiteral("Good morning")}));
}

void TestDelivery::chatsDoNotWaitForEachOther()
{
    ConsoleUnderDesk console;
    QVERIFY(begin(console, m_server.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    const ChatId gone = ChatId::generate();
    console.client->send(gone, QStringLiteral("to nobody"));
    console.client->send(id, QStringLiteral("one"));
    console.client->send(gone, QStringLiteral("to nobody either"));
    console.client->send(id, QStringLiteral("two"));
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    TRY_COMPARE(visitor.texts(), (QStringList{QStringLiteral("Hello?"), QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(console.entries(gone).size(), 2);
    for (const Entry &each : console.entries(gone))
        QCOMPARE(each.problem, inOurWords(ErrorCode::ChatNotFound).message);
}

void TestDelivery::waitsWhenTheServerSaysSo()
{
    m_server.kill();
    QVERIFY(m_server.start());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, m_server.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    QStringList said{QStringLiteral("Hello?")};
    for (int number = 1; number <= 26; ++number) { // an operator may write 20 at once, and then 5 each second
        said.append(QString::number(number));
        console.client->send(id, said.last());
    }
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    QCOMPARE(console.texts(id), said);
    QVERIFY(console.isWhole(id));
}

void TestDelivery::lettersOfOthersStayPut()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    QVERIFY(begin(console, relay.url()));
    Visitor visitor(m_server.url());
    const ChatId id = claimChat(console, visitor);
    QVERIFY(!id.isNull());
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    console.client->send(id, QStringLiteral("one"));
    console.client->signOut();
    QCOMPARE(console.workspace->outgoingCount(), 0);
    relay.mend();
    console.signIn(relay.url(), ben);
    TRY_VERIFY(console.outcome);
    QVERIFY(console.isOnline());
    QCOMPARE(console.workspace->outgoingCount(), 0);
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline() && console.workspace->self().email == anna);
    TRY_COMPARE(visitor.texts(), (QStringList{QStringLiteral("Hello?"), QStringLiteral("one")}));
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
