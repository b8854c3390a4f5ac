#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Counts, waiting, first response and duration.
class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void medianAndP95_data() { TestDatabase::addRows(); }
    void medianAndP95();
    void byOperatorAndDay_data() { TestDatabase::addRows(); }
    void byOperatorAndDay();
    void byDepartment_data() { TestDatabase::addRows(); }
    void byDepartment();
    void refusesOddSpans();

private:
    static constexpr qint64 secondMs = 1000;
    static constexpr qint64 dayMs = 24LL * 3'600'000;

    /// A chat that waits, is answered and ends, each so much later.
    static void hold(TestDesk &desk, const Caller &by, qint64 waitingMs, qint64 answeringMs, qint64 talkingMs)
    {
        const ChatId chat = desk.startChat(desk.visitor(), QStringLiteral("Hello"));
        desk.clock.advance(waitingMs);
        QVERIFY(desk.call(by, api::ChatClaim{chat}));
        desk.clock.advance(answeringMs);
        QVERIFY(desk.call(by, api::MessageSend{chat, QStringLiteral("Hi"), {}}));
        desk.clock.advance(talkingMs);
        QVERIFY(desk.call(by, api::ChatEnd{chat, {}}));
    }
};

void TestStatistics::medianAndP95()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Timestamp from = desk.clock.now();
    for (int i = 1; i <= 20; ++i)
        hold(desk, anna, i * secondMs, 2 * secondMs, 10 * secondMs);
    desk.startChat(desk.visitor(), QStringLiteral("still waiting"));
    const Timestamp to{desk.clock.now().ms + 1};
    const auto stats = desk.call(anna, api::StatsGet{from, to, api::StatsBy::Operator});
    QCOMPARE(stats->total.started, 21);
    QCOMPARE(stats->total.claimed, 20);
    QCOMPARE(stats->total.ended, 20);
    QCOMPARE(stats->total.messages, 41);
    QCOMPARE(stats->total.waiting, (api::StatsSpan{20, 10 * secondMs, 19 * secondMs}));
    QCOMPARE(stats->total.firstResponse, (api::StatsSpan{20, 12 * secondMs, 21 * secondMs}));
    QCOMPARE(stats->total.duration, (api::StatsSpan{20, 12 * secondMs, 12 * secondMs}));
    QCOMPARE(desk.call(anna, api::StatsGet{to, {to.ms + 1}, api::StatsBy::Day})->total.started, 0);
}

void TestStatistics::byOperatorAndDay()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const Timestamp from = desk.clock.now();
    hold(desk, ben, secondMs, secondMs, secondMs);
    desk.clock.advance(dayMs);
    hold(desk, anna, 5 * secondMs, secondMs, secondMs);
    hold(desk, anna, 7 * secondMs, secondMs, secondMs);
    const Timestamp to{desk.clock.now().ms + 1};
    const auto byOperator = desk.call(anna, api::StatsGet{from, to, api::StatsBy::Operator});
    QCOMPARE(byOperator->rows.size(), 2);
    QCOMPARE(byOperator->rows.first().name, QStringLiteral("Anna"));
    QCOMPARE(byOperator->rows.first().key, anna.operatorId.toString());
    QCOMPARE(byOperator->rows.first().waiting, (api::StatsSpan{2, 5 * secondMs, 7 * secondMs}));
    QCOMPARE(byOperator->rows.last().started, 1);
    const auto byDay = desk.call(anna, api::StatsGet{from, to, api::StatsBy::Day});
    QCOMPARE(byDay->rows.size(), 2);
    QCOMPARE(byDay->rows.first().key, from.toString().left(10));
    QCOMPARE(byDay->rows.last().started, 2);
}

void TestStatistics::byDepartment()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const auto sales = desk.call(admin, api::DepartmentCreate{QStringLiteral("Sales"), {}});
    const Timestamp from = desk.clock.now();
    for (int i = 0; i < 3; ++i) {
        api::ChatStart start;
        if (i > 0)
            start.departmentId = sales->id;
        QVERIFY(desk.call(desk.visitor(), start));
    }
    const auto stats = desk.call(admin, api::StatsGet{from, {desk.clock.now().ms + 1}, api::StatsBy::Department});
    QCOMPARE(stats->rows.size(), 2);
    QCOMPARE(stats->rows.first().key, QString());
    QCOMPARE(stats->rows.first().started, 1);
    QCOMPARE(stats->rows.last().name, QStringLiteral("Sales"));
    QCOMPARE(stats->rows.last().key, sales->id.toString());
    QCOMPARE(stats->rows.last().started, 2);
}

void TestStatistics::refusesOddSpans()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    QCOMPARE(desk.outcome(anna, api::StatsGet{{1000}, {1000}, api::StatsBy::Day}), "invalid_request");
    QCOMPARE(desk.outcome(anna, api::StatsGet{{0}, {400 * dayMs}, api::StatsBy::Day}), "invalid_request");
}

QTEST_GUILESS_MAIN(TestStatistics)

#include "tst_statistics.moc"
