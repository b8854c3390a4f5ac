#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

using api::FieldKind;

api::FormField field(const char *id, FieldKind kind, bool required = false, QList<QString> choices = {})
{
    return {QString::fromLatin1(id), kind, QString::fromLatin1(id).toUpper(), required, std::move(choices)};
}

const api::FormField question = field("question", FieldKind::Question, true);
const QList<QString> topics{QStringLiteral("Delivery"), QStringLiteral("Refund")};

} // namespace

/// What a page shows of the desk before anybody asks, and what the form then brings.
class TestFrontDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangersSeeWhatIsSet_data() { TestDatabase::addRows(); }
    void strangersSeeWhatIsSet();
    void theTeamIsWhoIsOnline();
    void settingsThatCannotBeAreRefused_data();
    void settingsThatCannotBeAreRefused();
    void answersStandBeforeTheQuestion_data() { TestDatabase::addRows(); }
    void answersStandBeforeTheQuestion();
    void anAnsweredAddressIsTheVisitors_data() { TestDatabase::addRows(); }
    void anAnsweredAddressIsTheVisitors();
    void answersThatDoNotFitStartNoChat_data();
    void answersThatDoNotFitStartNoChat();
};

void TestFrontDesk::strangersSeeWhatIsSet()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const auto before = desk.call({}, api::DeskGet{});
    QVERIFY(!before->name);
    QVERIFY(before->open);
    QCOMPARE(before->form.size(), 3);
    api::SettingsUpdate update;
    update.deskName = QStringLiteral("Corner Shop");
    update.awayMessage = QStringLiteral("Back at nine");
    update.form = {question, field("department", FieldKind::Department)};
    update.look = api::DeskLook{QStringLiteral("#b31412"), api::Corner::Left, {}, {}, {}, false};
    QVERIFY(desk.call(admin, update).ok());
    QCOMPARE(desk.call({}, api::DeskGet{})->form, QList{question}); // there is none to choose
    const auto orders = desk.call(admin, api::DepartmentCreate{QStringLiteral("Orders"), {admin.operatorId}});
    const auto seen = desk.call({}, api::DeskGet{});
    QCOMPARE(seen->name, update.deskName);
    QCOMPARE(seen->awayMessage, update.awayMessage);
    QVERIFY(!seen->greeting);
    QCOMPARE(seen->form, *update.form);
    QCOMPARE(seen->look, *update.look);
    QCOMPARE(seen->departments, (QList<api::Department>{{orders->id, QStringLiteral("Orders"), {}}}));
    api::SettingsUpdate none;
    none.form.emplace();
    QCOMPARE(desk.call(admin, none)->form, before->form);
}

void TestFrontDesk::theTeamIsWhoIsOnline()
{
    TestDesk desk;
    QList<Caller> all;
    for (const char *name : {"Anna", "Ben", "Clara", "Dora"})
        all.append(desk.newOperator(QString::fromLatin1(name)));
    QCOMPARE(desk.call({}, api::DeskGet{})->team.size(), 0);
    desk.connect(all[1]);
    const auto team = desk.call({}, api::DeskGet{})->team;
    QCOMPARE(team, (QList<api::DeskPerson>{{all[1].operatorId, QStringLiteral("Ben")}}));
    for (const Caller &each : all)
        desk.connect(each);
    QCOMPARE(desk.call({}, api::DeskGet{})->team.size(), 3);
}

void TestFrontDesk::settingsThatCannotBeAreRefused_data()
{
    QTest::addColumn<QList<api::FormField>>("form");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("named");
    const QList<api::FormField> good{question};
    const QString nine = QStringLiteral("09:00");
    const QString utc = QStringLiteral("UTC");
    QTest::newRow("no question") << QList{field("name", FieldKind::Name)} << nine << utc << QStringLiteral("form");
    QTest::newRow("an id twice") << QList{question, field("question", FieldKind::Text)} << nine << utc
                                 << QStringLiteral("form.1");
    QTest::newRow("two names") << QList{question, field("a", FieldKind::Name), field("b", FieldKind::Name)} << nine
                               << utc << QStringLiteral("form.2");
    QTest::newRow("one choice") << QList{question, field("a", FieldKind::Choice, false, {nine})} << nine << utc
                                << QStringLiteral("form.1");
    QTest::newRow("no label") << QList{question, {QStringLiteral("a"), FieldKind::Consent, {}, true, {}}} << nine << utc
                              << QStringLiteral("form.1");
    QTest::newRow("no time") << good << QStringLiteral("9 am.") << utc << QStringLiteral("hours.0");
    QTest::newRow("after the end") << good << QStringLiteral("18:00") << utc << QStringLiteral("hours.0");
    QTest::newRow("no zone") << good << nine << QStringLiteral("Berlin") << QStringLiteral("timeZone");
}

void TestFrontDesk::settingsThatCannotBeAreRefused()
{
    QFETCH(QList<api::FormField>, form);
    QFETCH(QString, from);
    QFETCH(QString, zone);
    QFETCH(QString, named);
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const auto before = desk.call(admin, api::SettingsGet{});
    api::SettingsUpdate update;
    update.form = form;
    update.hours = {{1, from, QStringLiteral("17:00")}};
    update.timeZone = zone;
    const auto refused = desk.call(admin, update);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().errors.value(0).field, named);
    QVERIFY(*desk.call(admin, api::SettingsGet{}) == *before);
}

void TestFrontDesk::answersStandBeforeTheQuestion()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    api::SettingsUpdate update;
    update.form = {question, field("order", FieldKind::Text), field("topic", FieldKind::Choice, false, topics),
                   field("consent", FieldKind::Consent, true)};
    QVERIFY(desk.call(admin, update).ok());
    const Caller visitor = desk.visitor();
    api::ChatStart start;
    start.text = QStringLiteral("Where is it?");
    start.clientId = QStringLiteral("c1");
    start.answers = {{QStringLiteral("consent"), QStringLiteral("yes")},
                     {QStringLiteral("topic"), QStringLiteral("Delivery")},
                     {QStringLiteral("order"), QStringLiteral("20417")}};
    const auto started = desk.call(visitor, start);
    QVERIFY(started.ok());
    QCOMPARE(started->chat.lastSeq, 2);
    QCOMPARE(started->chat.lastMessage->clientId, start.clientId);
    QVERIFY(desk.call(visitor, start).ok()); // a resend says nothing twice
    const auto messages = desk.call(visitor, api::MessageList{started->chat.id, {}, {}, 10})->messages;
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.first().senderType, api::SenderType::System);
    QCOMPARE(messages.first().text, QStringLiteral("ORDER: 20417\nTOPIC: Delivery\n✓ CONSENT"));
    QCOMPARE(desk.roomsOf("message.sent").size(), 2);
}

void TestFrontDesk::anAnsweredAddressIsTheVisitors()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    api::SettingsUpdate update;
    update.form = {question, field("where", FieldKind::Address)};
    QVERIFY(desk.call(admin, update).ok());
    const Caller visitor = desk.visitor();
    api::ChatStart start;
    start.text = QStringLiteral("Do you deliver there?");
    start.answers = {{QStringLiteral("where"), QStringLiteral("Hauptstraße 12, Berlin")}};
    QVERIFY(desk.call(visitor, start).ok());
    QCOMPARE(desk.roomsOf("visitor.updated").size(), 1); // for whoever looks at them
    const auto address = [&] { return desk.call(admin, api::VisitorGet{visitor.visitorId})->address; };
    QCOMPARE(address(), std::optional(QStringLiteral("Hauptstraße 12, Berlin")));
    api::ChatStart again;
    again.address = QStringLiteral("Am Hafen 3, Hamburg"); // without a form
    QVERIFY(desk.call(visitor, again).ok());
    QCOMPARE(address(), again.address);
    QVERIFY(desk.call(admin, api::VisitorUpdate{visitor.visitorId, QStringLiteral("Vera"), {}, {}}));
    QCOMPARE(address(), again.address); // what is not given stays
    QVERIFY(desk.call(admin, api::VisitorErase{visitor.visitorId}));
    QCOMPARE(address(), std::nullopt);
}

void TestFrontDesk::answersThatDoNotFitStartNoChat_data()
{
    QTest::addColumn<QList<api::FormAnswer>>("answers");
    QTest::addColumn<QString>("named");
    const api::FormAnswer consent{QStringLiteral("consent"), QStringLiteral("yes")};
    QTest::newRow("no consent") << QList<api::FormAnswer>{} << QStringLiteral("consent");
    QTest::newRow("half a consent") << QList<api::FormAnswer>{{QStringLiteral("consent"), QStringLiteral("perhaps")}}
                                    << QStringLiteral("consent");
    QTest::newRow("another choice") << QList<api::FormAnswer>{consent, {QStringLiteral("topic"), QStringLiteral("X")}}
                                    << QStringLiteral("topic");
    QTest::newRow("no such field") << QList<api::FormAnswer>{consent, {QStringLiteral("age"), QStringLiteral("7")}}
                                   << QStringLiteral("age");
}

void TestFrontDesk::answersThatDoNotFitStartNoChat()
{
    QFETCH(QList<api::FormAnswer>, answers);
    QFETCH(QString, named);
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    api::SettingsUpdate update;
    update.form = {question, field("topic", FieldKind::Choice, false, topics),
                   field("consent", FieldKind::Consent, true)};
    QVERIFY(desk.call(admin, update).ok());
    api::ChatStart start;
    start.text = QStringLiteral("Hello");
    start.answers = answers;
    const auto refused = desk.call(desk.visitor(), start);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().errors.size(), 1);
    QCOMPARE(refused.error().errors.first().field, named);
    QCOMPARE(desk.call(admin, api::ChatList{})->chats.size(), 0);
}

QTEST_GUILESS_MAIN(TestFrontDesk)

#include "tst_frontdesk.moc"
