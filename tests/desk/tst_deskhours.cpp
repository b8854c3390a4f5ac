#include "server/desk/deskhours.h"

#include <QDateTime>
#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

namespace {

const QString nine = QStringLiteral("09:00");
const QString noon = QStringLiteral("12:00");
const QString berlin = QStringLiteral("Europe/Berlin");
const QList<api::OpeningHours> week{
    {1, nine, noon}, {1, QStringLiteral("13:00"), QStringLiteral("17:30")}, {2, nine, QStringLiteral("24:00")}};

Timestamp at(const char *iso)
{
    return {QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch()};
}

api::Holiday holiday(const char *date, const std::optional<QString> &from = {}, const std::optional<QString> &to = {})
{
    return {QString::fromLatin1(date), {}, from, to};
}

} // namespace

/// When the desk is open, and when it will be.
class TestDeskHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeek_data();
    void theWeek();
    void holidays_data();
    void holidays();
    void holidaysThatCannotBeAreRefused_data();
    void holidaysThatCannotBeAreRefused();
};

void TestDeskHours::theWeek_data()
{
    QTest::addColumn<Timestamp>("now");
    QTest::addColumn<bool>("open");
    QTest::addColumn<Timestamp>("opensAt");
    // 2026-03-02 is a Monday; Berlin is an hour ahead of UTC, and two in summer.
    QTest::newRow("a minute before") << at("2026-03-02T07:59:59Z") << false << at("2026-03-02T08:00:00Z");
    QTest::newRow("on time") << at("2026-03-02T08:00:00Z") << true << Timestamp{};
    QTest::newRow("at noon") << at("2026-03-02T11:30:00Z") << false << at("2026-03-02T12:00:00Z");
    QTest::newRow("closing") << at("2026-03-02T16:30:00Z") << false << at("2026-03-03T08:00:00Z");
    QTest::newRow("until midnight") << at("2026-03-03T22:59:00Z") << true << Timestamp{};
    QTest::newRow("in a week") << at("2026-03-03T23:00:00Z") << false << at("2026-03-09T08:00:00Z");
    QTest::newRow("summer time came") << at("2026-03-28T12:00:00Z") << false << at("2026-03-30T07:00:00Z");
}

void TestDeskHours::theWeek()
{
    QFETCH(Timestamp, now);
    QFETCH(bool, open);
    QFETCH(Timestamp, opensAt);
    const DeskHours hours(week, berlin);
    QVERIFY(hours.check().ok());
    QCOMPARE(hours.isOpen(now), open);
    QCOMPARE(hours.opensAt(now).value_or(Timestamp{}).ms, opensAt.ms);
}

void TestDeskHours::holidays_data()
{
    QTest::addColumn<QList<api::OpeningHours>>("hours");
    QTest::addColumn<Timestamp>("now");
    QTest::addColumn<bool>("open");
    QTest::addColumn<Timestamp>("opensAt");
    const QList<api::OpeningHours> always;
    QTest::newRow("the day before") << week << at("2026-03-02T09:00:00Z") << true << Timestamp{};
    QTest::newRow("until over the holiday")
        << week << at("2026-03-02T17:00:00Z") << false << at("2026-03-09T11:00:00Z");
    QTest::newRow("on the holiday") << week << at("2026-03-03T09:00:00Z") << false << at("2026-03-09T11:00:00Z");
    QTest::newRow("hours of its own") << week << at("2026-03-09T10:59:59Z") << false << at("2026-03-09T11:00:00Z");
    QTest::newRow("within them") << week << at("2026-03-09T11:00:00Z") << true << Timestamp{};
    QTest::newRow("and after them") << week << at("2026-03-09T12:00:00Z") << false << at("2026-03-10T08:00:00Z");
    QTest::newRow("else always open") << always << at("2026-03-02T22:59:59Z") << true << Timestamp{};
    QTest::newRow("from midnight on") << always << at("2026-03-02T23:00:00Z") << false << at("2026-03-03T23:00:00Z");
    QTest::newRow("to midnight") << always << at("2026-03-03T23:00:00Z") << true << Timestamp{};
}

void TestDeskHours::holidays()
{
    QFETCH(QList<api::OpeningHours>, hours);
    QFETCH(Timestamp, now);
    QFETCH(bool, open);
    QFETCH(Timestamp, opensAt);
    const DeskHours desk(hours, berlin, {holiday("2026-03-03"), holiday("2026-03-09", noon, QStringLiteral("13:00"))});
    QVERIFY(desk.check().ok());
    QCOMPARE(desk.isOpen(now), open);
    QCOMPARE(desk.opensAt(now).value_or(Timestamp{}).ms, opensAt.ms);
}

void TestDeskHours::holidaysThatCannotBeAreRefused_data()
{
    QTest::addColumn<QList<api::Holiday>>("days");
    QTest::addColumn<QString>("named");
    const api::Holiday good = holiday("2026-12-25");
    QTest::newRow("no such day") << QList{good, holiday("2026-02-30")} << QStringLiteral("holidays.1");
    QTest::newRow("another order") << QList{holiday("25.12.2026")} << QStringLiteral("holidays.0");
    QTest::newRow("twice") << QList{good, good} << QStringLiteral("holidays.1");
    QTest::newRow("no end") << QList{holiday("2026-12-25", nine)} << QStringLiteral("holidays.0");
    QTest::newRow("no beginning") << QList{holiday("2026-12-25", {}, nine)} << QStringLiteral("holidays.0");
    QTest::newRow("ends before") << QList{holiday("2026-12-25", noon, nine)} << QStringLiteral("holidays.0");
}

void TestDeskHours::holidaysThatCannotBeAreRefused()
{
    QFETCH(QList<api::Holiday>, days);
    QFETCH(QString, named);
    const auto refused = DeskHours({}, berlin, days).check();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().errors.value(0).field, named);
}

QTEST_GUILESS_MAIN(TestDeskHours)

#include "tst_deskhours.moc"
