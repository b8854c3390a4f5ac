#include "server/store/database.h"
#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// What the others hear, and when: presence, typing, and events of what is stored already.
class TestLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devicesOfAnOperatorAreOne_data() { TestDatabase::addRows(); }
    void devicesOfAnOperatorAreOne();
    void anArrivalIsOnline();
    void aVisitorsPresenceIsTheDesksBusiness();
    void typingIsForTheOthers();
    void typingIsThinnedOut();
    void operatorsReadAlongIfTheDeskSaysSo_data() { TestDatabase::addRows(); }
    void operatorsReadAlongIfTheDeskSaysSo();
    void whoHearsAMessage_data() { TestDatabase::addRows(); }
    void whoHearsAMessage();
    void eventsTellOfWhatIsStored_data() { TestDatabase::addRows(); }
    void eventsTellOfWhatIsStored();
    void whatWasRefusedIsNotHeardOf();
    void stoppingAnswersWhatIsQueued();

private:
    /// The events of the name since the last time, each as JSON.
    template <class Event>
    static QList<Event> take(TestDesk &desk)
    {
        QList<Event> taken;
        for (const Published &each : std::as_const(desk.events)) {
            if (each.name == QByteArray(Event::name.data()))
                taken.append(*json::decode<Event>(each.json));
        }
        desk.events.clear();
        return taken;
    }
    /// A request goes the same way as what was asked before it: once it is answered, the others are done.
    static void settle(TestDesk &desk, const Caller &caller)
    {
        for (const Caller &each : {caller, caller}) {
            std::ignore = desk.submit(each, api::OperatorSetStatus{api::OperatorStatus::Busy});
            std::ignore = desk.submit(each, api::OperatorMe{});
        }
    }
    static QByteArray roomOf(const Caller &caller)
    {
        return caller.isVisitor() ? "visitor:" + caller.visitorId.toString().toLatin1()
                                  : "operator:" + caller.operatorId.toString().toLatin1();
    }
};

void TestLive::devicesOfAnOperatorAreOne()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    QVERIFY(desk.call(anna, api::ChatClaim{desk.startChat(vera)}));
    desk.events.clear();
    desk.desk->connected(anna);
    desk.desk->connected(anna);
    TestDesk::wait([&] { return !desk.events.isEmpty(); });
    QCOMPARE(desk.events.first().rooms, QByteArrayList({"operators", roomOf(vera)}));
    const auto came = take<api::PresenceChanged>(desk);
    QCOMPARE(came.size(), 1);
    QCOMPARE(came.first().operatorId, anna.operatorId);
    QCOMPARE(came.first().displayName, QStringLiteral("Anna"));
    QVERIFY(came.first().online);
    QCOMPARE(desk.call(anna, api::OperatorMe{})->status, api::OperatorStatus::Online);

    desk.desk->disconnected(anna);
    QCOMPARE(desk.call(anna, api::OperatorMe{})->status, api::OperatorStatus::Online);
    desk.desk->disconnected(anna);
    TestDesk::wait([&] { return !desk.events.isEmpty(); });
    const auto left = take<api::PresenceChanged>(desk);
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().online);
    QCOMPARE(left.first().status, api::OperatorStatus::Offline);
    QCOMPARE(desk.call(anna, api::OperatorMe{})->status, api::OperatorStatus::Offline);
}

void TestLive::anArrivalIsOnline()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    desk.desk->connected(anna);
    QCOMPARE(desk.call(anna, api::OperatorSetStatus{api::OperatorStatus::Busy})->status, api::OperatorStatus::Busy);
    QCOMPARE(desk.call(anna, api::OperatorSetStatus{api::OperatorStatus::Offline})->status,
             api::OperatorStatus::Offline);
    desk.events.clear();
    desk.desk->disconnected(anna);
    TestDesk::wait([&] { return !desk.events.isEmpty(); });
    desk.events.clear();
    desk.desk->connected(anna);
    TestDesk::wait([&] { return !desk.events.isEmpty(); });
    QCOMPARE(take<api::PresenceChanged>(desk).last().status, api::OperatorStatus::Online);
}

void TestLive::aVisitorsPresenceIsTheDesksBusiness()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor(QStringLiteral("Vera"));
    desk.desk->connected(vera);
    settle(desk, anna);
    for (const auto &event : take<api::PresenceChanged>(desk))
        QVERIFY2(!event.visitorId, "A visitor without a chat is nobody's business");
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(anna, api::ChatGet{chat})->visitorOnline);
    desk.events.clear();
    desk.desk->disconnected(vera);
    TestDesk::wait([&] { return !desk.events.isEmpty(); });
    QCOMPARE(desk.events.first().rooms, QByteArrayList{"operators"});
    const auto left = take<api::PresenceChanged>(desk);
    QCOMPARE(left.first().visitorId, vera.visitorId);
    QCOMPARE(left.first().displayName, QStringLiteral("Vera"));
    QVERIFY(!left.first().online);
    QVERIFY(!desk.call(anna, api::ChatGet{chat})->visitorOnline);
}

void TestLive::typingIsForTheOthers()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const QByteArray name = "typing.changed";
    QVERIFY(desk.call(vera, api::TypingSet{chat, true}));
    QCOMPARE(desk.roomsOf(name), QList<QByteArrayList>({{"operators"}}));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    desk.events.clear();
    QVERIFY(desk.call(vera, api::TypingSet{chat, false}));
    QVERIFY(desk.call(anna, api::TypingSet{chat, true}));
    QCOMPARE(desk.roomsOf(name), QList<QByteArrayList>({{roomOf(anna)}, {roomOf(vera)}}));
    const auto heard = take<api::TypingChanged>(desk);
    QVERIFY(!heard.first().typing);
    QCOMPARE(heard.first().senderId, vera.visitorId.toString());
    QVERIFY(heard.last().typing);
    QCOMPARE(heard.last().senderType, api::SenderType::Operator);
}

void TestLive::typingIsThinnedOut()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const auto heardAfter = [&](bool typing) {
        desk.events.clear();
        if (!desk.call(vera, api::TypingSet{chat, typing}))
            return qsizetype(-1);
        return desk.roomsOf("typing.changed").size();
    };
    QCOMPARE(heardAfter(false), 0); // had not begun
    QCOMPARE(heardAfter(true), 1);
    QCOMPARE(heardAfter(true), 0);
    desk.clock.advance(1'999);
    QCOMPARE(heardAfter(true), 0);
    desk.clock.advance(1);
    QCOMPARE(heardAfter(true), 1);
    QCOMPARE(heardAfter(false), 1);
    QCOMPARE(heardAfter(false), 0);
    QCOMPARE(heardAfter(true), 1);
}

void TestLive::operatorsReadAlongIfTheDeskSaysSo()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(admin, api::ChatClaim{chat}));
    QList<QByteArrayList> rooms;
    const auto heard = [&](const Caller &from, const char *text, bool typing = true) {
        desk.events.clear();
        const bool taken = desk.call(from, api::TypingSet{chat, typing, QString::fromLatin1(text)}).ok();
        rooms = desk.roomsOf("typing.changed");
        const auto events = take<api::TypingChanged>(desk);
        return taken && events.size() == 1 ? events.first().text : std::optional(QStringLiteral("nothing was heard"));
    };
    QCOMPARE(desk.call({}, api::DeskGet{})->typingPreview, false);
    QCOMPARE(heard(vera, "Where"), std::nullopt);
    api::SettingsUpdate allow;
    allow.typingPreview = true;
    QVERIFY(desk.call(admin, allow)->typingPreview);
    QCOMPARE(desk.call({}, api::DeskGet{})->typingPreview, true);
    desk.clock.advance(500);
    QCOMPARE(heard(vera, "Where is"), std::optional(QStringLiteral("Where is")));
    QCOMPARE(rooms, QList<QByteArrayList>({{roomOf(admin)}}));
    desk.clock.advance(499);
    QCOMPARE(heard(vera, "Where is m"), std::optional(QStringLiteral("nothing was heard")));
    desk.clock.advance(1);
    QCOMPARE(heard(vera, ""), std::optional(QString()));
    QCOMPARE(heard(vera, "Where", false), std::nullopt); // who stopped has nothing to show
    QCOMPARE(heard(admin, "On its way"), std::nullopt); // a draft of the desk's is nobody's business
    const QString tooMuch(1001, QLatin1Char('x'));
    QCOMPARE(
        json::decode<api::TypingSet>(json::encode(api::TypingSet{chat, true, tooMuch})).error().errors.first().field,
        QStringLiteral("text"));
}

void TestLive::whoHearsAMessage()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("Hello"), {}}));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("Hello?"), {}}));
    QVERIFY(desk.call(anna, api::MessageSend{chat, QStringLiteral("Hi"), {}}));
    QCOMPARE(desk.roomsOf("message.sent"),
             QList<QByteArrayList>(
                 {{"operators", roomOf(vera)}, {roomOf(anna), roomOf(vera)}, {roomOf(anna), roomOf(vera)}}));
    QCOMPARE(desk.roomsOf("chat.claimed"), QList<QByteArrayList>({{"operators", roomOf(vera)}}));
}

void TestLive::eventsTellOfWhatIsStored()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    // Another connection sees what is committed, and that alone.
    const auto onlooker = Database::open(desk.database.settings, Database::Role::Reader);
    QVERIFY(onlooker);
    qint64 heard = 0;
    bool early = false;
    const auto isStored = [&] {
        const qint64 stored = (*onlooker)->ask(QStringLiteral("SELECT count(*) FROM message")).toLongLong();
        early = early || stored < heard;
    };
    desk.desk->setPublisher([&](const QList<Published> &events) {
        heard += events.size();
        isStored();
    });
    int answered = 0;
    for (int i = 0; i < 200; ++i) {
        desk.desk->submit(vera, api::MessageSend{chat, QString::number(i), {}}, [&](const Reply &) { ++answered; });
        if (i % 10 == 0)
            QCoreApplication::processEvents();
    }
    TestDesk::wait([&] { return answered == 200 && heard == 200; });
    QVERIFY(!early);
}

void TestLive::whatWasRefusedIsNotHeardOf()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("One"), QStringLiteral("c")}));
    QVERIFY(desk.call(vera, api::ChatEnd{chat, {}}));
    desk.events.clear();
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, QStringLiteral("Two"), {}}), "chat_ended");
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, QStringLiteral("Two"), QStringLiteral("c")}),
             "client_id_reused");
    QCOMPARE(desk.events, QList<Published>());
}

void TestLive::stoppingAnswersWhatIsQueued()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    int stored = 0;
    for (int i = 0; i < 50; ++i) {
        desk.desk->submit(vera, api::MessageSend{chat, QString::number(i), {}},
                          [&](const Reply &reply) { stored += reply.json.ok() ? 1 : 0; });
    }
    desk.desk->stop();
    QCOMPARE(stored, 50);
    QCOMPARE(desk.roomsOf("message.sent").size(), 50);
    QCOMPARE(desk.outcome(vera, api::ChatGet{chat}), "shutting_down");
    QCOMPARE(*Administration::check(desk.database.settings), QStringList());
    desk.desk.reset();
    desk.start();
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 50);
}

QTEST_GUILESS_MAIN(TestLive)

#include "tst_live.moc"
