#include "server/http/routebridge.h"

#include "server/http/responsewriter.h"
#include "server/http/routepair.h"

#include <QLoggingCategory>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.http")

/// A listening socket that nobody can connect to, since its name is gone: QHttpServer and QTcpServer complain about a
/// server that does not listen.
int openDeafSocket()
{
    const QTemporaryDir folder;
    const QByteArray name = folder.filePath(QStringLiteral("s")).toLocal8Bit();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return -1;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    if (::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 && ::listen(descriptor, 1) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

/// The server that QHttpServer takes its connections from.
class RouteBridge::PairServer final : public QTcpServer
{
public:
    void hand(QTcpSocket *socket) { addPendingConnection(socket); }
};

RouteBridge::RouteBridge(const HttpLimits &limits)
    : m_limits(limits), m_server(std::make_unique<QHttpServer>()), m_pairServer(new PairServer)
{
    const int descriptor = openDeafSocket();
    if (descriptor >= 0 && !m_pairServer->setSocketDescriptor(descriptor))
        ::close(descriptor);
    m_server->bind(m_pairServer);
}

RouteBridge::~RouteBridge()
{
    // First, so that no late answer of a route finds its pair gone.
    m_server.reset();
}

void RouteBridge::submit(Exchange *exchange, const HttpHeaders &extraHeaders)
{
    const Waiting waiting{exchange, extraHeaders};
    if (RoutePair *pair = takePair())
        start(pair, waiting);
    else if (m_open > 0)
        m_waiting.enqueue(waiting);
    else
        exchange->respond(errorResponse(ErrorCode::Busy));
}

RoutePair *RouteBridge::takePair()
{
    while (!m_idle.isEmpty()) {
        RoutePair *pair = m_idle.takeLast();
        if (!pair->isBroken())
            return pair;
        --m_open;
        pair->deleteLater();
    }
    if (m_open >= m_limits.routePairs)
        return nullptr;
    auto *pair = new RoutePair(m_limits.routeReplyBytes, this);
    QTcpSocket *far = pair->open();
    if (!far) {
        qCWarning(log) << "No descriptors for another private connection to the routes";
        delete pair;
        return nullptr;
    }
    ++m_open;
    far->setParent(m_pairServer);
    m_pairServer->hand(far);
    return pair;
}

void RouteBridge::start(RoutePair *pair, const Waiting &waiting)
{
    pair->send(waiting.exchange->request(), [this, pair, waiting](std::optional<HttpResponse> response) {
        handleReply(pair, waiting, std::move(response));
    });
}

void RouteBridge::handleReply(RoutePair *pair, const Waiting &waiting, std::optional<HttpResponse> response)
{
    if (!response) {
        qCWarning(log) << "A route's reply was not sound and was withheld";
        response = errorResponse(ErrorCode::Internal);
    }
    if (pair->isBroken()) {
        --m_open;
        pair->deleteLater();
    } else {
        m_idle.append(pair);
    }
    if (waiting.exchange) {
        response->headers.append(waiting.extraHeaders);
        waiting.exchange->respond(*std::move(response));
    }
    while (!m_waiting.isEmpty()) {
        if (!m_waiting.head().exchange || !m_waiting.head().exchange->isOpen()) {
            m_waiting.dequeue();
            continue;
        }
        RoutePair *next = takePair();
        if (!next && m_open > 0)
            break;
        const Waiting first = m_waiting.dequeue();
        if (next)
            start(next, first);
        else
            first.exchange->respond(errorResponse(ErrorCode::Busy));
    }
}

} // namespace deskbell::server
