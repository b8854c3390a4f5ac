#include "server/http/routepair.h"

#include "server/http/routewire.h"

#include <QTcpSocket>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

constexpr qint64 replyHeadBytes = 32 * 1024;

bool endsWithConnection(const MessageHead &head)
{
    const bool bodiless = head.status == 204 || head.status == 304;
    return !bodiless && !head.chunked && !head.contentLength;
}

} // namespace

RoutePair::RoutePair(qint64 replyLimit, QObject *parent)
    : QObject(parent), m_replyLimit(replyLimit), m_near(new QTcpSocket(this))
{
    connect(m_near, &QTcpSocket::readyRead, this, &RoutePair::readReply);
    connect(m_near, &QTcpSocket::disconnected, this, [this] {
        m_broken = true;
        finish(std::nullopt);
    });
}

QTcpSocket *RoutePair::open()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return nullptr;
    auto *far = new QTcpSocket;
    if (m_near->setSocketDescriptor(ends[0]) && far->setSocketDescriptor(ends[1]))
        return far;
    delete far;
    // An end that a socket took is closed by it.
    if (m_near->socketDescriptor() < 0)
        ::close(ends[0]);
    ::close(ends[1]);
    return nullptr;
}

void RoutePair::send(const HttpRequest &request, Done done)
{
    Q_ASSERT(!m_done && !m_broken);
    m_done = std::move(done);
    m_reply = std::make_unique<BeastMessage>(BeastMessage::Kind::Reply, replyHeadBytes);
    m_headSeen = false;
    m_near->write(writeRouteRequest(request));
    m_near->flush();
}

void RoutePair::readReply()
{
    m_unread.append(m_near->readAll());
    if (!m_reply) {
        m_broken = true;
        return;
    }
    qsizetype begin = 0;
    while (begin < m_unread.size() && !m_reply->done()) {
        const qsizetype used = m_reply->put(QByteArrayView(m_unread).sliced(begin));
        begin += used;
        if (!m_headSeen && m_reply->headDone()) {
            m_headSeen = true;
            m_reply->setBodyLimit(m_replyLimit);
            m_broken = endsWithConnection(m_reply->head());
        }
        if (m_broken || m_reply->problem() != ParseProblem::None) {
            m_broken = true;
            finish(std::nullopt);
            return;
        }
        if (used == 0)
            break;
    }
    m_unread.remove(0, begin);
    if (!m_reply->done())
        return;
    // Bytes after the reply mean that it was not framed as it was meant.
    if (!m_unread.isEmpty()) {
        m_broken = true;
        finish(std::nullopt);
        return;
    }
    std::optional<HttpResponse> response = checkRouteReply(m_reply->head(), m_reply->takeBody());
    m_broken = !response.has_value();
    finish(std::move(response));
}

void RoutePair::finish(std::optional<HttpResponse> response)
{
    m_reply.reset();
    if (const Done done = std::exchange(m_done, {}))
        done(std::move(response));
}

} // namespace deskbell::server
