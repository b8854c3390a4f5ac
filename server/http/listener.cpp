#include "server/http/listener.h"

#include "server/http/responsewriter.h"

#include <QLoggingCategory>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.http")

/// At most so many a turn, so that a flood of connections does not starve the open ones.
constexpr int acceptedPerTurn = 256;
/// How many waiting clients are dropped with the reserve descriptor at one go.
constexpr int droppedWhenExhausted = 64;

int acceptOne(int listening, QHostAddress *peer)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    const int descriptor = ::accept4(listening, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0 && peer)
        *peer = QHostAddress(address);
    return descriptor;
}

int openReserve()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

Listener::Listener(int backlog, int pauseMs, Handler handler, QObject *parent)
    : QObject(parent), m_backlog(backlog), m_handler(std::move(handler))
{
    m_resume.setSingleShot(true);
    m_resume.setInterval(pauseMs);
    connect(&m_resume, &QTimer::timeout, this, [this] {
        if (m_reserve < 0)
            m_reserve = openReserve();
        if (m_notifier)
            m_notifier->setEnabled(true);
    });
}

Listener::~Listener()
{
    stop();
}

Result<quint16> Listener::listen(const QHostAddress &address, quint16 port)
{
    m_server.setListenBacklogSize(m_backlog);
    if (!m_server.listen(address, port))
        return Error(ErrorCode::Internal,
                     QStringLiteral("Cannot listen on %1 port %2: %3")
                         .arg(address.toString())
                         .arg(port)
                         .arg(m_server.errorString()));
    m_server.pauseAccepting();
    m_reserve = openReserve();
    m_notifier = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::acceptWaiting);
    return m_server.serverPort();
}

void Listener::pause()
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    m_resume.start();
}

void Listener::stop()
{
    m_resume.stop();
    m_notifier.reset();
    m_server.close();
    if (m_reserve >= 0)
        ::close(std::exchange(m_reserve, -1));
}

void Listener::acceptWaiting()
{
    for (int accepted = 0; accepted < acceptedPerTurn; ++accepted) {
        // The handler may pause or stop.
        if (!m_notifier || !m_notifier->isEnabled())
            return;
        QHostAddress peer;
        const int descriptor = acceptOne(int(m_server.socketDescriptor()), &peer);
        if (descriptor >= 0) {
            m_handler(descriptor, peer);
            continue;
        }
        if (errno == EAGAIN)
            return;
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            handleExhaustion(errno);
            return;
        }
        // Everything else (ECONNABORTED, EPROTO …) is about one client that is gone already.
    }
}

void Listener::handleExhaustion(int error)
{
    qCWarning(log, "Cannot accept connections: %s", std::strerror(error));
    if (m_reserve >= 0) {
        ::close(std::exchange(m_reserve, -1));
        for (int i = 0; i < droppedWhenExhausted; ++i) {
            const int descriptor = acceptOne(int(m_server.socketDescriptor()), nullptr);
            if (descriptor < 0)
                break;
            turnAway(descriptor, 503);
        }
        m_reserve = openReserve();
    }
    pause();
}

void turnAway(int descriptor, int status)
{
    const Error error(status == 429 ? ErrorCode::TooManyRequests : ErrorCode::Busy);
    const QByteArray answer = writeResponse(errorResponse(error, status), {.keepAlive = false});
    [[maybe_unused]] auto ignored = ::send(descriptor, answer.constData(), std::size_t(answer.size()), MSG_NOSIGNAL);
    ::shutdown(descriptor, SHUT_WR);
    // What has come already is taken, since closing over unread bytes resets the connection and loses the answer.
    std::array<char, 4096> sink;
    ignored = ::recv(descriptor, sink.data(), sink.size(), MSG_DONTWAIT);
    ::close(descriptor);
}

} // namespace deskbell::server
