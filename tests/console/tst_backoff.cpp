#include "console/net/backoff.h"

#include <QTest>

using namespace deskbell::console;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesItsBound();
    void startsAtTheLeast();
    void beginsAgain();
    void drawsWithinItsBounds();
};

void TestBackoff::doublesItsBound()
{
    Backoff backoff({500, 1'000, 15'000}, [] { return 1.0; });
    for (const qint64 bound : {1'000, 2'000, 4'000, 8'000, 15'000, 15'000})
        QCOMPARE(backoff.next(), bound);
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(backoff.next(), 15'000);
}

void TestBackoff::startsAtTheLeast()
{
    Backoff backoff({500, 1'000, 15'000}, [] { return 0.0; });
    for (int i = 0; i < 10; ++i)
        QCOMPARE(backoff.next(), 500);
}

void TestBackoff::beginsAgain()
{
    Backoff backoff({500, 1'000, 15'000}, [] { return 1.0; });
    for (int i = 0; i < 5; ++i)
        backoff.next();
    backoff.reset();
    QCOMPARE(backoff.next(), 1'000);
}

void TestBackoff::drawsWithinItsBounds()
{
    Backoff backoff;
    QSet<qint64> waits;
    for (int i = 0; i < 200; ++i) {
        const qint64 wait = backoff.next();
        QVERIFY(wait >= 500 && wait <= 15'000);
        waits.insert(wait);
    }
    QVERIFY(waits.size() > 100); // consoles that lost one server together do not come back together
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
