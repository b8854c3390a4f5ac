#include "server/http/eventdispatcher.h"
#include "tests/faults/client.h"
#include "tests/http/door.h"

#include <QFile>

#include <sys/resource.h>

using namespace deskbell;
using namespace deskbell::server;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

#ifdef __SANITIZE_ADDRESS__
// It keeps what was freed for a while, so that resident memory says nothing.
constexpr bool isMemoryMeasurable = false;
#else
constexpr bool isMemoryMeasurable = true;
#endif

/// Memory of this process that is in RAM, the clients' share included.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

bool isServed(Door &door)
{
    RawClient client(door.port, get("/health"));
    return QTest::qWaitFor([&] { return client.received.endsWith("fine"); }, limitMs);
}

} // namespace

/// Senders that never end, and thousands that never begin: memory stays flat and others are served.
class TestFloods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void staysFlat_data();
    void staysFlat();
    void outlastsSlowSenders_data();
    void outlastsSlowSenders();
};

void TestFloods::initTestCase()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void TestFloods::staysFlat_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("status");
    QTest::newRow("10 GB body") << post("/echo", "Content-Length: 10737418240\r\n", {}) << QByteArray(65'536, 'b')
                                << 413;
    QTest::newRow("endless chunks") << post("/echo", "Transfer-Encoding: chunked\r\n", {})
                                    << "8000\r\n" + QByteArray(32'768, 'c') + "\r\n"
                                    << 413;
    QTest::newRow("endless header") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: ") << QByteArray(65'536, 'h') << 431;
    QTest::newRow("endless headers") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n")
                                     << QByteArray("X: y\r\n").repeated(5'000) << 431;
    QTest::newRow("endless target") << QByteArray("GET /") << QByteArray(65'536, 't') << 414;
    QTest::newRow("endless requests") << QByteArray() << get("/large").repeated(1'000) << 200;
}

void TestFloods::staysFlat()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, piece);
    QFETCH(int, status);
    Door door;
    QVERIFY(isServed(door));
    const qint64 before = residentBytes();
    // Each sends on until it is cut off, or until 16 MiB are out; none of them reads.
    constexpr int senders = 8;
    std::vector<std::unique_ptr<BareClient>> clients;
    clients.reserve(senders);
    for (int i = 0; i < senders; ++i) {
        clients.push_back(std::make_unique<BareClient>(door.port));
        clients.back()->send(beginning);
    }
    qint64 peak = 0;
    for (int round = 0; round < 200; ++round) {
        for (const auto &client : clients)
            client->send(piece);
        QCoreApplication::processEvents();
        peak = qMax(peak, residentBytes() - before);
    }
    QVERIFY(isServed(door));
    // The answer of /large is 5 MiB, held once for each connection and a moment longer on its way there.
    const qint64 allowed = status == 200 ? senders * 24 * mebibyte : 8 * mebibyte;
    QVERIFY2(!isMemoryMeasurable || peak < allowed, QByteArray::number(peak));
    if (status == 200)
        return;
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->hasEnded(), limitMs);
    QTRY_COMPARE_WITH_TIMEOUT(door.door->connectionCount(), 1, limitMs);
}

void TestFloods::outlastsSlowSenders_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<int>("seconds");
    const HttpLimits limits;
    QTest::newRow("in the head") << QByteArray("GET / HTTP/1.1\r\nX: ") << limits.headDeadlineMs / 1000;
    QTest::newRow("in the body") << post("/echo", "Content-Length: 200000\r\n", {}) << limits.bodyWindowMs / 1000;
}

void TestFloods::outlastsSlowSenders()
{
    QFETCH(QByteArray, beginning);
    QFETCH(int, seconds);
    constexpr int senders = 2'000;
    Door door({.connectionsPerAddress = 0});
    if (door.door->connectionCap() < senders + 10)
        QSKIP("The descriptor limit of this machine is too low");
    QVERIFY(isServed(door));
    const qint64 before = residentBytes();
    std::vector<std::unique_ptr<BareClient>> clients;
    clients.reserve(senders);
    for (int i = 0; i < senders; ++i)
        clients.push_back(std::make_unique<BareClient>(door.port));
    QTRY_VERIFY_WITH_TIMEOUT(door.door->connectionCount() >= senders, limitMs);
    for (const auto &client : clients)
        client->send(beginning);
    for (int second = 0; second < seconds; ++second) {
        for (const auto &client : clients)
            client->send("z");
        QVERIFY(isServed(door));
        QVERIFY(door.door->connectionCount() >= senders);
        door.clock.advance(1'000);
    }
    const qint64 grown = residentBytes() - before;
    QVERIFY2(!isMemoryMeasurable || grown < 40 * mebibyte, QByteArray::number(grown));
    door.door->checkDeadlines();
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->hasEnded(), limitMs);
    QVERIFY(isServed(door));
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestFloods test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_floods.moc"
