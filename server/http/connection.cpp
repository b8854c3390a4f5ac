#include "server/http/connection.h"

#include "server/http/requestdispatch.h"

#include <utility>

#include <sys/socket.h>

namespace deskbell::server {

namespace {

/// Read from the socket at one go.
constexpr qint64 pieceBytes = 16 * 1024;
/// What the socket holds beyond that while an answer is worked on; then the client is left waiting in its own kernel.
constexpr qint64 socketBufferBytes = 64 * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, Admission::Ticket ticket, RequestDispatch &dispatch,
                       const HttpLimits &limits, const Clock &clock, QObject *parent)
    : QObject(parent), m_dispatch(dispatch), m_limits(limits), m_clock(clock), m_ticket(std::move(ticket)),
      m_socket(socket), m_peer(socket->peerAddress()), m_parser(limits), m_readerWatch(limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(socketBufferBytes);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::advance);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::handleBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::handleDisconnected);
    await(Awaiting::Head);
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
    if (m_sink)
        m_sink->setListener({});
    if (Exchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->abort();
}

void Connection::advance()
{
    if (m_phase == Phase::Lingering)
        linger();
    // Answers given at once come back here; the loop below goes on with what they left.
    if (m_advancing)
        return;
    m_advancing = true;
    while (m_phase == Phase::Open && !m_exchange && !m_pump && m_socket->bytesToWrite() <= m_limits.pendingOutputBytes
           && step()) { }
    m_advancing = false;
}

bool Connection::step()
{
    switch (m_parser.state()) {
    case RequestParser::State::Head:
        return readMore();
    case RequestParser::State::Body:
        return feedSink() && readMore();
    case RequestParser::State::HeadDone:
        handleHead();
        return true;
    case RequestParser::State::Complete:
        dispatchRequest();
        return true;
    case RequestParser::State::Refused:
        refuse();
        return false;
    }
    return false;
}

bool Connection::readMore()
{
    if (m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(pieceBytes);
        m_parser.feed(bytes);
        return !bytes.isEmpty();
    }
    if (m_parser.state() == RequestParser::State::Body)
        await(Awaiting::Body);
    else
        await(m_served > 0 && m_parser.isIdle() ? Awaiting::NextRequest : Awaiting::Head);
    if (m_finishSoon && m_awaiting == Awaiting::NextRequest)
        finish();
    return false;
}

void Connection::handleHead()
{
    if (upgrade())
        return;
    const RequestDispatch::Terms terms = m_dispatch.termsFor(m_parser.request());
    m_parser.acceptBody(terms.bodyLimit);
    m_owesContinue = m_parser.state() == RequestParser::State::Body && m_parser.expectsContinue();
    if (m_parser.state() == RequestParser::State::Refused)
        return;
    HttpRequest head = m_parser.request();
    head.peer = m_peer;
    m_sink = m_dispatch.openSink(head);
    if (m_sink)
        m_sink->setListener([this] { advance(); });
}

bool Connection::feedSink()
{
    if (m_sink) {
        if (const QByteArray piece = m_parser.takePiece(); !piece.isEmpty())
            m_sink->take(piece);
        if (m_sink->state() == BodySink::State::Pausing) {
            await(Awaiting::Nothing);
            return false;
        }
        if (m_sink->state() == BodySink::State::Refusing && m_owesContinue) {
            dispatchRequest(); // the client is spared the sending
            return false;
        }
    }
    if (std::exchange(m_owesContinue, false)) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
    return true;
}

bool Connection::upgrade()
{
    if (!m_dispatch.wantsUpgrade(m_parser.request()))
        return false;
    HttpRequest request = m_parser.request();
    request.peer = m_peer;
    std::optional<HttpResponse> refusal = m_dispatch.refuseUpgrade(request, m_parser.isHttp10() || m_parser.hasBody());
    if (!refusal) {
        QTcpSocket *socket = m_socket;
        Admission::Ticket ticket = *std::exchange(m_ticket, std::nullopt);
        const QByteArray early = m_parser.takeUnread();
        leave();
        m_dispatch.openWebSocket(socket, early, request, std::move(ticket));
        return true;
    }
    m_framing = {.keepAlive = false, .http10 = m_parser.isHttp10()};
    refusal->closeConnection = true;
    answer(*std::move(refusal));
    return true;
}

void Connection::dispatchRequest()
{
    await(Awaiting::Nothing);
    const bool whole = m_parser.state() == RequestParser::State::Complete;
    if (m_sink && whole)
        m_sink->take(m_parser.takePiece());
    m_framing = {.keepAlive = whole && m_parser.keepAlive() && m_served + 1 < m_limits.requestsPerConnection,
                 .http10 = m_parser.isHttp10(),
                 .withoutBody = m_parser.request().method == "HEAD"};
    HttpRequest request = whole ? m_parser.takeRequest() : m_parser.request();
    request.peer = m_peer;
    if (m_sink)
        m_sink->setListener({});
    request.sink = std::exchange(m_sink, nullptr);
    m_exchange = new Exchange(std::move(request), [this](HttpResponse response) { answer(std::move(response)); });
    m_dispatch.handle(m_exchange);
}

void Connection::answer(HttpResponse response)
{
    m_exchange = nullptr;
    if (m_phase == Phase::Gone)
        return;
    ++m_served;
    m_framing.keepAlive = m_framing.keepAlive && !response.closeConnection && !m_finishSoon;
    m_socket->write(writeResponse(response, m_framing));
    // Written now and not at the next turn of the loop; this may find out that the client is gone.
    m_socket->flush();
    if (m_phase != Phase::Open)
        return;
    if (response.source && !m_framing.withoutBody && !m_pump)
        startBody(response.source);
    else
        goOn();
}

void Connection::startBody(const std::shared_ptr<BodySource> &source)
{
    m_pump = std::make_unique<BodyPump>(m_socket, source, [this](BodyPump::End end) {
        m_pump.reset();
        if (end == BodyPump::End::Broken)
            m_socket->abort(); // the only way to say that an answer is not whole
        else
            goOn();
    });
    m_pump->pump();
}

void Connection::goOn()
{
    if (!m_framing.keepAlive) {
        finish();
        return;
    }
    m_parser.feed({});
    advance();
}

void Connection::refuse()
{
    const RequestParser::Refusal &refusal = m_parser.refusal();
    HttpResponse response = errorResponse(Error(refusal.code, refusal.message), refusal.status);
    response.headers.append(m_dispatch.termsFor(m_parser.request()).refusalHeaders);
    response.closeConnection = true;
    m_framing = {.keepAlive = false, .withoutBody = m_parser.request().method == "HEAD"};
    answer(std::move(response));
}

void Connection::timeOut()
{
    // A connection that never asked for anything gets no answer either.
    if (m_awaiting == Awaiting::NextRequest || m_parser.isIdle()) {
        finish();
        return;
    }
    m_framing = {.keepAlive = false};
    answer(
        errorResponse(Error(ErrorCode::InvalidRequest, QStringLiteral("The request took too long to arrive.")), 408));
}

void Connection::finish()
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Finishing;
    m_deadlineMs = 0;
    m_awaiting = Awaiting::Nothing;
    if (m_socket->bytesToWrite() == 0)
        linger();
}

void Connection::linger()
{
    if (m_phase == Phase::Finishing) {
        // Closing over unread bytes would reset the connection and take the answer from the client.
        m_phase = Phase::Lingering;
        m_deadlineMs = m_clock.monotonicMs() + m_limits.lingerMs;
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    }
    m_lingered += m_socket->skip(m_socket->bytesAvailable());
    if (m_lingered > m_limits.lingerBytes)
        m_socket->abort();
}

void Connection::await(Awaiting what)
{
    if (m_awaiting == what)
        return;
    m_awaiting = what;
    const qint64 now = m_clock.monotonicMs();
    switch (what) {
    case Awaiting::Nothing:
        m_deadlineMs = 0;
        break;
    case Awaiting::NextRequest:
        m_deadlineMs = now + m_limits.idleDeadlineMs;
        break;
    case Awaiting::Head:
        m_deadlineMs = now + m_limits.headDeadlineMs;
        break;
    case Awaiting::Body:
        m_deadlineMs = now + m_limits.bodyWindowMs;
        m_windowBody = 0;
        break;
    }
}

void Connection::checkDeadlines()
{
    if (m_phase == Phase::Gone)
        return;
    const qint64 now = m_clock.monotonicMs();
    if (m_readerWatch.isTooSlow(m_socket->bytesToWrite(), now)) {
        m_socket->abort();
        return;
    }
    if (m_deadlineMs == 0 || now < m_deadlineMs)
        return;
    if (m_phase == Phase::Lingering) {
        m_socket->abort();
        return;
    }
    if (m_awaiting == Awaiting::Body) {
        const qint64 expected = qint64(m_limits.bodyBytesPerSecond) * m_limits.bodyWindowMs / 1000;
        if (m_parser.bodySize() - m_windowBody >= expected) {
            m_windowBody = m_parser.bodySize();
            m_deadlineMs = now + m_limits.bodyWindowMs;
            return;
        }
    }
    timeOut();
}

void Connection::finishSoon()
{
    m_finishSoon = true;
    if (m_phase == Phase::Open && !m_exchange && !m_pump && m_parser.isIdle())
        finish();
}

void Connection::abort()
{
    if (m_phase != Phase::Gone)
        m_socket->abort();
}

void Connection::handleBytesWritten(qint64 bytes)
{
    m_readerWatch.sent(bytes);
    if (m_phase == Phase::Finishing && m_socket->bytesToWrite() == 0)
        linger();
    else if (m_pump)
        m_pump->pump();
    else
        advance();
}

void Connection::handleDisconnected()
{
    if (m_phase == Phase::Gone)
        return;
    QTcpSocket *socket = m_socket;
    leave();
    socket->deleteLater();
    m_ticket.reset();
    if (Exchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->abort();
}

void Connection::leave()
{
    m_phase = Phase::Gone;
    m_pump.reset();
    m_sink.reset();
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    m_socket = nullptr;
    deleteLater();
}

} // namespace deskbell::server
