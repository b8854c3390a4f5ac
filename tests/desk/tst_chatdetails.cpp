#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

/// The fields that are said to be wrong.
QByteArray wrongFields(const Error &error)
{
    QByteArrayList fields;
    for (const auto &each : error.errors)
        fields.append(each.field.toLatin1());
    return fields.join(' ');
}

template <class Command>
QByteArray wrongFields(const QByteArray &json)
{
    const auto command = json::decode<Command>(json);
    return command ? QByteArray() : wrongFields(command.error());
}

} // namespace

/// What is said about chats: subject, priority, tags, ratings, notes; and the departments they belong to.
class TestChatDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subjectAndPriority_data() { TestDatabase::addRows(); }
    void subjectAndPriority();
    void tagsAreASet_data() { TestDatabase::addRows(); }
    void tagsAreASet();
    void tagsHaveBounds();
    void aRatingIsChangedOnce_data() { TestDatabase::addRows(); }
    void aRatingIsChangedOnce();
    void notesStayAmongOperators_data() { TestDatabase::addRows(); }
    void notesStayAmongOperators();
    void notesComeInPages();
    void departmentsLive_data() { TestDatabase::addRows(); }
    void departmentsLive();
    void chatsAreListedByDepartment_data() { TestDatabase::addRows(); }
    void chatsAreListedByDepartment();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
};

void TestChatDetails::subjectAndPriority()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    api::ChatStart start;
    start.subject = QStringLiteral("Order 7");
    const api::Chat chat = desk.call(vera, start)->chat;
    QCOMPARE(chat.subject, start.subject);
    const auto updated = desk.call(anna, api::ChatUpdate{chat.id, QString(), api::ChatPriority::Urgent});
    QVERIFY(!updated->subject);
    QCOMPARE(updated->priority, api::ChatPriority::Urgent);
    QVERIFY(updated->version > chat.version);
    QCOMPARE(*desk.call(anna, api::ChatGet{chat.id}), *updated);
    QCOMPARE(desk.call(vera, api::ChatGet{chat.id})->priority, api::ChatPriority::Normal); // not for visitors
    QCOMPARE(desk.roomsOf("chat.updated").size(), 2); // one for them, and one for the operators
    QCOMPARE(*desk.call(anna, api::ChatUpdate{chat.id, {}, {}}), *updated);
    QCOMPARE(desk.roomsOf("chat.updated").size(), 2); // nothing changed, so there is nothing to tell
}

void TestChatDetails::tagsAreASet()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const auto tag = [&](const QStringList &add, const QStringList &remove) {
        return desk.call(anna, api::ChatTag{chat, add, remove})->tags;
    };
    QCOMPARE(tag({QStringLiteral("order"), QStringLiteral("  late\n delivery ")}, {}),
             QStringList({QStringLiteral("late delivery"), QStringLiteral("order")}));
    QCOMPARE(tag({QStringLiteral("order"), QStringLiteral("vip")}, {QStringLiteral("late delivery")}),
             QStringList({QStringLiteral("order"), QStringLiteral("vip")}));
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->tags, QStringList());
    QCOMPARE(tag({}, {QStringLiteral("order"), QStringLiteral("vip"), QStringLiteral("unknown")}), QStringList());
}

void TestChatDetails::tagsHaveBounds()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(desk.visitor());
    const auto refused = [&](const QStringList &add) {
        const auto answer = desk.call(anna, api::ChatTag{chat, add, {}});
        return answer ? QByteArray() : wrongFields(answer.error());
    };
    QCOMPARE(refused({QString(40, u'x')}), "");
    QCOMPARE(refused({QStringLiteral("fine"), QString(41, u'x')}), "add.1");
    QCOMPARE(refused({QStringLiteral(" ")}), "add.0");
    for (int i = 1; i < 50; ++i)
        QCOMPARE(refused({QString::number(i)}), "");
    QCOMPARE(refused({QStringLiteral("the 51st")}), "add");
}

void TestChatDetails::aRatingIsChangedOnce()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    QCOMPARE(desk.outcome(vera, api::ChatRate{chat, 5, {}}), "chat_not_active"); // nobody was there yet
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    QVERIFY(desk.call(anna, api::ChatEnd{chat, {}}));
    QCOMPARE(desk.call(vera, api::ChatRate{chat, 2, QStringLiteral("Slow")})->rating->score, 2);
    QCOMPARE(desk.outcome(vera, api::ChatRate{chat, 2, QStringLiteral("Slow")}), "ok"); // sent twice
    QCOMPARE(desk.outcome(vera, api::ChatRate{chat, 4, {}}), "ok");
    QCOMPARE(desk.outcome(vera, api::ChatRate{chat, 1, {}}), "already_rated");
    const auto rating = desk.call(anna, api::ChatGet{chat})->rating;
    QCOMPARE(rating->score, 4);
    QVERIFY(!rating->comment);
    QCOMPARE(desk.roomsOf("chat.rated").size(), 2);
}

void TestChatDetails::notesStayAmongOperators()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const ChatId chat = desk.startChat(desk.visitor());
    const auto first = desk.call(anna, api::NoteAdd{chat, QStringLiteral("Asked the warehouse")});
    const auto second = desk.call(ben, api::NoteAdd{chat, QStringLiteral("They call back")});
    QCOMPARE(desk.call(anna, api::NoteList{chat})->notes, QList<api::Note>({*first, *second}));
    QCOMPARE(first->operatorName, QStringLiteral("Anna"));
    QCOMPARE(desk.roomsOf("note.added"), QList<QByteArrayList>({{"operators"}, {"operators"}}));
    QCOMPARE(desk.outcome(anna, api::NoteAdd{ChatId::generate(), QStringLiteral("x")}), "chat_not_found");
}

void TestChatDetails::notesComeInPages()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(desk.visitor());
    QList<NoteId> added;
    for (int i = 0; i < 30; ++i) // more than an answer may carry
        added.append(desk.call(anna, api::NoteAdd{chat, QString(4'000, u'\u0416')})->id);
    QList<NoteId> listed;
    qsizetype largest = 0;
    api::NoteList command{chat};
    do {
        const Reply page = desk.submit(anna, command);
        largest = std::max(largest, page.json->size());
        const auto answer = json::decode<api::NoteListAnswer>(*page.json);
        for (const api::Note &note : answer->notes)
            listed.append(note.id);
        command.cursor = answer->next;
    } while (command.cursor);
    QCOMPARE(listed, added);
    QVERIFY2(largest < 400 * 1024, QByteArray::number(largest));
    command.cursor = QStringLiteral("page 2");
    QCOMPARE(wrongFields(desk.call(anna, command).error()), "cursor");
}

void TestChatDetails::departmentsLive()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const auto sales = desk.call(admin, api::DepartmentCreate{QStringLiteral(" Sales "), {anna.operatorId}});
    QCOMPARE(sales->name, QStringLiteral("Sales"));
    QCOMPARE(sales->operatorIds, QList({anna.operatorId}));
    QCOMPARE(desk.outcome(admin, api::DepartmentCreate{QStringLiteral("Sales")}), "department_exists");
    QCOMPARE(desk.outcome(admin, api::DepartmentCreate{QStringLiteral("New"), {OperatorId::generate()}}),
             "operator_not_found");
    const auto repairs = desk.call(admin, api::DepartmentCreate{QStringLiteral("Repairs")});
    QCOMPARE(desk.outcome(admin, api::DepartmentUpdate{repairs->id, QStringLiteral("Sales"), {}}), "department_exists");
    const auto renamed = desk.call(admin, api::DepartmentUpdate{repairs->id, QStringLiteral("Returns"), {}});
    const QList<api::Department> both{*renamed, *sales}; // by name
    QCOMPARE(desk.call(anna, api::DepartmentList{})->departments, both);
    const auto forStrangers = desk.call({}, api::DepartmentList{});
    for (const api::Department &each : forStrangers->departments)
        QVERIFY(each.operatorIds.isEmpty()); // who works where is not for everybody

    api::ChatStart start;
    start.departmentId = sales->id;
    const ChatId chat = desk.call(desk.visitor(), start)->chat.id;
    QVERIFY(desk.call(admin, api::DepartmentDelete{sales->id}));
    QVERIFY(!desk.call(anna, api::ChatGet{chat})->departmentId);
    QCOMPARE(desk.outcome(admin, api::DepartmentDelete{sales->id}), "department_not_found");
    QCOMPARE(desk.outcome(desk.visitor(), start), "department_not_found");
    QCOMPARE(desk.outcome(admin, api::DepartmentCreate{QStringLiteral("Sales")}), "ok"); // the name is free again
    QCOMPARE(desk.roomsOf("department.created").size(), 3);
    QCOMPARE(desk.roomsOf("department.updated").size(), 1);
    QCOMPARE(desk.roomsOf("department.deleted"), QList<QByteArrayList>({{"operators"}}));
}

void TestChatDetails::chatsAreListedByDepartment()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
    const auto sales = desk.call(admin, api::DepartmentCreate{QStringLiteral("Sales")});
    api::ChatStart start;
    start.departmentId = sales->id;
    const ChatId inSales = desk.call(desk.visitor(), start)->chat.id;
    desk.startChat(desk.visitor());
    const auto listed = [&](api::ChatScope scope) {
        QList<ChatId> ids;
        const auto answer = desk.call(admin, api::ChatList{scope, {}, 50, sales->id});
        for (const api::Chat &chat : answer->chats)
            ids.append(chat.id);
        return ids;
    };
    QCOMPARE(listed(api::ChatScope::Queue), QList({inSales}));
    QVERIFY(desk.call(admin, api::ChatClaim{inSales}));
    QCOMPARE(listed(api::ChatScope::Mine), QList({inSales}));
    QCOMPARE(listed(api::ChatScope::All), QList({inSales}));
    QCOMPARE(listed(api::ChatScope::Queue), QList<ChatId>());
    QVERIFY(desk.call(admin, api::ChatEnd{inSales, {}}));
    QCOMPARE(listed(api::ChatScope::Ended), QList({inSales}));
}

void TestChatDetails::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QByteArray>("fields");
    const QByteArray id = '"' + ChatId::generate().toString().toLatin1() + '"';
    const auto row = [](const char *name, const QByteArray &wrong, const QByteArray &fields) {
        QTest::newRow(name) << wrong << fields;
    };
    row("rate, too good", wrongFields<api::ChatRate>("{\"chatId\":" + id + ",\"score\":6}"), "score");
    row("rate, no score", wrongFields<api::ChatRate>("{\"chatId\":" + id + "}"), "score");
    row("transfer, no ids", wrongFields<api::ChatTransfer>(R"({"chatId":"x","operatorId":7})"), "chatId operatorId");
    row("transfer, blank note", wrongFields<api::ChatTransfer>("{\"chatId\":" + id + ",\"note\":\" \"}"), "note");
    row("assign, to nobody", wrongFields<api::ChatAssign>("{\"chatId\":" + id + "}"), "operatorId");
    row("route, unknown", wrongFields<api::ChatRoute>("{\"chatId\":" + id + ",\"strategy\":\"dice\"}"), "strategy");
    row("update, unknown", wrongFields<api::ChatUpdate>("{\"chatId\":" + id + ",\"priority\":\"max\"}"), "priority");
    row("tag, one text", wrongFields<api::ChatTag>("{\"chatId\":" + id + ",\"add\":\"vip\"}"), "add");
    row("note, empty", wrongFields<api::NoteAdd>("{\"chatId\":" + id + ",\"text\":\"\"}"), "text");
    row("notes, too many", wrongFields<api::NoteList>("{\"chatId\":" + id + ",\"limit\":201}"), "limit");
    row("department, blank", wrongFields<api::DepartmentCreate>(R"({"name":"  "})"), "name");
    row("department, members", wrongFields<api::DepartmentCreate>(R"({"name":"A","operatorIds":["x"]})"),
        "operatorIds.0");
}

void TestChatDetails::wrongFieldsAreNamed()
{
    QFETCH(QByteArray, wrong);
    QFETCH(QByteArray, fields);
    QCOMPARE(wrong, fields);
}

QTEST_GUILESS_MAIN(TestChatDetails)

#include "tst_chatdetails.moc"
