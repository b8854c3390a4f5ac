#include "server/http/frontdoor.h"

#include "server/http/connection.h"

#include <QLoggingCategory>

#include <algorithm>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.http")

/// Descriptors that connections leave to the database, logs, private pairs and whatever else the process opens.
constexpr rlim_t reservedDescriptors = 512;
constexpr int sweepsPerDeadline = 8;
constexpr int slowestSweepMs = 250;

/// Raises the soft descriptor limit as far as it goes and says how many connections fit below it.
int connectionsThatFit(int wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < limit.rlim_max && limit.rlim_cur < rlim_t(wanted) + reservedDescriptors) {
        limit.rlim_cur = std::min(limit.rlim_max, rlim_t(wanted) + reservedDescriptors);
        ::setrlimit(RLIMIT_NOFILE, &limit);
        ::getrlimit(RLIMIT_NOFILE, &limit);
    }
    const rlim_t reserve = std::min(reservedDescriptors, limit.rlim_cur / 2);
    return int(std::min(rlim_t(wanted), limit.rlim_cur - reserve));
}

void setOption(int descriptor, int name, int value)
{
    ::setsockopt(descriptor, IPPROTO_TCP, name, &value, sizeof value);
}

int sweepInterval(const HttpLimits &limits)
{
    const int shortest = std::min({limits.headDeadlineMs, limits.bodyWindowMs, limits.idleDeadlineMs,
                                   limits.readerWindowMs, limits.lingerMs, limits.webSocketCloseMs});
    return std::clamp(shortest / sweepsPerDeadline, 5, slowestSweepMs);
}

} // namespace

FrontDoor::FrontDoor(const HttpLimits &limits, const QStringList &allowedOrigins, const Clock &clock, QObject *parent)
    : QObject(parent), m_limits(limits), m_clock(clock), m_cap(connectionsThatFit(limits.connections)),
      m_admission(m_cap, limits.connectionsPerAddress), m_dispatch(m_limits, Cors(allowedOrigins), clock),
      m_listener(limits.backlog, limits.acceptPauseMs,
                 [this](int descriptor, const QHostAddress &peer) { welcome(descriptor, peer); })
{
    m_sweep.setInterval(sweepInterval(limits));
    connect(&m_sweep, &QTimer::timeout, this, &FrontDoor::checkDeadlines);
}

FrontDoor::~FrontDoor()
{
    m_listener.stop();
    qDeleteAll(std::exchange(m_connections, {}));
}

Result<quint16> FrontDoor::listen(const QHostAddress &address, quint16 port)
{
    Result<quint16> result = m_listener.listen(address, port);
    if (result)
        m_sweep.start();
    return result;
}

void FrontDoor::welcome(int descriptor, const QHostAddress &peer)
{
    switch (m_admission.judge(peer)) {
    case Admission::Verdict::Full:
        refuse(descriptor, 503);
        return;
    case Admission::Verdict::AddressFull:
        refuse(descriptor, 429);
        return;
    case Admission::Verdict::Welcome:
        break;
    }
    setOption(descriptor, TCP_NODELAY, 1);
    setOption(descriptor, TCP_USER_TIMEOUT, m_limits.tcpUserTimeoutMs);
    auto *socket = new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(descriptor);
        return;
    }
    auto *connection = new Connection(socket, m_admission.admit(peer), m_dispatch, m_limits, m_clock, nullptr);
    m_connections.insert(connection);
    connect(connection, &QObject::destroyed, this, [this, connection] {
        m_connections.remove(connection);
        announceClosed();
    });
}

void FrontDoor::refuse(int descriptor, int status)
{
    turnAway(descriptor, status);
    const qint64 second = m_clock.monotonicMs() / 1000;
    if (second != m_refusalSecond) {
        m_refusalSecond = second;
        m_refusals = 0;
        qCWarning(log, "Connections are turned away with %d: %d are open", status, connectionCount());
    }
    // Past this rate the flood is left to wait in the kernel, where it costs nothing.
    if (++m_refusals > m_limits.refusalsPerSecond)
        m_listener.pause();
}

void FrontDoor::checkDeadlines()
{
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections) {
        // Ending one may end others; those that are gone are no longer in the set or say so.
        if (m_connections.contains(connection))
            connection->checkDeadlines();
    }
    m_dispatch.webSockets().checkDeadlines();
    if (m_closeDeadlineMs > 0 && m_clock.monotonicMs() >= m_closeDeadlineMs)
        abortAll();
    announceClosed();
}

void FrontDoor::stopAccepting()
{
    m_listener.stop();
}

void FrontDoor::closeAll(int deadlineMs)
{
    stopAccepting();
    m_closeDeadlineMs = m_clock.monotonicMs() + deadlineMs;
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections) {
        if (m_connections.contains(connection))
            connection->finishSoon();
    }
    m_sweep.start();
}

void FrontDoor::abortAll()
{
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections) {
        if (m_connections.contains(connection))
            connection->abort();
    }
    m_dispatch.webSockets().abortAll();
}

void FrontDoor::announceClosed()
{
    if (m_closeDeadlineMs == 0 || m_closedAnnounced || connectionCount() > 0)
        return;
    m_closedAnnounced = true;
    m_sweep.stop();
    Q_EMIT closed();
}

} // namespace deskbell::server
