#pragma once

#include "server/engineio/closereason.h"
#include "server/engineio/framechannel.h"
#include "server/engineio/heartbeat.h"
#include "server/engineio/outbox.h"
#include "server/engineio/responder.h"
#include "server/engineio/upgradeattempt.h"
#include "server/http/admission.h"

namespace deskbell::server::engineio {

enum class Transport { Polling, WebSocket };

/// One client's connection, whatever carries it: a polling client's many requests or a WebSocket. Lives in the I/O
/// thread; the server owns it and deletes it (later) once it has finished.
class Session final : public QObject, private FrameReceiver
{
    Q_OBJECT

public:
    /// `options` and `queue` outlive the session.
    Session(QByteArray id, HttpRequest handshake, Admission::Ticket ticket, Timings timings, const Options &options,
            DeadlineQueue &queue);

    /// A bearer credential: whoever knows it can read and write the session.
    const QByteArray &id() const { return m_id; }
    /// The request that opened it, without its body.
    const HttpRequest &handshake() const { return m_handshake; }
    Timings timings() const { return m_timings; }
    Transport transport() const { return m_channel ? Transport::WebSocket : Transport::Polling; }
    bool isOpen() const { return m_state == State::Open; }

    /// In order, exactly once, unless the session ends. A client that does not take what is sent to it ends it.
    void send(const OutgoingMessage &message);
    /// Whether what is sent now would leave soon; if not, what may be lost is better not sent.
    bool isWritable() const;
    /// Pings the client at a faster pace than the handshake announced, or leaves it as it is.
    void hastenHeartbeat(Timings timings) { m_heartbeat.hasten(timings); }
    /// Sends what waits, then ends. closed() comes at once. `why` is told to the client where its transport can
    /// (a WebSocket); at most 123 bytes.
    void close(CloseReason reason = CloseReason::ForcedClose, const QString &why = {});

    // What the server calls.
    void openPolling(Responder &responder);
    void openWebSocket(std::unique_ptr<FrameChannel> channel);
    void poll(const Responder &responder);
    void post(Responder &responder);
    bool mayUpgrade() const;
    void upgrade(std::unique_ptr<FrameChannel> candidate);
    void endIfOverdue();

Q_SIGNALS:
    void textReceived(const QByteArray &utf8);
    void binaryReceived(const QByteArray &bytes);
    /// Once. Nothing is received or sent after it.
    void closed(deskbell::server::engineio::CloseReason reason);
    /// Once, after closed(): nobody has to be told anything any more.
    void finished();

private:
    enum class State {
        Open,
        Lingering, ///< Closed, but a polling client has yet to be told.
        Finished,
    };

    void textFrame(const QString &text) override;
    void binaryFrame(const QByteArray &bytes) override;
    void channelClosed() override;

    QByteArray handshakePacket(Transport transport) const;
    void receive(const deskbell::engineio::Packet &packet);
    void sendFrame(const OutgoingMessage &message);
    void sendPing();
    void scheduleFlush();
    void flush();
    void answerPoll(QByteArray body);
    void completeUpgrade(std::unique_ptr<FrameChannel> channel);
    void closedByPeer();
    void end(CloseReason reason, const QString &why = {});

    const QByteArray m_id;
    const HttpRequest m_handshake;
    const Admission::Ticket m_ticket;
    const Timings m_timings;
    const Options &m_options;
    DeadlineQueue &m_queue;
    State m_state = State::Open;
    Outbox m_outbox; // empty while there is a channel
    Responder m_poll; // the waiting GET, if any; at most one
    bool m_flushScheduled = false;
    std::unique_ptr<FrameChannel> m_channel; // null while the session is polling
    std::unique_ptr<UpgradeAttempt> m_upgrade; // never together with m_channel
    Heartbeat m_heartbeat; // runs while the session is open
    Deadline m_lingering; // set while it is lingering
};

} // namespace deskbell::server::engineio
