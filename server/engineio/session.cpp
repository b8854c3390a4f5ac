#include "server/engineio/session.h"

#include "shared/engineio/handshake.h"
#include "shared/engineio/payload.h"

namespace deskbell::server::engineio {

namespace {

using deskbell::engineio::Packet;
using deskbell::engineio::PacketType;

const QByteArray closePacket = QByteArrayLiteral("1");
const QByteArray noopPacket = QByteArrayLiteral("6");

HttpRequest withoutBody(HttpRequest request)
{
    request.body.clear();
    return request;
}

int webSocketCode(CloseReason reason)
{
    switch (reason) {
    case CloseReason::ServerShuttingDown:
        return 1001;
    case CloseReason::ParseError:
    case CloseReason::TransportError:
        return 1008;
    case CloseReason::SlowConsumer:
        return 4008;
    case CloseReason::ForcedClose:
    case CloseReason::TransportClose:
    case CloseReason::PingTimeout:
        return 1000;
    }
    Q_UNREACHABLE();
}

} // namespace

Session::Session(QByteArray id, HttpRequest handshake, Admission::Ticket ticket, Timings timings,
                 const Options &options, DeadlineQueue &queue)
    : m_id(std::move(id)), m_handshake(withoutBody(std::move(handshake))), m_ticket(std::move(ticket)),
      m_timings(timings), m_options(options), m_queue(queue),
      m_heartbeat(
          queue, timings, [this] { sendPing(); }, [this] { end(CloseReason::PingTimeout); }),
      m_lingering(queue, [this] { end(CloseReason::TransportClose); })
{
}

void Session::openPolling(Responder &responder)
{
    // Counted from before the answer: the client must never be faster than our own deadline.
    m_heartbeat.start();
    responder.payload(handshakePacket(Transport::Polling));
}

void Session::openWebSocket(std::unique_ptr<FrameChannel> channel)
{
    m_heartbeat.start();
    m_channel = std::move(channel);
    m_channel->setReceiver(this);
    m_channel->send(OutgoingMessage::control(PacketType::Open, handshakePacket(Transport::WebSocket).sliced(1)));
}

QByteArray Session::handshakePacket(Transport transport) const
{
    deskbell::engineio::Handshake handshake;
    handshake.sid = QString::fromLatin1(m_id);
    if (transport == Transport::Polling && m_options.upgrades == Upgrades::Allowed)
        handshake.upgrades.append(QStringLiteral("websocket"));
    handshake.pingInterval = m_timings.pingIntervalMs;
    handshake.pingTimeout = m_timings.pingTimeoutMs;
    handshake.maxPayload = m_options.maxPayload;
    return char(PacketType::Open) + encodeHandshake(handshake);
}

// --- receiving

void Session::poll(const Responder &responder)
{
    if (m_poll.isOpen()) {
        // Two clients, or one that has lost count: neither answer would be the right one.
        end(CloseReason::TransportError);
        Responder(responder).refuse(RequestError::BadRequest);
        return;
    }
    m_poll = responder;
    if (m_state == State::Lingering && m_outbox.isEmpty()) {
        end(CloseReason::TransportClose);
        return;
    }
    connect(responder.exchange(), &Exchange::aborted, this, [this] { end(CloseReason::TransportError); });
    flush();
}

void Session::post(Responder &responder)
{
    const HttpRequest &request = responder.request();
    if (request.body.size() > m_options.maxPayload) {
        responder.respond({413, {}, {}, {}});
        return;
    }
    if (request.header("content-type").startsWith("application/octet-stream")) {
        end(CloseReason::TransportError);
        responder.refuse(RequestError::BadRequest);
        return;
    }
    const auto payload = deskbell::engineio::decodePayload(request.body);
    for (const Packet &packet : payload.packets) {
        if (m_state != State::Open)
            break;
        receive(packet);
    }
    if (m_state == State::Open && !payload.complete) {
        end(CloseReason::ParseError);
        responder.refuse(RequestError::BadRequest);
        return;
    }
    responder.accepted();
}

void Session::textFrame(const QString &text)
{
    if (text.startsWith(QLatin1Char(char(PacketType::Message)))) {
        Q_EMIT textReceived(QStringView(text).sliced(1).toUtf8());
        return;
    }
    if (const auto packet = deskbell::engineio::decodePacket(text.toUtf8()))
        receive(*packet);
    else
        end(CloseReason::ParseError);
}

void Session::binaryFrame(const QByteArray &bytes)
{
    Q_EMIT binaryReceived(bytes);
}

void Session::channelClosed()
{
    end(CloseReason::TransportClose);
}

void Session::receive(const Packet &packet)
{
    switch (packet.type) {
    case PacketType::Message:
        if (packet.format == deskbell::engineio::Format::Text)
            Q_EMIT textReceived(packet.data);
        else
            Q_EMIT binaryReceived(packet.data);
        break;
    case PacketType::Pong:
        m_heartbeat.pongReceived();
        break;
    case PacketType::Close:
        closedByPeer();
        break;
    case PacketType::Ping:
        end(CloseReason::TransportError); // only the server pings
        break;
    case PacketType::Open:
    case PacketType::Upgrade:
    case PacketType::Noop:
        break;
    }
}

void Session::closedByPeer()
{
    // The client knows already: its waiting GET only has to come to an end.
    answerPoll(noopPacket);
    end(CloseReason::TransportClose);
}

// --- sending

void Session::send(const OutgoingMessage &message)
{
    if (m_state != State::Open)
        return;
    if (m_channel) {
        sendFrame(message);
        return;
    }
    m_outbox.append(message);
    if (m_outbox.exceeds(m_options.outbox))
        end(CloseReason::SlowConsumer);
    else
        scheduleFlush();
}

void Session::sendFrame(const OutgoingMessage &message)
{
    if (m_channel->bytesToWrite() > m_options.outbox.bytes) {
        m_channel->flush();
        if (m_channel->bytesToWrite() > m_options.outbox.bytes) {
            end(CloseReason::SlowConsumer);
            return;
        }
    }
    m_channel->send(message);
}

bool Session::isWritable() const
{
    if (m_state != State::Open)
        return false;
    if (m_channel)
        return m_channel->bytesToWrite() <= m_options.outbox.bytes / 2;
    return m_poll.isOpen();
}

void Session::sendPing()
{
    send(OutgoingMessage::control(PacketType::Ping));
}

void Session::scheduleFlush()
{
    if (m_flushScheduled || !m_poll.isOpen())
        return;
    // At the end of this turn, so that all that a request causes goes out in one answer.
    m_flushScheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_flushScheduled = false;
            flush();
        },
        Qt::QueuedConnection);
}

void Session::flush()
{
    if (m_poll.isOpen() && !m_outbox.isEmpty())
        answerPoll(m_outbox.takePollingBody());
}

void Session::answerPoll(QByteArray body)
{
    if (m_poll.isOpen())
        std::exchange(m_poll, {}).payload(std::move(body));
}

// --- upgrading

bool Session::mayUpgrade() const
{
    return m_state == State::Open && !m_channel && !m_upgrade && m_options.upgrades == Upgrades::Allowed;
}

void Session::upgrade(std::unique_ptr<FrameChannel> candidate)
{
    UpgradeAttempt::Steps steps;
    steps.releasePoll = [this] { answerPoll(noopPacket); };
    steps.done = [this](std::unique_ptr<FrameChannel> channel) { completeUpgrade(std::move(channel)); };
    steps.failed = [this] { m_upgrade.reset(); };
    m_upgrade =
        std::make_unique<UpgradeAttempt>(std::move(candidate), m_queue, m_options.upgradeTimeoutMs, std::move(steps));
}

void Session::completeUpgrade(std::unique_ptr<FrameChannel> channel)
{
    m_upgrade.reset();
    m_channel = std::move(channel);
    m_channel->setReceiver(this);
    answerPoll(noopPacket);
    const QList<OutgoingMessage> waiting = m_outbox.takeAll();
    for (const OutgoingMessage &message : waiting)
        m_channel->send(message);
}

// --- ending

void Session::close(CloseReason reason, const QString &why)
{
    if (m_state != State::Open)
        return;
    if (m_channel || (m_outbox.isEmpty() && m_poll.isOpen())) {
        end(reason, why);
        return;
    }
    // What waits goes first and alone: the client would act on a close packet before it has dealt with the rest.
    m_state = State::Lingering;
    m_heartbeat.stop();
    m_upgrade.reset();
    m_lingering.setIn(m_options.closeTimeoutMs);
    flush();
    Q_EMIT closed(reason);
}

void Session::endIfOverdue()
{
    if (m_heartbeat.isOverdue())
        end(CloseReason::PingTimeout);
}

void Session::end(CloseReason reason, const QString &why)
{
    if (m_state == State::Finished)
        return;
    const bool wasOpen = std::exchange(m_state, State::Finished) == State::Open;
    m_heartbeat.stop();
    m_lingering.clear();
    m_upgrade.reset();
    answerPoll(closePacket);
    if (const auto channel = std::move(m_channel)) {
        channel->setReceiver(nullptr);
        channel->close(webSocketCode(reason), why.isEmpty() ? QString(toText(reason)) : why);
    }
    if (wasOpen)
        Q_EMIT closed(reason);
    Q_EMIT finished();
}

} // namespace deskbell::server::engineio
