#include "tests/desk/routingscene.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::tests;

/// What happens to chats when their operator or their visitor is away, and what visitors learn while they wait.
class TestAbsence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAVanishedOperatorHeldGoesToTheNext_data() { TestDatabase::addRows(); }
    void whatAVanishedOperatorHeldGoesToTheNext();
    void whoIsBackInTimeKeepsThem_data() { TestDatabase::addRows(); }
    void whoIsBackInTimeKeepsThem();
    void aRestartForgetsNobody_data() { TestDatabase::addRows(); }
    void aRestartForgetsNobody();
    void anAbandonedChatEnds_data() { TestDatabase::addRows(); }
    void anAbandonedChatEnds();
    void visitorsLearnTheirPlace_data() { TestDatabase::addRows(); }
    void visitorsLearnTheirPlace();
};

void TestAbsence::whatAVanishedOperatorHeldGoesToTheNext()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin);
    at.come({at.anna});
    const ChatId chat = at.start();
    at.desk.disconnect(at.anna);
    at.come({at.ben});
    at.desk.pass(vanishTimeoutS - 1);
    QCOMPARE(at.place(chat), "anna");
    at.desk.pass(1);
    QCOMPARE(at.place(chat), "ben");
    QCOMPARE(at.desk.roomsOf("chat.released").size(), 1);
}

void TestAbsence::whoIsBackInTimeKeepsThem()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    at.come({at.anna});
    const ChatId chat = at.start();
    QVERIFY(at.desk.call(at.anna, api::ChatClaim{chat}));
    at.desk.disconnect(at.anna);
    at.desk.pass(vanishTimeoutS - 1);
    at.come({at.anna});
    at.desk.pass(vanishTimeoutS);
    QCOMPARE(at.place(chat), "anna");
    // Who claims over REST has no connection to lose.
    const ChatId other = at.start();
    QVERIFY(at.desk.call(at.ben, api::ChatClaim{other}));
    at.desk.pass(10 * vanishTimeoutS);
    QCOMPARE(at.place(other), "ben");
}

void TestAbsence::aRestartForgetsNobody()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    at.come({at.anna});
    const ChatId chat = at.start();
    QVERIFY(at.desk.call(at.anna, api::ChatClaim{chat}));
    at.desk.desk.reset();
    at.desk.start();
    at.desk.settle();
    at.desk.pass(vanishTimeoutS - 1);
    QCOMPARE(at.place(chat), "anna");
    at.desk.pass(1);
    QCOMPARE(at.place(chat), "queue");
}

void TestAbsence::anAbandonedChatEnds()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    const Caller gone = at.desk.visitor();
    const Caller there = at.desk.visitor();
    at.desk.connect(there);
    const ChatId silent = at.desk.startChat(gone, QStringLiteral("Hello?"));
    const ChatId watched = at.desk.startChat(there);
    at.desk.pass(abandonTimeoutS - 1);
    QCOMPARE(at.place(silent), "queue");
    QVERIFY(at.desk.call(gone, api::MessageSend{silent, QStringLiteral("Still here"), {}}));
    at.desk.pass(abandonTimeoutS - 1);
    QCOMPARE(at.place(silent), "queue");
    at.desk.pass(61); // it looks for them once a minute
    QCOMPARE(at.place(silent), "ended");
    QCOMPARE(at.chat(silent).endReason, QStringLiteral("abandoned"));
    QCOMPARE(at.place(watched), "queue");
    QCOMPARE(at.desk.roomsOf("chat.ended").size(), 1);
}

void TestAbsence::visitorsLearnTheirPlace()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    QList<ChatId> chats;
    QList<Caller> visitors;
    for (int i = 0; i < 3; ++i) {
        visitors.append(at.desk.visitor());
        at.desk.connect(visitors.last());
        chats.append(at.desk.startChat(visitors.last()));
    }
    const auto told = [&] {
        at.desk.events.clear();
        at.desk.makeRounds();
        QByteArrayList places(3, "-");
        for (const Published &event : std::as_const(at.desk.events)) {
            const auto place = event.name == "queue.changed" ? json::decode<api::QueueChanged>(event.json)
                                                             : Result<api::QueueChanged>(ErrorCode::NotFound);
            for (int i = 0; place && i < 3; ++i) {
                const QByteArray room = "visitor:" + visitors[i].visitorId.toString().toLatin1();
                if (place->chatId == chats[i] && event.rooms == QByteArrayList{room})
                    places[i] = QByteArray::number(place->position);
            }
        }
        return places.join(' ');
    };
    QCOMPARE(told(), "1 2 3");
    QCOMPARE(told(), "- - -"); // nothing has changed
    QVERIFY(at.desk.call(at.anna, api::ChatClaim{chats[0]}));
    QCOMPARE(told(), "- 1 2");
    QVERIFY(at.desk.call(at.anna, api::ChatRelease{chats[0]}));
    QCOMPARE(told(), "1 2 3"); // it keeps its place
    at.desk.disconnect(visitors[2]);
    at.desk.connect(visitors[2]);
    QCOMPARE(told(), "- - 3"); // who comes anew has to be told
}

QTEST_GUILESS_MAIN(TestAbsence)

#include "tst_absence.moc"
