#include "server/desk/cannedtext.h"
#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Canned replies, settings, the audit, and what is kept no longer.
class TestAdministration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cannedRepliesAreKept_data() { TestDatabase::addRows(); }
    void cannedRepliesAreKept();
    void variablesAreFilledIn_data();
    void variablesAreFilledIn();
    void settingsChangeAtRunTime_data() { TestDatabase::addRows(); }
    void settingsChangeAtRunTime();
    void operatorsHearOfCannedReplies();
    void listsOfTheDeskAreKept_data() { TestDatabase::addRows(); }
    void listsOfTheDeskAreKept();
    void theAuditSaysWhoDidWhat_data() { TestDatabase::addRows(); }
    void theAuditSaysWhoDidWhat();
    void longListsComeInPieces();
    void oldChatsAreRemoved_data() { TestDatabase::addRows(); }
    void oldChatsAreRemoved();
};

void TestAdministration::cannedRepliesAreKept()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor(QStringLiteral("Vera {{desk.name}}"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    const api::CannedCreate command{QStringLiteral("hi"), QStringLiteral("Greeting"),
                                    QStringLiteral("Hi {{visitor.name}}<{{ visitor.email }}>, {{operator.name}}")};
    const auto made = desk.call(admin, command);
    QCOMPARE(desk.call(admin, api::CannedRender{made->id, chat})->text,
             QStringLiteral("Hi Vera {{desk.name}}<>, Clara")); // what a visitor says is not filled in
    QCOMPARE(desk.outcome(admin, command), "canned_exists");
    const auto other =
        desk.call(admin, api::CannedCreate{QStringLiteral("bye"), QStringLiteral("B"), QStringLiteral("B")});
    QCOMPARE(desk.outcome(admin, api::CannedUpdate{other->id, QStringLiteral("hi"), {}, {}}), "canned_exists");
    QCOMPARE(desk.call(admin, api::CannedUpdate{other->id, {}, {}, QStringLiteral("{{desk.name}}")})->title,
             QStringLiteral("B"));
    QCOMPARE(desk.call(admin, api::CannedRender{other->id, chat})->text, QStringLiteral("Deskbell"));
    QCOMPARE(desk.outcome(admin, api::CannedUpdate{other->id, {}, {}, QStringLiteral("{{visitor.nmae}}")}),
             "invalid_request");
    QCOMPARE(desk.call(admin, api::CannedList{})->replies.first().shortcut, QStringLiteral("bye"));
    QVERIFY(desk.call(admin, api::CannedDelete{other->id}));
    QCOMPARE(desk.outcome(admin, api::CannedDelete{other->id}), "canned_not_found");
    QCOMPARE(desk.call(admin, api::CannedList{})->replies.size(), 1);
}

void TestAdministration::variablesAreFilledIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("none") << QStringLiteral("Hello") << QStringLiteral("Hello");
    QTest::newRow("only") << QStringLiteral("{{visitor.name}}") << QStringLiteral("V");
    QTest::newRow("twice") << QStringLiteral("a {{visitor.name}} {{ visitor.name }} b") << QStringLiteral("a V V b");
    QTest::newRow("no value") << QStringLiteral("<{{visitor.email}}>") << QStringLiteral("<>");
    QTest::newRow("braces") << QStringLiteral("{visitor.name} {{ {{visitor.name}}")
                            << QStringLiteral("{visitor.name} {{ V");
}

void TestAdministration::variablesAreFilledIn()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    QCOMPARE(CannedText(text).filled({{QStringLiteral("visitor.name"), QStringLiteral("V")}}), filled);
}

void TestAdministration::settingsChangeAtRunTime()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    QCOMPARE(desk.call({}, api::SettingsGet{})->deskName, QStringLiteral("Deskbell")); // the settings file's
    const auto now = desk.call(admin, api::SettingsUpdate{QStringLiteral("Corner Shop"), QStringLiteral("Hi"), {}, 30});
    QCOMPARE(now->deskName, QStringLiteral("Corner Shop"));
    QVERIFY(desk.call(admin, api::SettingsUpdate{{}, QString(), {}, {}}));
    const auto seen = desk.call({}, api::SettingsGet{});
    QCOMPARE(seen->deskName, QStringLiteral("Corner Shop"));
    QCOMPARE(seen->greeting, QString());
    QVERIFY(!seen->retentionDays); // not a visitor's business
    QCOMPARE(desk.call(admin, api::SettingsGet{})->retentionDays, std::optional(30));
    QCOMPARE(desk.roomsOf("settings.updated").size(), 2);
}

void TestAdministration::operatorsHearOfCannedReplies()
{
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const QString text = QStringLiteral("T");
    const auto made = desk.call(admin, api::CannedCreate{QStringLiteral("hi"), text, text});
    QVERIFY(desk.call(admin, api::CannedUpdate{made->id, {}, {}, QStringLiteral("Hello")}).ok());
    QVERIFY(!desk.call(admin, api::CannedUpdate{made->id, {}, {}, QStringLiteral("{{nobody}}")}).ok());
    QVERIFY(desk.call(admin, api::CannedDelete{made->id}).ok());
    QCOMPARE(desk.roomsOf("canned.updated"), (QList<QByteArrayList>{{"operators"}, {"operators"}}));
    QCOMPARE(desk.roomsOf("canned.deleted"), (QList<QByteArrayList>{{"operators"}}));
}

void TestAdministration::listsOfTheDeskAreKept()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    QCOMPARE(desk.call(admin, api::SettingsGet{})->routing, api::DeskRouting{}); // the settings file's
    api::SettingsUpdate update;
    update.tags = {QStringLiteral(" returns "), QStringLiteral("billing"), QStringLiteral("returns")};
    update.holidays = {{QStringLiteral("2026-12-25"), QStringLiteral("Christmas"), {}, {}},
                       {QStringLiteral("2026-05-01"), {}, {}, {}}};
    update.routing = api::DeskRouting{api::RoutingStrategy::RoundRobin, 120, 20, 40, 50, 0};
    const auto now = desk.call(admin, update);
    QCOMPARE(now->tags, (QList<QString>{QStringLiteral("returns"), QStringLiteral("billing")}));
    QCOMPARE(now->holidays, (QList{update.holidays->last(), update.holidays->first()}));
    QCOMPARE(now->routing, update.routing);
    api::SettingsUpdate wrong;
    wrong.tags = {QStringLiteral("good"), QString(41, QLatin1Char('x'))};
    const auto refused = desk.call(admin, wrong);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().errors.value(0).field, QStringLiteral("tags.1"));
    QVERIFY(*desk.call(admin, api::SettingsGet{}) == *now);
    const auto seen = desk.call({}, api::SettingsGet{});
    QVERIFY(seen->tags.isEmpty()); // how the desk works is no visitor's business
    QVERIFY(!seen->routing);
}

void TestAdministration::theAuditSaysWhoDidWhat()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    for (const char *name : {"a", "b", "c"})
        QVERIFY(
            desk.call(admin, api::CannedCreate{QString::fromLatin1(name), QStringLiteral("T"), QStringLiteral("T")}));
    // One that is refused leaves no trace.
    QVERIFY(!desk.call(admin, api::CannedCreate{QStringLiteral("a"), QStringLiteral("T"), QStringLiteral("T")}));
    const auto first = desk.call(admin, api::AuditList{{}, {}, 2});
    QCOMPARE(first->entries.size(), 2);
    QCOMPARE(first->entries.first().detail, std::optional(QStringLiteral("c")));
    QCOMPARE(first->entries.first().actorId, std::optional(admin.operatorId.toString()));
    const auto second = desk.call(admin, api::AuditList{{}, first->next, 2});
    QCOMPARE(second->entries.size(), 2);
    QCOMPARE(second->entries.last().action, QStringLiteral("operator.signedIn"));
    QCOMPARE(second->entries.last().actorName, QStringLiteral("Clara"));
    const auto third = desk.call(admin, api::AuditList{{}, second->next, 2});
    QCOMPARE(third->entries.size(), 1);
    QVERIFY(!third->next);
    QCOMPARE(third->entries.last().action, QStringLiteral("operator.created"));
    QCOMPARE(third->entries.last().actorType, api::ActorType::CommandLine);
}

void TestAdministration::longListsComeInPieces()
{
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const QString text(4000, QChar(0x416)); // 24 kB on the wire
    QStringList made;
    for (int i = 10; i < 40; ++i) {
        made.append(QStringLiteral("s%1").arg(i));
        QVERIFY(desk.call(admin, api::CannedCreate{made.last(), QStringLiteral("T"), text}));
    }
    QStringList listed;
    api::CannedList command;
    do {
        const auto piece = desk.call(admin, command);
        QVERIFY(piece->replies.size() < 20);
        for (const api::CannedReply &reply : piece->replies)
            listed.append(reply.shortcut);
        command.after = piece->next;
    } while (command.after);
    QCOMPARE(listed, made);
}

void TestAdministration::oldChatsAreRemoved()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    constexpr qint64 dayMs = 24LL * 3'600'000;
    QList<ChatId> chats;
    for (int i = 0; i < 120; ++i) {
        chats.append(desk.startChat(desk.visitor(), QStringLiteral("needle")));
        if (i < 118)
            QVERIFY(desk.call(admin, api::ChatEnd{chats.last(), {}}));
    }
    QVERIFY(desk.call(admin, api::MessageDelete{chats.first(), 1}));
    desk.clock.advance(9 * dayMs);
    QVERIFY(desk.call(admin, api::ChatEnd{chats[118], {}}));
    desk.clock.advance(2 * dayMs);
    const auto counted = [&] { return desk.call(admin, api::ChatList{api::ChatScope::All, {}, 200})->chats.size(); };
    desk.desk->sweep();
    QCOMPARE(counted(), 120); // kept for ever unless the settings say otherwise
    QVERIFY(desk.call(admin, api::SettingsUpdate{{}, {}, {}, 10}));
    desk.desk->sweep();
    TestDesk::wait([&] { return counted() <= 2; });
    QCOMPARE(counted(), 2); // one ended lately, one open for long
    QCOMPARE(desk.outcome(admin, api::ChatGet{chats[0]}), "chat_not_found");
    QCOMPARE(desk.call(admin, api::MessageSearch{QStringLiteral("needle"), {}, {}, {}, 20})->hits.size(), 2);
    QCOMPARE(desk.administration()->check(desk.database.settings).value(), QStringList());
}

QTEST_GUILESS_MAIN(TestAdministration)

#include "tst_administration.moc"
