#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

constexpr int transferTimeoutS = 60;

/// Anna holds a chat of Vera's; Ben and Cleo are there, and so is the admin.
class Scene
{
public:
    explicit Scene(TestDatabase::Kind kind) : desk(kind)
    {
        for (const Caller &each : {anna, ben, cleo, admin})
            desk.connect(each);
        chat = desk.startChat(vera);
        if (!desk.call(anna, api::ChatClaim{chat}))
            qFatal("The chat cannot be claimed.");
        desk.events.clear();
    }

    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const Caller cleo = desk.newOperator(QStringLiteral("Cleo"));
    const Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor();
    ChatId chat;

    api::Chat now() { return *desk.call(admin, api::ChatGet{chat}); }
    QByteArray offerTo(const Caller &who) { return desk.outcome(anna, api::ChatTransfer{chat, who.operatorId}); }
    QByteArray offerTo(const DepartmentId &department)
    {
        return desk.outcome(anna, api::ChatTransfer{chat, {}, department});
    }
    DepartmentId department(const QList<OperatorId> &members)
    {
        return desk.call(admin, api::DepartmentCreate{QStringLiteral("Returns"), members})->id;
    }
    bool isHeldBy(const Caller &who)
    {
        const api::Chat state = now();
        return state.status == api::ChatStatus::Active && state.operatorId == who.operatorId && !state.offer;
    }
    bool isBackInTheQueue()
    {
        const api::Chat state = now();
        return state.status == api::ChatStatus::Waiting && !state.operatorId && !state.claimedAt && !state.offer;
    }
    /// Of the last event of this name.
    api::ChatDeclined declined() const
    {
        for (auto each = desk.events.crbegin(); each != desk.events.crend(); ++each) {
            if (each->name == "chat.declined")
                return *json::decode<api::ChatDeclined>(each->json);
        }
        return {};
    }
};

QByteArray roomOf(const OperatorId &who)
{
    return "operator:" + who.toString().toLatin1();
}

} // namespace

/// How chats get from one operator to another.
class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_scene.reset(); }
    void anAcceptedOfferMovesTheChat_data() { TestDatabase::addRows(); }
    void anAcceptedOfferMovesTheChat();
    void anOfferThatNobodyTakesEndsInTheQueue_data();
    void anOfferThatNobodyTakesEndsInTheQueue();
    void anOfferCanBeTakenBack_data() { TestDatabase::addRows(); }
    void anOfferCanBeTakenBack();
    void aNewOfferTakesThePlaceOfTheOld_data() { TestDatabase::addRows(); }
    void aNewOfferTakesThePlaceOfTheOld();
    void theFirstOfADepartmentHasIt_data() { TestDatabase::addRows(); }
    void theFirstOfADepartmentHasIt();
    void allOfADepartmentDecline_data() { TestDatabase::addRows(); }
    void allOfADepartmentDecline();
    void whatCannotBeOffered_data() { TestDatabase::addRows(); }
    void whatCannotBeOffered();
    void releasedIsBackInTheQueue_data() { TestDatabase::addRows(); }
    void releasedIsBackInTheQueue();
    void assignedIsTheirsAtOnce_data() { TestDatabase::addRows(); }
    void assignedIsTheirsAtOnce();
    void theVisitorHearsOfNoOffer_data() { TestDatabase::addRows(); }
    void theVisitorHearsOfNoOffer();

private:
    std::optional<Scene> m_scene;
};

void TestHandover::init()
{
    QFETCH(TestDatabase::Kind, kind);
    m_scene.emplace(kind);
}

void TestHandover::anAcceptedOfferMovesTheChat()
{
    Scene &at = *m_scene;
    api::ChatTransfer transfer{at.chat, at.ben.operatorId};
    transfer.note = QStringLiteral("Knows Vera");
    const api::Chat offered = *at.desk.call(at.anna, transfer);
    QCOMPARE(offered.operatorId, at.anna.operatorId); // who goes on writing until it is taken
    QCOMPARE(offered.offer->kind, api::OfferKind::Transfer);
    QCOMPARE(offered.offer->operatorId, at.ben.operatorId);
    QCOMPARE(offered.offer->offeredBy, at.anna.operatorId);
    QCOMPARE(offered.offer->note, transfer.note);
    QCOMPARE(offered.offer->expiresAt.ms, at.desk.clock.now().ms + transferTimeoutS * 1'000);
    QCOMPARE(at.desk.roomsOf("chat.offered"),
             QList<QByteArrayList>({{roomOf(at.ben.operatorId), roomOf(at.anna.operatorId)}}));
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatAccept{at.chat}), "forbidden");
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "ok");
    QVERIFY(at.isHeldBy(at.ben));
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "ok"); // an acceptance sent twice
    QCOMPARE(at.desk.roomsOf("chat.transferred").size(), 1);
    QCOMPARE(at.desk.outcome(at.anna, api::MessageSend{at.chat, QStringLiteral("Hi"), {}}), "forbidden");
}

void TestHandover::anOfferThatNobodyTakesEndsInTheQueue_data()
{
    QTest::addColumn<TestDatabase::Kind>("kind");
    QTest::addColumn<api::OfferEnd>("end");
    for (const auto kind : TestDatabase::kinds()) {
        for (const auto end : {api::OfferEnd::Declined, api::OfferEnd::Timeout, api::OfferEnd::Vanished})
            QTest::addRow("%s: %s", TestDatabase::nameOf(kind), json::nameOf(end).data()) << kind << end;
    }
}

void TestHandover::anOfferThatNobodyTakesEndsInTheQueue()
{
    QFETCH(api::OfferEnd, end);
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.ben), "ok");
    at.desk.pass(transferTimeoutS - 1);
    QVERIFY(at.now().offer);
    if (end == api::OfferEnd::Declined)
        QCOMPARE(at.desk.outcome(at.ben, api::ChatDecline{at.chat}), "ok");
    else if (end == api::OfferEnd::Timeout)
        at.desk.pass(1);
    else
        at.desk.disconnect(at.ben);
    QVERIFY(at.isBackInTheQueue());
    QCOMPARE(at.declined().reason, end);
    QCOMPARE(at.declined().operatorId, at.ben.operatorId);
    QCOMPARE(at.desk.roomsOf("chat.released").size(), 1);
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "no_offer");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatClaim{at.chat}), "ok"); // who may have it back
}

void TestHandover::anOfferCanBeTakenBack()
{
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.ben), "ok");
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatDecline{at.chat}), "forbidden");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatDecline{at.chat}), "ok");
    QVERIFY(at.isHeldBy(at.anna));
    QCOMPARE(at.declined().reason, api::OfferEnd::Withdrawn);
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "no_offer");
}

void TestHandover::aNewOfferTakesThePlaceOfTheOld()
{
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.ben), "ok");
    QCOMPARE(at.offerTo(at.cleo), "ok");
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "forbidden");
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatAccept{at.chat}), "ok");
    QVERIFY(at.isHeldBy(at.cleo));
}

void TestHandover::theFirstOfADepartmentHasIt()
{
    Scene &at = *m_scene;
    const DepartmentId returns = at.department({at.ben.operatorId, at.cleo.operatorId});
    QCOMPARE(at.offerTo(returns), "ok");
    QCOMPARE(at.desk.outcome(at.admin, api::ChatAccept{at.chat}), "forbidden");
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatAccept{at.chat}), "ok");
    QCOMPARE(at.desk.outcome(at.ben, api::ChatAccept{at.chat}), "no_offer");
    QVERIFY(at.isHeldBy(at.cleo));
    QCOMPARE(at.now().departmentId, returns);
}

void TestHandover::allOfADepartmentDecline()
{
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.department({at.anna.operatorId, at.ben.operatorId, at.cleo.operatorId})), "ok");
    QCOMPARE(at.desk.outcome(at.ben, api::ChatDecline{at.chat}), "ok");
    QVERIFY(at.now().offer);
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatDecline{at.chat}), "ok");
    QVERIFY(at.isBackInTheQueue());
}

void TestHandover::whatCannotBeOffered()
{
    Scene &at = *m_scene;
    const auto transfer = [&](const std::optional<OperatorId> &to, const std::optional<DepartmentId> &department) {
        return at.desk.outcome(at.anna, api::ChatTransfer{at.chat, to, department});
    };
    const DepartmentId own = at.department({at.anna.operatorId});
    QCOMPARE(transfer({}, {}), "invalid_request");
    QCOMPARE(transfer(at.ben.operatorId, own), "invalid_request");
    QCOMPARE(transfer(at.anna.operatorId, {}), "invalid_request");
    QCOMPARE(transfer(OperatorId::generate(), {}), "operator_not_found");
    QCOMPARE(transfer({}, DepartmentId::generate()), "department_not_found");
    QCOMPARE(transfer({}, own), "operator_unavailable"); // with nobody else in it
    QVERIFY(at.desk.administration()->disableOperator(TestDesk::emailOf(QStringLiteral("Ben"))));
    QCOMPARE(transfer(at.ben.operatorId, {}), "operator_unavailable");
    QVERIFY(at.isHeldBy(at.anna));
}

void TestHandover::releasedIsBackInTheQueue()
{
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.ben), "ok");
    QCOMPARE(at.desk.outcome(at.ben, api::ChatRelease{at.chat}), "forbidden");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatRelease{at.chat}), "ok");
    QVERIFY(at.isBackInTheQueue());
    QCOMPARE(at.desk.call(at.cleo, api::ChatList{})->chats.size(), 1);
    QCOMPARE(at.desk.outcome(at.cleo, api::ChatClaim{at.chat}), "ok");
    QVERIFY(at.isHeldBy(at.cleo));
}

void TestHandover::assignedIsTheirsAtOnce()
{
    Scene &at = *m_scene;
    QCOMPARE(at.desk.outcome(at.anna, api::ChatAssign{at.chat, OperatorId::generate()}), "operator_not_found");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatAssign{at.chat, at.ben.operatorId}), "ok");
    QVERIFY(at.isHeldBy(at.ben));
    const auto assignNew = [&](const Caller &by, const Caller &to) {
        const ChatId chat = at.desk.startChat(at.desk.visitor());
        at.desk.outcome(by, api::ChatClaim{chat});
        return at.desk.outcome(by, api::ChatAssign{chat, to.operatorId});
    };
    QCOMPARE(assignNew(at.anna, at.ben), "ok");
    QCOMPARE(assignNew(at.anna, at.ben), "capacity_reached"); // a colleague's places are theirs to overfill
    QCOMPARE(assignNew(at.admin, at.ben), "ok");
    QVERIFY(at.desk.administration()->disableOperator(TestDesk::emailOf(QStringLiteral("Cleo"))));
    QCOMPARE(assignNew(at.admin, at.cleo), "operator_unavailable");
}

void TestHandover::theVisitorHearsOfNoOffer()
{
    Scene &at = *m_scene;
    QCOMPARE(at.offerTo(at.ben), "ok");
    QVERIFY(!at.desk.call(at.vera, api::ChatGet{at.chat})->offer);
    QVERIFY(!at.desk.call(at.vera, api::ChatList{})->chats.first().offer);
    QVERIFY(!at.desk.call(at.vera, api::SessionResume{{{at.chat, 0}}})->chats.first().offer);
    QVERIFY(!at.desk.call(at.vera, api::ChatRate{at.chat, 5, {}})->offer);
    QCOMPARE(at.desk.outcome(at.anna, api::ChatTag{at.chat, {QStringLiteral("secret")}, {}}), "ok");
    QCOMPARE(at.desk.outcome(at.anna, api::ChatUpdate{at.chat, QStringLiteral("Order"), {}}), "ok");
    for (const Published &event : std::as_const(at.desk.events)) {
        const QByteArray room = "visitor:" + at.vera.visitorId.toString().toLatin1();
        if (event.rooms.contains(room))
            QVERIFY2(!event.json.contains("\"offer\"") && !event.json.contains("secret"), event.name);
    }
}

QTEST_GUILESS_MAIN(TestHandover)

#include "tst_handover.moc"
