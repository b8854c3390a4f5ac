#include "server/http/eventdispatcher.h"
#include "tests/http/socketpair.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <memory>

using namespace deskbell::server;

namespace {

constexpr int limitMs = 5'000;

} // namespace

/// The dispatcher of the I/O thread: timers, posted events, and notifiers in every kind of trouble.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTimers();
    void wakesForOtherThreads();
    void tellsReadAndWriteApart();
    void reportsHangUp();
    void survivesRemovalDuringDispatch();
    void survivesDeletionOfTheSender();
    void knowsReusedDescriptors();
    void watchesRegularFiles();
    void runsNestedLoops();
    void leavesSocketsOutWhenAsked();
};

void TestEpollDispatcher::runsTimers()
{
    int ticks = 0;
    int zeros = 0;
    QTimer often;
    connect(&often, &QTimer::timeout, this, [&] { ++ticks; });
    often.start(5);
    QTimer::singleShot(0, this, [&] { ++zeros; });
    QTRY_COMPARE_WITH_TIMEOUT(zeros, 1, limitMs);
    QTRY_VERIFY_WITH_TIMEOUT(ticks >= 3, limitMs);
    QVERIFY(often.remainingTime() <= 5);
    often.stop();
    const int before = ticks;
    QTest::qWait(20);
    QCOMPARE(ticks, before);
}

void TestEpollDispatcher::wakesForOtherThreads()
{
    bool called = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QMetaObject::invokeMethod(
            this, [&] { called = true; }, Qt::QueuedConnection);
    }));
    thread->start();
    QTRY_VERIFY_WITH_TIMEOUT(called, limitMs);
    thread->wait();
}

void TestEpollDispatcher::tellsReadAndWriteApart()
{
    const Pair pair;
    int reads = 0;
    int writes = 0;
    QSocketNotifier reading(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier writing(pair.ends[0], QSocketNotifier::Write);
    connect(&reading, &QSocketNotifier::activated, this, [&] {
        ++reads;
        pair.drain();
    });
    connect(&writing, &QSocketNotifier::activated, this, [&] {
        ++writes;
        writing.setEnabled(false);
    });
    QTRY_COMPARE_WITH_TIMEOUT(writes, 1, limitMs);
    QCOMPARE(reads, 0);
    pair.write();
    QTRY_COMPARE_WITH_TIMEOUT(reads, 1, limitMs);
    QCOMPARE(writes, 1);
    writing.setEnabled(true);
    QTRY_COMPARE_WITH_TIMEOUT(writes, 2, limitMs);
    reading.setEnabled(false);
    pair.write();
    QTest::qWait(10);
    QCOMPARE(reads, 1);
}

void TestEpollDispatcher::reportsHangUp()
{
    Pair pair;
    int reads = 0;
    QSocketNotifier reading(pair.ends[0], QSocketNotifier::Read);
    connect(&reading, &QSocketNotifier::activated, this, [&] {
        ++reads;
        reading.setEnabled(false);
    });
    pair.closeEnd(1);
    QTRY_COMPARE_WITH_TIMEOUT(reads, 1, limitMs);
}

void TestEpollDispatcher::survivesRemovalDuringDispatch()
{
    const Pair first;
    const Pair second;
    int activations = 0;
    auto one = std::make_unique<QSocketNotifier>(first.ends[0], QSocketNotifier::Read);
    auto other = std::make_unique<QSocketNotifier>(second.ends[0], QSocketNotifier::Read);
    connect(one.get(), &QSocketNotifier::activated, this, [&] {
        ++activations;
        first.drain();
        other.reset();
    });
    connect(other.get(), &QSocketNotifier::activated, this, [&] {
        ++activations;
        second.drain();
        one.reset();
    });
    QCoreApplication::processEvents();
    first.write();
    second.write();
    QTRY_VERIFY_WITH_TIMEOUT(activations > 0, limitMs);
    QTest::qWait(10);
    QCOMPARE(activations, 1);
}

void TestEpollDispatcher::survivesDeletionOfTheSender()
{
    const Pair pair;
    bool called = false;
    auto *reading = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
    auto *writing = new QSocketNotifier(pair.ends[0], QSocketNotifier::Write);
    connect(reading, &QSocketNotifier::activated, this, [&] {
        called = true;
        delete writing;
        delete reading;
    });
    pair.write();
    QTRY_VERIFY_WITH_TIMEOUT(called, limitMs);
}

void TestEpollDispatcher::knowsReusedDescriptors()
{
    const Pair first;
    auto second = std::make_unique<Pair>();
    const int number = second->ends[0];
    int stale = 0;
    int fresh = 0;
    std::unique_ptr<Pair> third;
    std::unique_ptr<QSocketNotifier> replacement;
    QSocketNotifier one(first.ends[0], QSocketNotifier::Read);
    auto other = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
    connect(other.get(), &QSocketNotifier::activated, this, [&] { ++stale; });
    connect(&one, &QSocketNotifier::activated, this, [&] {
        first.drain();
        // The other is ready in the same batch. Its number comes back as a socket with nothing to read.
        other.reset();
        second.reset();
        third = std::make_unique<Pair>();
        replacement = std::make_unique<QSocketNotifier>(third->ends[0], QSocketNotifier::Read);
        connect(replacement.get(), &QSocketNotifier::activated, this, [&] {
            ++fresh;
            third->drain();
        });
    });
    QCoreApplication::processEvents();
    // Written first, so that it is reported first.
    first.write();
    second->write();
    QTRY_VERIFY_WITH_TIMEOUT(third != nullptr, limitMs);
    QCOMPARE(third->ends[0], number);
    QTest::qWait(10);
    QCOMPARE(fresh, 0);
    third->write();
    QTRY_COMPARE_WITH_TIMEOUT(fresh, 1, limitMs);
    QVERIFY(stale <= 1);
}

void TestEpollDispatcher::watchesRegularFiles()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    int reads = 0;
    QSocketNotifier reading(file.handle(), QSocketNotifier::Read);
    connect(&reading, &QSocketNotifier::activated, this, [&] {
        if (++reads == 3)
            reading.setEnabled(false);
    });
    QTRY_COMPARE_WITH_TIMEOUT(reads, 3, limitMs);
    QTest::qWait(10);
    QCOMPARE(reads, 3);
}

void TestEpollDispatcher::runsNestedLoops()
{
    const Pair first;
    const Pair second;
    QEventLoop loop;
    int inner = 0;
    bool isOuterDone = false;
    QSocketNotifier one(first.ends[0], QSocketNotifier::Read);
    QSocketNotifier other(second.ends[0], QSocketNotifier::Read);
    connect(&one, &QSocketNotifier::activated, this, [&] {
        first.drain();
        second.write();
        loop.exec();
        isOuterDone = true;
    });
    connect(&other, &QSocketNotifier::activated, this, [&] {
        ++inner;
        second.drain();
        loop.quit();
    });
    first.write();
    QTRY_VERIFY_WITH_TIMEOUT(isOuterDone, limitMs);
    QCOMPARE(inner, 1);
}

void TestEpollDispatcher::leavesSocketsOutWhenAsked()
{
    const Pair pair;
    int reads = 0;
    QSocketNotifier reading(pair.ends[0], QSocketNotifier::Read);
    connect(&reading, &QSocketNotifier::activated, this, [&] {
        ++reads;
        pair.drain();
    });
    pair.write();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(reads, 0);
    QTRY_COMPARE_WITH_TIMEOUT(reads, 1, limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    if (!QAbstractEventDispatcher::instance()->inherits("deskbell::server::EpollDispatcher"))
        qFatal("The dispatcher is not the one to be tested");
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epolldispatcher.moc"
