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

/// What a console knows without its server, and what it learns when it is there again.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsBeforeTheServerAnswers();
    void countsWhatCameMeanwhile_data();
    void countsWhatCameMeanwhile();
    void countsInChatsThatTheAnswerHasNoRoomFor();
    void showsAChatFromItsBeginning();
    void knowsWhatIsUnreadOnAnotherComputer();
    void holdsEventsBackWhileItCatchesUp();
    void leavesNothingAfterSigningOut();
    void leavesNoFilesOfDraftsThatNobodyCanSend();

private:
    bool begin(ConsoleUnderDesk &console, Visitor &visitor, const QUrl &server);
    tests::ServerProcess m_server;
};

void TestMemory::init()
{
    m_server.kill();
    QVERIFY(m_server.start(withoutRates));
}

/// Online, with a chat of the visitor's that is claimed.
bool TestMemory::begin(ConsoleUnderDesk &console, Visitor &visitor, const QUrl &server)
{
    const auto until = [](auto condition) { return QTest::qWaitFor(condition, limitMs); };
    console.signIn(server, anna);
    if (!until([&] { return console.isOnline() && visitor.isConnected(); }))
        return false;
    visitor.start(QStringLiteral("Hello?"));
    if (!until([&] { return console.workspace->chat(visitor.chatId) != nullptr; }))
        return false;
    console.client->claim(visitor.chatId, console.tell());
    return until([&] { return console.statusOf(visitor.chatId) == api::ChatStatus::Active; });
}

void TestMemory::readsBeforeTheServerAnswers()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, relay.url()));
    const ChatId id = visitor.chatId;
    console.workspace->setOpenChat(id);
    console.client->openThread(id);
    TRY_COMPARE(console.entries(id).size(), 1);
    console.client->send(id, QStringLiteral("Good morning"));
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const auto copy = console.client->files().keep("pasted", QStringLiteral("copy.txt"));
    QVERIFY(copy);
    const Draft written{QStringLiteral("I have loo"), {*copy}, 1};
    console.workspace->setDraft(id, written);
    relay.cut();
    console.restart();
    visitor.say(QStringLiteral("Still there?"));

    console.client->comeBack({relay.url(), anna});
    TRY_VERIFY(console.workspace->chat(id));
    QVERIFY(!console.isOnline());
    QVERIFY(console.workspace->isMine(*console.workspace->chat(id)));
    QCOMPARE(console.workspace->draft(id), written);
    QVERIFY(QFile::exists(copy->path)); // it is nowhere else
    console.client->openThread(id);
    const QStringList seen{QStringLiteral("Hello?"), QStringLiteral("Good morning")};
    QCOMPARE(console.texts(id), seen);
    relay.mend();
    TRY_VERIFY(console.isOnline());
    QCOMPARE(console.texts(id), seen + QStringList{QStringLiteral("Still there?")});
    QVERIFY(console.isWhole(id));
    QCOMPARE(console.workspace->unread(id), 1);
}

void TestMemory::countsWhatCameMeanwhile_data()
{
    QTest::addColumn<int>("messages");
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 3;
    QTest::newRow("more than an answer holds") << 450; // of one chat 200, of a page as many
}

void TestMemory::countsWhatCameMeanwhile()
{
    QFETCH(int, messages);
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, relay.url()));
    const ChatId id = visitor.chatId;
    const int before = console.workspace->unread(id);
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    const int answers = visitor.answers;
    for (int number = 1; number <= messages; ++number)
        visitor.say(QString::number(number));
    TRY_COMPARE(visitor.answers - answers, messages);
    relay.mend();
    TRY_VERIFY(console.isOnline());
    QCOMPARE(console.workspace->unread(id), before + messages); // at once, and not when the chat is opened
    console.client->openThread(id);
    TRY_VERIFY(console.workspace->thread(id)->isLoaded());
    TRY_COMPARE(console.entries(id).size(), messages + 1);
    QVERIFY(console.isWhole(id));
    QCOMPARE(console.entries(id).last().message.text, QString::number(messages));
}

void TestMemory::countsInChatsThatTheAnswerHasNoRoomFor()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline());
    constexpr int many = 12; // whose last messages are more than half an answer
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (int number = 0; number < many; ++number) {
        visitors.push_back(std::make_unique<Visitor>(m_server.url()));
        TRY_VERIFY(visitors.back()->isConnected());
        visitors.back()->start(QStringLiteral("Hello?"));
        TRY_VERIFY(console.workspace->chat(visitors.back()->chatId));
    }
    QList<int> expected;
    for (const auto &each : visitors)
        expected.append(console.workspace->unread(each->chatId) + 3);
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    for (const auto &each : visitors) {
        for (int number = 0; number < 3; ++number)
            each->say(QString(4'000, QChar(0x0416)));
        TRY_COMPARE(each->answers, 4);
    }
    relay.mend();
    TRY_VERIFY(console.isOnline());
    QList<int> unread;
    for (const auto &each : visitors)
        unread.append(console.workspace->unread(each->chatId));
    QCOMPARE(unread, expected);
}

/// Also where no more than its end was seen, and kept, before it was opened.
void TestMemory::showsAChatFromItsBeginning()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(!visitor.chatId.isNull());
    for (int number = 2; number <= 5; ++number)
        visitor.say(QString::number(number));
    TRY_COMPARE(visitor.answers, 5);
    console.signIn(m_server.url(), anna);
    TRY_VERIFY(console.isOnline());
    visitor.say(QStringLiteral("6"));
    TRY_COMPARE(console.workspace->chat(visitor.chatId)->lastSeq, 6);
    console.client->openThread(visitor.chatId);
    TRY_COMPARE(console.entries(visitor.chatId).size(), 6);
    QVERIFY(console.isWhole(visitor.chatId));
}

void TestMemory::knowsWhatIsUnreadOnAnotherComputer()
{
    ConsoleUnderDesk office;
    Visitor visitor(m_server.url());
    QVERIFY(begin(office, visitor, m_server.url()));
    const ChatId id = visitor.chatId;
    visitor.say(QStringLiteral("Are you there?"));
    TRY_COMPARE(office.workspace->unread(id), 2);
    ConsoleUnderDesk home;
    home.signIn(m_server.url(), anna);
    TRY_VERIFY(home.isOnline());
    QCOMPARE(home.workspace->unread(id), 2);
    home.workspace->setOpenChat(id);
    home.client->markRead(id);
    TRY_COMPARE(office.workspace->unread(id), 0);
}

/// What comes in the middle of the answers may be older or newer than they are.
void TestMemory::holdsEventsBackWhileItCatchesUp()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const api::Chat now = *console.workspace->chat(visitor.chatId);

    Link link(Backoff({20, 50, 200}));
    const QSignalSpy opened(&link, &Link::opened);
    link.open(m_server.url(), console.vault.tokens.value(Account{m_server.url(), anna}.key()));
    TRY_COMPARE(opened.size(), 1);
    Workspace workspace(console.clock);
    CatchUp catchUp(link, workspace);
    const QSignalSpy finished(&catchUp, &CatchUp::finished);
    catchUp.start();
    api::Chat older = now;
    older.status = api::ChatStatus::Waiting;
    older.operatorId.reset();
    older.version = now.version - 1;
    api::Message newer = *now.lastMessage;
    newer.id = MessageId::generate();
    newer.seq = now.lastSeq + 1;
    newer.text = QStringLiteral("Are you there?");
    catchUp.hold(api::ChatUpdated{{older}});
    catchUp.hold(api::MessageSent{*now.lastMessage}); // in the answers already
    catchUp.hold(api::MessageSent{newer});
    QCOMPARE(workspace.chatCount(), 0);
    TRY_COMPARE(finished.size(), 1);
    const api::Chat *chat = workspace.chat(now.id);
    QVERIFY(chat);
    QCOMPARE(chat->status, api::ChatStatus::Active);
    QCOMPARE(chat->version, now.version);
    QCOMPARE(chat->lastMessage->text, newer.text);
    QCOMPARE(workspace.unread(now.id), 2); // with the question, which nobody has opened
}

void TestMemory::leavesNothingAfterSigningOut()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const QString account = Account{m_server.url(), anna}.key();
    TRY_VERIFY(!console.store->chats(account).isEmpty());
    console.client->signOut();
    QVERIFY(console.store->chats(account).isEmpty());
    QVERIFY(console.store->self(account).id.isNull());
}

void TestMemory::leavesNoFilesOfDraftsThatNobodyCanSend()
{
    ConsoleUnderDesk console;
    const auto old = console.shelf->keep("pasted", QStringLiteral("old.txt"));
    const auto young = console.shelf->keep("pasted", QStringLiteral("young.txt"));
    QVERIFY(old && young);
    const Timestamp now = console.clock.now();
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1'000;
    const QString account = Account{m_server.url(), anna}.key();
    const ChatId kept = ChatId::generate();
    QVERIFY(console.store->setDraft(account, ChatId::generate(), {{}, {*old}}, {now.ms - 15 * dayMs}));
    QVERIFY(console.store->setDraft(account, kept, {{}, {*young}}, {now.ms - 13 * dayMs}));
    console.restart();
    QCOMPARE(console.store->drafts(account).keys(), QList{kept});
    QVERIFY(!QFile::exists(old->path));
    QVERIFY(QFile::exists(young->path));
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
