#include "server/http/eventdispatcher.h"
#include "tests/http/socketpair.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

#include <sys/resource.h>

using namespace deskbell::server;

namespace {

constexpr int limitMs = 5'000;

} // namespace

/// What the server does on its event loop, on the dispatcher that it runs with.
class TestEventLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsProcesses();
    void carriesTcp();
    void worksInAThread();
    void costsNothingForIdleSockets();
};

void TestEventLoop::runsProcesses()
{
    QProcess process;
    process.start(QStringLiteral("/bin/cat"), {});
    process.write("through a pipe");
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, limitMs);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("through a pipe"));
}

void TestEventLoop::carriesTcp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), limitMs);
    const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    const QByteArray large(4 * 1024 * 1024, 'x');
    QByteArray received;
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    accepted->write(large);
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), large.size(), limitMs);
    accepted->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, limitMs);
}

void TestEventLoop::worksInAThread()
{
    QThread thread;
    installEventDispatcher(thread);
    thread.start();
    QObject inThread;
    inThread.moveToThread(&thread);
    const Pair pair;
    QAtomicInt reads;
    QMetaObject::invokeMethod(&inThread, [&] {
        auto *reading = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read, &inThread);
        connect(reading, &QSocketNotifier::activated, &inThread, [&] {
            pair.drain();
            reads.ref();
        });
    });
    pair.write();
    QTRY_COMPARE_WITH_TIMEOUT(reads.loadRelaxed(), 1, limitMs);
    QMetaObject::invokeMethod(
        &inThread, [&] { qDeleteAll(inThread.children()); }, Qt::BlockingQueuedConnection);
    thread.quit();
    QVERIFY(thread.wait(limitMs));
}

void TestEventLoop::costsNothingForIdleSockets()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);

    const Pair busy;
    int reads = 0;
    QSocketNotifier reading(busy.ends[0], QSocketNotifier::Read);
    connect(&reading, &QSocketNotifier::activated, this, [&] {
        ++reads;
        busy.drain();
    });
    const auto measure = [&] {
        QElapsedTimer time;
        time.start();
        const int until = reads + 500;
        while (reads < until) {
            busy.write();
            QCoreApplication::processEvents();
        }
        return time.nsecsElapsed();
    };
    measure();
    const qint64 alone = measure();

    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> idle;
    for (int i = 0; i < 2'000; ++i) {
        pairs.push_back(std::make_unique<Pair>());
        for (const int end : pairs.back()->ends)
            idle.push_back(std::make_unique<QSocketNotifier>(end, QSocketNotifier::Read));
    }
    measure();
    // Qt's own dispatcher takes about a hundred times as long here.
    const qint64 amongIdle = measure();
    QVERIFY2(amongIdle < 10 * alone, qPrintable(QStringLiteral("%1 against %2 ns").arg(amongIdle).arg(alone)));
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    if (!QAbstractEventDispatcher::instance()->inherits("deskbell::server::EpollDispatcher"))
        qFatal("The dispatcher is not the one to be tested");
    TestEventLoop test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_eventloop.moc"
