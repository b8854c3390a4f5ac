#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Visitors who say who they are, are blocked, or are erased.
class TestVisitors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhoTheyAre_data() { TestDatabase::addRows(); }
    void sayWhoTheyAre();
    void areBlocked_data() { TestDatabase::addRows(); }
    void areBlocked();
    void areErased_data() { TestDatabase::addRows(); }
    void areErased();
    void clientsCatchUpWithAnErasure();
};

void TestVisitors::sayWhoTheyAre()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    const auto told = desk.call(
        vera, api::VisitorUpdate{vera.visitorId, QStringLiteral("Vera"), QStringLiteral("v@mail.example"), {}});
    QCOMPARE(told->name, QStringLiteral("Vera"));
    QCOMPARE(desk.roomsOf("chat.updated").size(), 1);
    QCOMPARE(desk.roomsOf("visitor.updated").size(), 1);
    QCOMPARE(desk.call(anna, api::ChatGet{chat})->visitorEmail, std::optional(QStringLiteral("v@mail.example")));
    QVERIFY(desk.call(anna, api::VisitorUpdate{vera.visitorId, QStringLiteral("Vera B."), {}, {}}));
    const QList<api::VisitorAttribute> plan{{QStringLiteral("Tarif"), QStringLiteral("größer")}};
    QCOMPARE(desk.call(vera, api::VisitorUpdate{vera.visitorId, {}, {}, {}, plan})->attributes, plan);
    QVERIFY(desk.call(vera, api::VisitorUpdate{vera.visitorId, {}, {}, QStringLiteral("https://shop.example/")}));
    QCOMPARE(desk.call(anna, api::VisitorGet{vera.visitorId})->attributes, plan); // what is not given stays
    QCOMPARE(desk.call(vera, api::MessageSend{chat, QStringLiteral("me"), {}})->senderName, QStringLiteral("Vera B."));
    QCOMPARE(desk.outcome(anna, api::VisitorUpdate{VisitorId::generate(), {}, {}, {}}), "visitor_not_found");
}

void TestVisitors::areBlocked()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const auto admitted = desk.admit();
    const Caller vera = admitted->caller;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("rude"), {}}));
    QVERIFY(desk.call(anna, api::VisitorBlock{vera.visitorId, true})->blocked);
    QCOMPARE(desk.endedSessions, QList<SessionId>{vera.sessionId});
    // What was on its way while the connection was being closed, and what comes anew.
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, QStringLiteral("ruder"), {}}), "visitor_blocked");
    QCOMPARE(desk.outcome(vera, api::ChatStart{}), "visitor_blocked");
    QCOMPARE(desk.authenticate(*admitted->token).error().code, ErrorCode::VisitorBlocked);
    QCOMPARE(desk.admit(admitted->token).error().code, ErrorCode::VisitorBlocked);
    QVERIFY(desk.call(anna, api::ChatGet{chat})); // the desk still sees it
    QVERIFY(!desk.call(anna, api::VisitorBlock{vera.visitorId, false})->blocked);
    QVERIFY(desk.call(desk.admit(admitted->token)->caller, api::MessageSend{chat, QStringLiteral("sorry"), {}}));
}

void TestVisitors::areErased()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const auto admitted = desk.admit({}, QStringLiteral("Vera"));
    const Caller vera = admitted->caller;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, QStringLiteral("my secret number"));
    QVERIFY(desk.call(
        vera, api::VisitorUpdate{vera.visitorId, {}, {}, {}, {{{QStringLiteral("Plan"), QStringLiteral("Gold")}}}}));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    QVERIFY(desk.call(anna, api::MessageSend{chat, QStringLiteral("secret noted, Vera"), {}}));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, QStringLiteral("my secret")}));
    const auto erased = desk.call(admin, api::VisitorErase{vera.visitorId});
    QVERIFY2(erased.ok(), erased.ok() ? "" : qPrintable(erased.error().message));
    QVERIFY(erased->erasedAt);
    QVERIFY(!erased->email);
    QVERIFY(erased->attributes.isEmpty());
    QCOMPARE(desk.endedSessions, QList<SessionId>{vera.sessionId});
    QCOMPARE(desk.authenticate(*admitted->token).error().code, ErrorCode::InvalidToken);
    const auto state = desk.call(admin, api::ChatGet{chat});
    QCOMPARE(state->status, api::ChatStatus::Ended);
    QCOMPARE(state->lastSeq, 2); // counted as before
    QCOMPARE(state->visitorName, erased->name);
    const auto messages = desk.call(admin, api::MessageList{chat, {}, {}, 50});
    for (const api::Message &message : messages->messages) {
        QCOMPARE(message.text, QString());
        QVERIFY(message.deletedAt);
        QVERIFY(message.senderName != QStringLiteral("Vera"));
    }
    QVERIFY(desk.call(admin, api::MessageHistory{chat, 1, {}})->versions.isEmpty());
    QVERIFY(desk.call(admin, api::MessageSearch{QStringLiteral("secret"), {}, {}, {}, 20})->hits.isEmpty());
    const auto audit = desk.call(admin, api::AuditList{});
    for (const api::AuditEntry &entry : audit->entries)
        QVERIFY(!json::encode(entry).contains("Vera"));
    QCOMPARE(audit->entries.first().action, QStringLiteral("visitor.erased"));
}

void TestVisitors::clientsCatchUpWithAnErasure()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, QStringLiteral("one"));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("two"), {}}));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 2, QStringLiteral("too")}));
    QVERIFY(desk.call(admin, api::VisitorErase{vera.visitorId}));
    const auto missed = desk.call(admin, api::SessionResume{{{chat, 2, 1}}});
    QCOMPARE(missed->changes.size(), 2);
    QCOMPARE(missed->changes.last().change, 3);
    QCOMPARE(missed->chats.first().lastChange, 3);
}

QTEST_GUILESS_MAIN(TestVisitors)

#include "tst_visitors.moc"
