#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// Two operators and one chat, against the real server: who has it, and what stands in it for both.
class TestTeamwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void init();
    void cleanup();
    void handsOver();
    void comesBackWhenDeclined();
    void isTakenBack();
    void releases();
    void sharesNotesTagsAndPriority();
    void sharesChangesOfMessages();
    void learnsWhatChangedWhileItWasAway();
    void tellsWhatWasRead();
    void listsChatsOfColleagues();
    void readsAlongWithAColleague();
    void readsALongChatOfAColleague();
    void looksUpWhatIsAnswered();
    void findsWhatWasSaid();
    void assigns();
    void saysWhyNot();

private:
    struct Scene
    {
        ConsoleUnderDesk annas, bens;
        std::unique_ptr<Visitor> visitor;
        ChatId id;
    };
    const api::Chat &annasChat() const { return *m_scene->annas.workspace->chat(m_scene->id); }
    const api::Chat &bensChat() const { return *m_scene->bens.workspace->chat(m_scene->id); }
    bool change(ConsoleUnderDesk &console, const ChatChange &change);
    api::ChatTransfer toBen() const;

    tests::ServerProcess m_server;
    std::unique_ptr<Scene> m_scene;
};

/// Both are there, and Anna has a chat with one message.
void TestTeamwork::init()
{
    m_scene = std::make_unique<Scene>();
    m_scene->annas.signIn(m_server.url(), anna);
    m_scene->bens.signIn(m_server.url(), ben);
    TRY_VERIFY(m_scene->annas.isOnline() && m_scene->bens.isOnline());
    m_scene->visitor = std::make_unique<Visitor>(m_server.url());
    TRY_VERIFY(m_scene->visitor->isConnected());
    m_scene->visitor->start(QStringLiteral("Hello?"));
    TRY_VERIFY(m_scene->annas.workspace->chat(m_scene->visitor->chatId));
    m_scene->id = m_scene->visitor->chatId;
    m_scene->annas.client->claim(m_scene->id, m_scene->annas.tell());
    TRY_VERIFY(m_scene->annas.outcome && m_scene->annas.outcome->ok());
    TRY_VERIFY(m_scene->bens.statusOf(m_scene->id) == api::ChatStatus::Active);
    for (ConsoleUnderDesk *each : {&m_scene->annas, &m_scene->bens}) {
        each->client->openThread(m_scene->id);
        TRY_VERIFY(each->workspace->thread(m_scene->id)->isLoaded());
        TRY_VERIFY(each->workspace->office().operators().size() >= 2);
    }
}

void TestTeamwork::cleanup()
{
    m_scene.reset();
}

bool TestTeamwork::change(ConsoleUnderDesk &console, const ChatChange &change)
{
    console.client->change(change, console.tell());
    return QTest::qWaitFor([&] { return console.outcome.has_value(); }, limitMs) && console.outcome->ok();
}

api::ChatTransfer TestTeamwork::toBen() const
{
    api::ChatTransfer transfer{m_scene->id};
    transfer.operatorId = m_scene->bens.workspace->self().id;
    transfer.note = QStringLiteral("Likes oak");
    return transfer;
}

void TestTeamwork::handsOver()
{
    const QSignalSpy offered(m_scene->bens.workspace.get(), &Workspace::chatOffered);
    QVERIFY(change(m_scene->annas, toBen()));
    TRY_VERIFY(m_scene->bens.workspace->isOfferedToMe(bensChat()));
    QCOMPARE(offered.size(), 1);
    QCOMPARE(bensChat().offer->note, QStringLiteral("Likes oak"));
    QVERIFY(m_scene->annas.workspace->isMine(annasChat())); // until somebody accepts
    QVERIFY(change(m_scene->bens, api::ChatAccept{m_scene->id}));
    QVERIFY(m_scene->bens.workspace->isMine(bensChat()));
    TRY_VERIFY(!m_scene->annas.workspace->isMine(annasChat()));
    QVERIFY(!annasChat().offer);
}

void TestTeamwork::comesBackWhenDeclined()
{
    QVERIFY(change(m_scene->annas, toBen()));
    TRY_VERIFY(m_scene->bens.workspace->isOfferedToMe(bensChat()));
    QVERIFY(change(m_scene->bens, api::ChatDecline{m_scene->id}));
    TRY_COMPARE(m_scene->annas.statusOf(m_scene->id), api::ChatStatus::Waiting);
    TRY_VERIFY(!m_scene->bens.workspace->isOfferedToMe(bensChat()));
}

void TestTeamwork::isTakenBack()
{
    QVERIFY(change(m_scene->annas, toBen()));
    TRY_VERIFY(m_scene->bens.workspace->isOfferedToMe(bensChat()));
    QVERIFY(change(m_scene->annas, api::ChatDecline{m_scene->id}));
    TRY_VERIFY(!m_scene->bens.workspace->isOfferedToMe(bensChat()));
}

void TestTeamwork::releases()
{
    QVERIFY(change(m_scene->annas, api::ChatRelease{m_scene->id}));
    QCOMPARE(m_scene->annas.statusOf(m_scene->id), api::ChatStatus::Waiting);
    TRY_COMPARE(m_scene->bens.statusOf(m_scene->id), api::ChatStatus::Waiting);
}

void TestTeamwork::sharesNotesTagsAndPriority()
{
    QVERIFY(change(m_scene->annas, api::NoteAdd{m_scene->id, QStringLiteral("Likes oak")}));
    TRY_COMPARE(m_scene->bens.workspace->thread(m_scene->id)->notes().size(), 1);
    QCOMPARE(m_scene->annas.workspace->thread(m_scene->id)->notes().size(), 1); // its event says nothing new
    QVERIFY(change(m_scene->annas, api::ChatTag{m_scene->id, {QStringLiteral("oak")}, {}}));
    TRY_COMPARE(bensChat().tags, QStringList(QStringLiteral("oak")));
    api::ChatUpdate urgent{m_scene->id};
    urgent.priority = api::ChatPriority::Urgent;
    QVERIFY(change(m_scene->annas, urgent));
    TRY_COMPARE(bensChat().priority, api::ChatPriority::Urgent);
    // Whoever opens the chat later reads the notes too.
    m_scene->bens.restart();
    m_scene->bens.signIn(m_server.url(), ben);
    TRY_VERIFY(m_scene->bens.isOnline());
    m_scene->bens.client->openThread(m_scene->id);
    TRY_COMPARE(m_scene->bens.workspace->thread(m_scene->id)->notes().size(), 1);
}

void TestTeamwork::sharesChangesOfMessages()
{
    ConsoleUnderDesk other; // another device of Anna's
    other.signIn(m_server.url(), anna);
    TRY_VERIFY(other.isOnline());
    other.client->openThread(m_scene->id);
    m_scene->annas.client->send(m_scene->id, QStringLiteral("At three."));
    TRY_VERIFY(other.texts(m_scene->id).contains(QStringLiteral("At three.")));
    const qint64 seq = other.workspace->thread(m_scene->id)->lastSeq();
    QVERIFY(change(m_scene->annas, api::MessageEdit{m_scene->id, seq, QStringLiteral("At four.")}));
    TRY_VERIFY(other.texts(m_scene->id).contains(QStringLiteral("At four.")));
    QVERIFY(change(m_scene->annas, api::MessageDelete{m_scene->id, seq}));
    TRY_VERIFY(other.entries(m_scene->id).last().message.deletedAt);
    QCOMPARE(other.workspace->chat(m_scene->id)->lastMessage->text, QString());
}

void TestTeamwork::learnsWhatChangedWhileItWasAway()
{
    ConsoleUnderDesk again; // another device of Anna's, over a line that breaks
    Relay relay(m_server.url());
    again.signIn(relay.url(), anna);
    TRY_VERIFY(again.isOnline());
    again.client->openThread(m_scene->id);
    m_scene->annas.client->send(m_scene->id, QStringLiteral("At three."));
    TRY_VERIFY(again.texts(m_scene->id).contains(QStringLiteral("At three.")));
    const qint64 seq = again.workspace->thread(m_scene->id)->lastSeq();
    relay.cut();
    TRY_VERIFY(!again.isOnline());
    QVERIFY(change(m_scene->annas, api::MessageEdit{m_scene->id, seq, QStringLiteral("At four.")}));
    QVERIFY(!again.texts(m_scene->id).contains(QStringLiteral("At four.")));
    relay.mend();
    TRY_VERIFY(again.texts(m_scene->id).contains(QStringLiteral("At four.")));
}

void TestTeamwork::tellsWhatWasRead()
{
    m_scene->annas.client->markRead(m_scene->id);
    TRY_VERIFY(([&] { // another device of Anna's learns it from the server
        ConsoleUnderDesk again;
        again.signIn(m_server.url(), anna);
        if (!QTest::qWaitFor([&] { return again.isOnline(); }, limitMs))
            return false;
        const api::Chat *chat = again.workspace->chat(m_scene->id);
        return chat && chat->operatorReadSeq == chat->lastSeq;
    }()));
}

void TestTeamwork::listsChatsOfColleagues()
{
    ConsoleUnderDesk late; // of Ben's, who was not there when Anna claimed
    late.signIn(m_server.url(), ben);
    TRY_VERIFY(late.isOnline());
    QVERIFY(!late.workspace->chat(m_scene->id));
    late.client->loadMore(ListScope::Team);
    TRY_COMPARE(late.workspace->listState(ListScope::Team), ListState::Loaded);
    QVERIFY(late.workspace->chat(m_scene->id));
}

void TestTeamwork::readsAlongWithAColleague()
{
    m_scene->bens.workspace->setOpenChat(m_scene->id);
    m_scene->annas.client->send(m_scene->id, QStringLiteral("At three."));
    TRY_VERIFY(m_scene->bens.texts(m_scene->id).contains(QStringLiteral("At three.")));
    const qint64 seq = m_scene->bens.entries(m_scene->id).last().message.seq;
    QVERIFY(change(m_scene->annas, api::MessageEdit{m_scene->id, seq, QStringLiteral("At four.")}));
    TRY_VERIFY(m_scene->bens.texts(m_scene->id).contains(QStringLiteral("At four.")));
    QVERIFY(change(m_scene->annas, api::MessageDelete{m_scene->id, seq}));
    TRY_VERIFY(m_scene->bens.entries(m_scene->id).last().message.deletedAt.has_value());
}

/// Back to its beginning; and what is changed there is seen, as far as it may be from the end.
void TestTeamwork::readsALongChatOfAColleague()
{
    constexpr int lines = 240; // more than the page of 200 in which changes are looked for
    for (int i = 0; i < lines; ++i)
        m_scene->annas.client->send(m_scene->id, QStringLiteral("Line %1").arg(i));
    TRY_VERIFY(m_scene->annas.workspace->outgoingCount() == 0);
    ConsoleUnderDesk late; // of Ben's, who has never seen this chat
    late.signIn(m_server.url(), ben);
    TRY_VERIFY(late.isOnline());
    late.client->loadMore(ListScope::Team);
    TRY_VERIFY(late.workspace->chat(m_scene->id));
    late.client->openThread(m_scene->id);
    const Thread *thread = late.workspace->thread(m_scene->id);
    TRY_VERIFY(thread->isLoaded());
    while (thread->hasEarlier()) {
        const qint64 first = thread->firstSeq();
        late.client->loadEarlier(m_scene->id);
        TRY_VERIFY(thread->firstSeq() < first);
    }
    QCOMPARE(thread->firstSeq(), 1);
    QVERIFY(late.isWhole(m_scene->id));
    const auto seqOf = [&](const QString &text) { return late.texts(m_scene->id).indexOf(text) + 1; };
    const qint64 early = seqOf(QStringLiteral("Line 1"));
    const qint64 middle = seqOf(QStringLiteral("Line 100"));
    QVERIFY(change(m_scene->annas, api::MessageEdit{m_scene->id, early, QStringLiteral("First")}));
    QVERIFY(change(m_scene->annas, api::MessageDelete{m_scene->id, middle}));
    late.workspace->setOpenChat(m_scene->id);
    TRY_COMPARE(thread->message(early)->text, QStringLiteral("First"));
    QVERIFY(thread->message(middle)->deletedAt); // all of them at once
}

/// A message that another one answers, and that lies far before what is loaded.
void TestTeamwork::looksUpWhatIsAnswered()
{
    for (int i = 0; i < 60; ++i)
        m_scene->annas.client->send(m_scene->id, QStringLiteral("Line %1").arg(i));
    m_scene->annas.client->send(m_scene->id, Draft{QStringLiteral("That is why"), {}, 1});
    TRY_VERIFY(m_scene->annas.workspace->outgoingCount() == 0);
    ConsoleUnderDesk late; // of Ben's, who has never seen this chat
    late.signIn(m_server.url(), ben);
    TRY_VERIFY(late.isOnline());
    late.client->loadMore(ListScope::Team);
    TRY_VERIFY(late.workspace->chat(m_scene->id));
    late.client->openThread(m_scene->id);
    const Thread *thread = late.workspace->thread(m_scene->id);
    TRY_VERIFY(thread->isLoaded());
    QCOMPARE(thread->entries().last().message.replyToSeq, std::optional<qint64>(1));
    QVERIFY(!thread->message(1));
    late.client->fetchQuoted(m_scene->id, 1);
    TRY_VERIFY(thread->message(1));
    QCOMPARE(thread->message(1)->text, QStringLiteral("Hello?"));
    QVERIFY(thread->firstSeq() > 1); // it alone
}

void TestTeamwork::findsWhatWasSaid()
{
    for (int i = 0; i < 260; ++i)
        m_scene->annas.client->send(m_scene->id, QStringLiteral("Line %1").arg(i));
    m_scene->annas.client->send(m_scene->id, QStringLiteral("The walnut bench"));
    TRY_VERIFY(m_scene->annas.workspace->outgoingCount() == 0);
    ConsoleUnderDesk late; // of Ben's, who has never seen this chat
    late.signIn(m_server.url(), ben);
    TRY_VERIFY(late.isOnline());
    std::optional<api::MessageSearchAnswer> found;
    late.client->search(QStringLiteral("waln"), std::nullopt,
                        [&](const Result<api::MessageSearchAnswer> &answer) { found = *answer; });
    TRY_VERIFY(found);
    QVERIFY(!found->hits.isEmpty());
    QCOMPARE(found->hits.first().message.chatId, m_scene->id);
    QVERIFY(!late.workspace->chat(m_scene->id));
    late.client->bringMessage(m_scene->id, 1, late.tell());
    TRY_VERIFY(late.outcome);
    QVERIFY(late.outcome->ok());
    QCOMPARE(late.workspace->thread(m_scene->id)->firstSeq(), 1);
    QVERIFY(late.isWhole(m_scene->id));
    late.client->bringMessage(m_scene->id, 9'999, late.tell());
    TRY_VERIFY(late.outcome);
    QCOMPARE(late.outcome->error().code, ErrorCode::MessageNotFound);
}

void TestTeamwork::assigns()
{
    QVERIFY(change(m_scene->annas, api::ChatAssign{m_scene->id, m_scene->bens.workspace->self().id}));
    TRY_VERIFY(m_scene->bens.workspace->isMine(bensChat()));
    QVERIFY(!m_scene->annas.workspace->isMine(annasChat()));
}

void TestTeamwork::saysWhyNot()
{
    QVERIFY(!change(m_scene->bens, api::ChatAccept{m_scene->id}));
    QCOMPARE(m_scene->bens.outcome->error().code, ErrorCode::NoOffer);
    QVERIFY(!change(m_scene->bens, api::ChatRelease{m_scene->id}));
    QCOMPARE(m_scene->bens.outcome->error().code, ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(TestTeamwork)
#include "tst_teamwork.moc"
