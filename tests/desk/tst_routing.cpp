#include "tests/desk/routingscene.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::tests;

/// How waiting chats find an operator, and what happens when nobody answers.
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualGivesNothing_data() { TestDatabase::addRows(); }
    void manualGivesNothing();
    void roundRobinTakesTurns_data() { TestDatabase::addRows(); }
    void roundRobinTakesTurns();
    void leastBusyLooksAtTheLoad_data() { TestDatabase::addRows(); }
    void leastBusyLooksAtTheLoad();
    void theQueueFillsTheNextFreePlace_data() { TestDatabase::addRows(); }
    void theQueueFillsTheNextFreePlace();
    void whoTakesNoChatsGetsNone_data() { TestDatabase::addRows(); }
    void whoTakesNoChatsGetsNone();
    void aDepartmentKeepsToItsMembers_data() { TestDatabase::addRows(); }
    void aDepartmentKeepsToItsMembers();
    void anUnansweredOfferGoesToTheNext_data() { TestDatabase::addRows(); }
    void anUnansweredOfferGoesToTheNext();
    void anOfferToWhoVanishesGoesToTheNext_data() { TestDatabase::addRows(); }
    void anOfferToWhoVanishesGoesToTheNext();
    void theOnlyOneIsAskedAgain_data() { TestDatabase::addRows(); }
    void theOnlyOneIsAskedAgain();
    void whatNobodyTakesIsOfferedToOneAfterTheOther_data() { TestDatabase::addRows(); }
    void whatNobodyTakesIsOfferedToOneAfterTheOther();
    void adminsSetHowChatsAreRouted_data() { TestDatabase::addRows(); }
    void adminsSetHowChatsAreRouted();
    void routedByHand_data() { TestDatabase::addRows(); }
    void routedByHand();
};

void TestRouting::manualGivesNothing()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    at.come({at.anna, at.ben});
    QCOMPARE(at.placesOf(2), QByteArrayList({"queue", "queue"}));
    at.desk.makeRounds();
    QCOMPARE(at.desk.call(at.anna, api::ChatList{})->chats.size(), 2);
}

void TestRouting::roundRobinTakesTurns()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin);
    at.come({at.anna, at.ben});
    QCOMPARE(at.placesOf(5), QByteArrayList({"anna", "ben", "anna", "ben", "queue"})); // two each if not set
}

void TestRouting::leastBusyLooksAtTheLoad()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::LeastBusy);
    at.desk.addOperator(QStringLiteral("Cleo"), api::OperatorRole::Operator, 5);
    const Caller cleo = at.desk.signIn(QStringLiteral("Cleo"));
    at.come({at.anna});
    const ChatId first = at.start();
    QCOMPARE(at.place(first), "anna");
    at.come({at.ben, cleo});
    QCOMPARE(at.placesOf(3), QByteArrayList({"ben", "somebody", "anna"}));
    QVERIFY(at.desk.call(at.anna, api::ChatEnd{first, {}}));
    QCOMPARE(at.placesOf(5), QByteArrayList({"ben", "somebody", "anna", "somebody", "somebody"}));
}

void TestRouting::theQueueFillsTheNextFreePlace()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin);
    const ChatId first = at.start();
    const ChatId second = at.start();
    const ChatId third = at.start();
    QCOMPARE(at.place(first), "queue");
    at.come({at.anna}); // and her two places are filled from the front
    QCOMPARE(at.place(first), "anna");
    QCOMPARE(at.place(second), "anna");
    QCOMPARE(at.place(third), "queue");
    QVERIFY(at.desk.call(at.anna, api::ChatEnd{first, {}}));
    QCOMPARE(at.place(third), "anna");
    QCOMPARE(at.desk.roomsOf("chat.claimed").size(), 3);
}

void TestRouting::whoTakesNoChatsGetsNone()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin);
    at.come({at.anna, at.ben});
    QVERIFY(at.desk.call(at.anna, api::OperatorSetStatus{api::OperatorStatus::Busy}));
    at.desk.disconnect(at.ben);
    const ChatId chat = at.start();
    QCOMPARE(at.place(chat), "queue");
    QVERIFY(at.desk.call(at.anna, api::OperatorSetStatus{api::OperatorStatus::Online}));
    QCOMPARE(at.place(chat), "anna");
}

void TestRouting::aDepartmentKeepsToItsMembers()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin);
    const DepartmentId sales = at.department(QStringLiteral("Sales"), {at.ben.operatorId});
    const DepartmentId returns = at.department(QStringLiteral("Returns"), {});
    at.come({at.anna, at.ben});
    QCOMPARE(at.place(at.start(sales)), "ben");
    const ChatId lonely = at.start(returns);
    QCOMPARE(at.place(lonely), "queue");
    QVERIFY(at.desk.call(at.admin, api::DepartmentUpdate{returns, {}, QList{at.anna.operatorId}}));
    QCOMPARE(at.place(lonely), "anna");
    QCOMPARE(at.place(at.start(sales)), "ben");
    const ChatId full = at.start(sales);
    QCOMPARE(at.place(full), "queue"); // whoever else has a place
    QVERIFY(at.desk.call(at.admin, api::DepartmentDelete{sales}));
    QCOMPARE(at.place(full), "anna"); // and now it is everybody's
}

void TestRouting::anUnansweredOfferGoesToTheNext()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin, Asking::Yes);
    at.come({at.anna, at.ben});
    const ChatId chat = at.start();
    QCOMPARE(at.place(chat), "anna?");
    QCOMPARE(at.chat(chat).status, api::ChatStatus::Waiting);
    at.desk.pass(offerTimeoutS - 1);
    QCOMPARE(at.place(chat), "anna?");
    at.desk.pass(1);
    QCOMPARE(at.place(chat), "ben?");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatAccept{chat}), "forbidden");
    QVERIFY(at.desk.call(at.ben, api::ChatAccept{chat}));
    QCOMPARE(at.place(chat), "ben");
    const ChatId declined = at.start();
    QCOMPARE(at.place(declined), "anna?");
    QVERIFY(at.desk.call(at.anna, api::ChatDecline{declined}));
    QCOMPARE(at.place(declined), "ben?");
}

void TestRouting::anOfferToWhoVanishesGoesToTheNext()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin, Asking::Yes);
    at.come({at.anna, at.ben});
    const ChatId chat = at.start();
    QCOMPARE(at.place(chat), "anna?");
    at.desk.disconnect(at.anna);
    QCOMPARE(at.place(chat), "ben?");
    at.desk.disconnect(at.ben);
    QCOMPARE(at.place(chat), "queue");
}

void TestRouting::theOnlyOneIsAskedAgain()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::RoundRobin, Asking::Yes);
    at.come({at.anna});
    const ChatId chat = at.start();
    at.desk.pass(offerTimeoutS);
    QCOMPARE(at.place(chat), "queue"); // not at once
    at.desk.pass(60);
    QCOMPARE(at.place(chat), "anna?");
}

void TestRouting::whatNobodyTakesIsOfferedToOneAfterTheOther()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual, Asking::Yes);
    QVERIFY(at.set([](api::DeskRouting &routing) { routing.escalateAfterS = 120; }));
    at.come({at.anna, at.ben});
    const ChatId chat = at.start();
    at.desk.pass(119);
    QCOMPARE(at.place(chat), "queue"); // everybody's
    at.desk.pass(1);
    QCOMPARE(at.place(chat), "anna?");
    at.desk.pass(offerTimeoutS);
    QCOMPARE(at.place(chat), "ben?");
    QVERIFY(at.desk.call(at.ben, api::ChatDecline{chat}));
    QCOMPARE(at.place(chat), "queue"); // both have let it go by
    QVERIFY(at.desk.call(at.anna, api::ChatClaim{chat}));
    QCOMPARE(at.place(chat), "anna");
}

void TestRouting::adminsSetHowChatsAreRouted()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    at.come({at.anna, at.ben});
    const ChatId first = at.start();
    QCOMPARE(at.place(first), "queue");
    QVERIFY(at.set([](api::DeskRouting &routing) {
        routing.strategy = Strategy::RoundRobin;
        routing.offerTimeoutS = 10;
        routing.vanishTimeoutS = 5;
    }));
    at.desk.makeRounds();
    QCOMPARE(at.place(first), "anna?");
    at.desk.pass(10);
    QCOMPARE(at.place(first), "ben?");
    QVERIFY(at.desk.call(at.ben, api::ChatAccept{first}));
    at.desk.disconnect(at.ben);
    at.desk.pass(4);
    QCOMPARE(at.place(first), "ben");
    at.desk.pass(1);
    QCOMPARE(at.place(first), "anna?");
    QVERIFY(at.set([](api::DeskRouting &routing) { routing.offerTimeoutS = 0; }));
    QCOMPARE(at.place(at.start()), "anna"); // she is not asked
}

void TestRouting::routedByHand()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual, Asking::Yes);
    const ChatId chat = at.start();
    QCOMPARE(at.desk.outcome(at.anna, api::ChatRoute{chat}), "no_operator_available");
    at.come({at.anna, at.ben});
    QVERIFY(at.desk.call(at.admin, api::ChatRoute{chat}));
    QCOMPARE(at.place(chat), "anna?");
    QVERIFY(at.desk.call(at.anna, api::ChatAccept{chat}));
    QVERIFY(at.desk.call(at.anna, api::ChatRoute{chat, {}, Strategy::RoundRobin})); // to anybody but herself
    QCOMPARE(at.place(chat), "ben?");
    QCOMPARE(at.desk.outcome(at.admin, api::ChatRoute{chat, {}, Strategy::Manual}), "invalid_request");
    QCOMPARE(at.desk.outcome(at.admin, api::ChatRoute{chat, DepartmentId::generate()}), "department_not_found");
}

QTEST_GUILESS_MAIN(TestRouting)

#include "tst_routing.moc"
