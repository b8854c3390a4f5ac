#include "server/http/eventdispatcher.h"
#include "tests/faults/client.h"
#include "tests/http/door.h"

#include <QAbstractEventDispatcher>

#include <sys/resource.h>

using namespace deskbell;
using namespace deskbell::server;

namespace {

/// Takes every descriptor that the process may still open, and gives them back when it goes.
class Hoard final
{
public:
    Hoard()
    {
        for (;;) {
            const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
            if (descriptor < 0)
                break;
            m_descriptors.push_back(descriptor);
        }
    }
    ~Hoard()
    {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Hoard)

private:
    std::vector<int> m_descriptors;
};

void setLimit(rlim_t soft)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = soft;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
}

} // namespace

/// The process runs out of descriptors and gets them back.
class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recoversFromExhaustion_data();
    void recoversFromExhaustion();
    void servesThoseWhoAreInside();
    void capsBelowTheLimit();
};

void TestDescriptors::initTestCase()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The sanitizers need descriptors of their own for their checks");
#endif
}

void TestDescriptors::recoversFromExhaustion_data()
{
    QTest::addColumn<bool>("hasAcceptedBefore");
    // Qt's own listener fails in two ways: for ever at its first batch, at full speed later.
    QTest::newRow("at the first connection") << false;
    QTest::newRow("later") << true;
}

void TestDescriptors::recoversFromExhaustion()
{
    QFETCH(bool, hasAcceptedBefore);
    Door door;
    setLimit(128);
    std::optional<RawClient> before;
    if (hasAcceptedBefore) {
        before.emplace(door.port, get("/health"));
        QTRY_COMPARE_WITH_TIMEOUT(before->status(), 200, limitMs);
    }
    std::vector<std::unique_ptr<BareClient>> clients;
    clients.reserve(10);
    for (int i = 0; i < 10; ++i)
        clients.push_back(std::make_unique<BareClient>());
    {
        const Hoard hoard;
        int turns = 0;
        const auto counting =
            connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [&] { ++turns; });
        for (const auto &client : clients)
            client->connect(door.port);
        for (const auto &client : clients) {
            QTRY_VERIFY_WITH_TIMEOUT(client->hasEnded(), limitMs);
            QVERIFY(client->received.startsWith("HTTP/1.1 503 "));
        }
        // More knock while nothing can be opened; the loop must not spin over them.
        clients.front()->close();
        turns = 0;
        QTest::qWait(300);
        disconnect(counting);
        QVERIFY2(turns < 200, QByteArray::number(turns));
    }
    RawClient after(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(after.status(), 200, limitMs);
}

void TestDescriptors::servesThoseWhoAreInside()
{
    Door door;
    RawClient client(door.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 1, limitMs);
    setLimit(128);
    const Hoard hoard;
    client.socket.write(get("/health") + get("/live/x"));
    QTRY_COMPARE_WITH_TIMEOUT(client.responses(), 3, limitMs);
}

void TestDescriptors::capsBelowTheLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    // For good: this has to be the last test of the process.
    limit = {.rlim_cur = 256, .rlim_max = 256};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    Door door({.connectionsPerAddress = 0});
    QCOMPARE(door.door->connectionCap(), 128);
    std::vector<std::unique_ptr<BareClient>> clients;
    // As many as fit into this process together with their other ends.
    Door small({.connections = 40, .connectionsPerAddress = 0});
    clients.reserve(50);
    for (int i = 0; i < 50; ++i)
        clients.push_back(std::make_unique<BareClient>(small.port));
    QTRY_COMPARE_WITH_TIMEOUT(small.door->connectionCount(), 40, limitMs);
    int ended = 0;
    for (const auto &client : clients)
        ended += client->hasEnded() ? 1 : 0;
    QCOMPARE(ended, 10);
    clients.erase(clients.begin(), clients.begin() + 5);
    QTRY_COMPARE_WITH_TIMEOUT(small.door->connectionCount(), 35, limitMs);
    RawClient next(small.port, get("/health"));
    QTRY_COMPARE_WITH_TIMEOUT(next.status(), 200, limitMs);
}

int main(int argc, char **argv)
{
    installEventDispatcher();
    QCoreApplication application(argc, argv);
    TestDescriptors test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_descriptors.moc"
