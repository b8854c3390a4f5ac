// What the desk takes without any network: message.send from one thread, stored durably and answered.
// An argument sets the most requests in one commit.
#include "server/desk/desk.h"
#include "tests/bench/micro/stopwatch.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::server;

namespace {

constexpr int chatCount = 200;

struct Asker
{
    Caller visitor;
    ChatId chat;
};

/// Sends from every asker with `inFlight` requests each on their way, for three seconds.
class Flood
{
public:
    Flood(Desk &desk, const std::vector<Asker> &askers) : m_desk(desk), m_askers(askers) { }

    void run(int inFlight)
    {
        m_stored = 0;
        m_running = true;
        const std::int64_t start = bench::nowNs();
        for (const Asker &asker : m_askers) {
            for (int count = 0; count < inFlight; ++count)
                send(asker);
        }
        QTimer::singleShot(std::chrono::seconds(3), &m_loop, &QEventLoop::quit);
        m_loop.exec();
        const double seconds = double(bench::nowNs() - start) / double(bench::nsPerSecond);
        std::printf("%d chats, %2d in flight each: %.0f messages/s\n", chatCount, inFlight, double(m_stored) / seconds);
        m_running = false;
        m_loop.exec(); // until the last answer has come
    }

private:
    void send(const Asker &asker)
    {
        ++m_waiting;
        api::MessageSend command{asker.chat,
                                 QStringLiteral("Good morning, my order has not come yet. Can you help me?"),
                                 QString::number(++m_number)};
        m_desk.submit(asker.visitor, std::move(command), [this, &asker](const Reply &reply) {
            --m_waiting;
            if (!reply.json)
                qFatal("%s", qPrintable(reply.json.error().message));
            ++m_stored;
            if (m_running)
                send(asker);
            else if (m_waiting == 0)
                m_loop.quit();
        });
    }

    Desk &m_desk;
    const std::vector<Asker> &m_askers;
    QEventLoop m_loop;
    qint64 m_number = 0;
    qint64 m_stored = 0;
    int m_waiting = 0;
    bool m_running = false;
};

std::vector<Asker> openChats(Desk &desk)
{
    std::vector<Asker> askers;
    askers.reserve(chatCount);
    QEventLoop loop;
    for (int count = 0; count < chatCount; ++count) {
        desk.admitVisitor({}, {}, "127.0.0.1", [&](const Result<AdmittedVisitor> &admission) {
            const Caller visitor = admission->caller;
            desk.submit(visitor, api::ChatStart{}, [&, visitor](const Reply &reply) {
                const auto answer = json::decode<api::ChatStartAnswer>(reply.json.value());
                askers.push_back({visitor, answer->chat.id});
                if (askers.size() == size_t(chatCount))
                    loop.quit();
            });
        });
    }
    loop.exec();
    return askers;
}

} // namespace

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    // Beside the working folder, because /tmp may be memory, which has no disk to wait for.
    const QTemporaryDir folder(QStringLiteral("desk-XXXXXX"));
    const SystemClock clock;
    StorageSettings storage;
    storage.dataFolder = folder.path();
    if (count > 1)
        storage.batch = QString::fromLocal8Bit(arguments[1]).toInt();
    DeskOptions options;
    options.rateLimits = RateLimits::Switch::Off;
    auto desk = Desk::open(storage, clock, options);
    if (!desk)
        qFatal("%s", qPrintable(desk.error().message));
    const std::vector<Asker> askers = openChats(**desk);
    Flood flood(**desk, askers);
    for (const int inFlight : {1, 16})
        flood.run(inFlight);
    (*desk)->stop();
}
