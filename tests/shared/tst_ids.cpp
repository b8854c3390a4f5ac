#include "shared/clock.h"
#include "shared/ids.h"

#include <QSet>
#include <QTest>
#include <QUuid>

using namespace deskbell;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatedIdsAreSortedAndUnique();
    void onlyCanonicalTextIsAnId_data();
    void onlyCanonicalTextIsAnId();
    void timesAreRfc3339_data();
    void timesAreRfc3339();
    void timesWithoutOffsetAreRefused();
};

void TestIds::generatedIdsAreSortedAndUnique()
{
    QSet<QString> seen;
    QString last;
    for (int i = 0; i < 20'000; ++i) {
        const QString id = generateUuid();
        QVERIFY2(last < id, qPrintable(last + u' ' + id));
        last = id;
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 20'000);
    QVERIFY(isUuid(last));
    const QUuid uuid(last);
    QCOMPARE(int(uuid.variant()), int(QUuid::DCE));
    QCOMPARE(last[14], QLatin1Char('7'));
}

void TestIds::onlyCanonicalTextIsAnId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << QStringLiteral("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000") << true;
    QTest::newRow("braces") << QStringLiteral("{0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000}") << false;
    QTest::newRow("upper case") << QStringLiteral("0190AAAA-bbbb-7ccc-8ddd-eeeeffff0000") << false;
    QTest::newRow("short") << QStringLiteral("0190aaaa-bbbb-7ccc-8ddd-eeeeffff000") << false;
    QTest::newRow("dash moved") << QStringLiteral("0190aaaab-bbb-7ccc-8ddd-eeeeffff0000") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("not hex") << QStringLiteral("0190aaaa-bbbb-7ccc-8ddd-eeeeffffg000") << false;
}

void TestIds::onlyCanonicalTextIsAnId()
{
    QFETCH(QString, text);
    QTEST(ChatId::fromString(text).has_value(), "good");
}

void TestIds::timesAreRfc3339_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << qint64(0) << QStringLiteral("1970-01-01T00:00:00.000Z");
    QTest::newRow("leap day") << qint64(1'709'208'000'007) << QStringLiteral("2024-02-29T12:00:00.007Z");
    QTest::newRow("before the epoch") << qint64(-1) << QStringLiteral("1969-12-31T23:59:59.999Z");
    QTest::newRow("last of a year") << qint64(1'798'761'599'999) << QStringLiteral("2026-12-31T23:59:59.999Z");
}

void TestIds::timesAreRfc3339()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(Timestamp{ms}.toString(), text);
    QCOMPARE(Timestamp::fromString(text), std::optional(Timestamp{ms}));
}

void TestIds::timesWithoutOffsetAreRefused()
{
    QVERIFY(!Timestamp::fromString(u"2026-01-01T00:00:00.000"));
    QVERIFY(!Timestamp::fromString(u"yesterday"));
    QCOMPARE(Timestamp::fromString(u"2026-01-01T02:00:00.000+02:00"),
             Timestamp::fromString(u"2026-01-01T00:00:00.000Z"));
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
