#include "server/desk/expectedwait.h"
#include "tests/desk/routingscene.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::tests;

namespace {

const DepartmentId orders = DepartmentId::generate();
const DepartmentId binding = DepartmentId::generate();
constexpr qint64 now = 1'000'000'000;

QList<PastWait> waits(const std::optional<DepartmentId> &department, const QList<int> &seconds)
{
    QList<PastWait> list;
    for (const int each : seconds)
        list.append({department, Timestamp{now - 3'600'000}, Timestamp{now - 3'600'000 + each * 1'000LL}});
    return list;
}

} // namespace

/// What waiting visitors are told about how long it will take.
class TestExpectedWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByWhatOthersWaited_data();
    void goesByWhatOthersWaited();
    void visitorsLearnIt_data() { TestDatabase::addRows(); }
    void visitorsLearnIt();
};

void TestExpectedWait::goesByWhatOthersWaited_data()
{
    QTest::addColumn<QList<PastWait>>("past");
    QTest::addColumn<DepartmentId>("department");
    QTest::addColumn<int>("waited");
    QTest::addColumn<int>("expected"); // 0: nothing is said

    const DepartmentId none;
    const QList<PastWait> five = waits({}, {10, 500, 60, 90, 120});
    QTest::addRow("the median") << five << none << 0 << 90;
    QTest::addRow("less what one has waited") << five << none << 30 << 60;
    QTest::addRow("waited as long as that") << five << none << 90 << 0;
    QTest::addRow("too few") << waits({}, {10, 500, 60, 90}) << none << 0 << 0;
    QTest::addRow("the newest alone") << waits({}, QList<int>(ExpectedWait::most, 40))
            + waits({}, QList<int>(100, 4'000))
                                      << none << 0 << 40;
    const QList<PastWait> two = waits(orders, QList<int>(5, 300)) + waits(binding, QList<int>(4, 20)) + waits({}, {20});
    QTest::addRow("of the department") << two << orders << 0 << 300;
    QTest::addRow("of the desk, where the department had too few") << two << binding << 0 << 300;
    QTest::addRow("a clock that went back") << waits({}, QList<int>(5, -7)) << none << 0 << 0;
}

void TestExpectedWait::goesByWhatOthersWaited()
{
    QFETCH(QList<PastWait>, past);
    QFETCH(DepartmentId, department);
    QFETCH(int, waited);
    QFETCH(int, expected);
    WaitingChat chat;
    if (!department.isNull())
        chat.departmentId = department;
    chat.createdAt = Timestamp{now - waited * 1'000LL};
    QCOMPARE(ExpectedWait(past).secondsFor(chat, Timestamp{now}).value_or(0), expected);
}

void TestExpectedWait::visitorsLearnIt()
{
    QFETCH(TestDatabase::Kind, kind);
    RoutingScene at(kind, Strategy::Manual);
    const auto told = [&](const ChatId &chat) {
        QList<int> waits;
        for (const Published &event : std::as_const(at.desk.events)) {
            if (event.name != "queue.changed")
                continue;
            const auto place = json::decode<api::QueueChanged>(event.json);
            if (place && place->chatId == chat)
                waits.append(place->expectedWait.value_or(-1));
        }
        at.desk.events.clear();
        return waits;
    };
    const auto ask = [&] {
        const Caller visitor = at.desk.visitor();
        at.desk.connect(visitor);
        return at.desk.startChat(visitor);
    };
    for (int i = 0; i < ExpectedWait::fewest; ++i) {
        const ChatId chat = ask();
        at.desk.makeRounds();
        QCOMPARE(told(chat), QList<int>{-1});
        at.desk.pass(40);
        QVERIFY(at.desk.call(at.anna, api::ChatClaim{chat}));
    }
    const ChatId first = ask();
    at.desk.pass(10);
    const ChatId second = ask();
    at.desk.makeRounds();
    QCOMPARE(told(second), QList<int>{40});
    QVERIFY(at.desk.call(at.anna, api::ChatClaim{first}));
    at.desk.pass(15);
    QCOMPARE(told(second), QList<int>{25}); // of the place that it has now
    at.desk.pass(ExpectedWait::recentMs / 1'000);
    const ChatId tomorrow = ask();
    at.desk.makeRounds();
    QCOMPARE(told(tomorrow), QList<int>{-1}); // yesterday says nothing of today
}

QTEST_GUILESS_MAIN(TestExpectedWait)

#include "tst_expectedwait.moc"
