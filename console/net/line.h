#pragma once

#include "shared/engineio/handshake.h"
#include "shared/json/document.h"
#include "shared/socketio/decoder.h"

#include <QDeadlineTimer>
#include <QMap>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace deskbell::console {

/// One connection to one Socket.IO namespace, over WebSocket from the start. It is opened once; when it has ended,
/// for whatever reason, a new one takes its place. Whoever gets its signals must not delete it in them.
class Line final : public QObject
{
    Q_OBJECT

public:
    /// Gets the argument of the ack, which lives as long as the call, or why none came.
    using Reply = std::function<void(const Result<json::Value> &argument)>;

    /// Milliseconds.
    struct Deadlines
    {
        qint64 open = 10'000; ///< From open() to the namespace's welcome.
        qint64 answer = 10'000; ///< From a request to its ack.
    };

    explicit Line(QByteArray nsp, QObject *parent = nullptr);
    Line(QByteArray nsp, Deadlines deadlines, QObject *parent = nullptr);
    ~Line() override;

    /// `server` is http or https; `auth` a JSON object.
    void open(const QUrl &server, const QByteArray &auth);
    /// Ends the connection in order. Requests without an answer fail; nothing is signalled.
    void close();
    bool isOpen() const { return m_stage == Stage::Open; }

    /// Sends an event with one JSON argument. `done` is called once: with the ack, or with Disconnected when the line
    /// ended or the deadline passed.
    void request(QByteArrayView name, const QByteArray &argument, Reply done);

Q_SIGNALS:
    void opened();
    /// `argument` lives as long as the call.
    void eventReceived(const QByteArray &name, deskbell::json::Value argument);
    /// The namespace does not let us in, and the line has ended.
    void refused(const deskbell::Error &error);
    /// The line has ended otherwise; `reason` is for people.
    void lost(const QString &reason);

private:
    enum class Stage { Idle, Opening, Open, Ended };
    struct Pending
    {
        QDeadlineTimer deadline;
        Reply done;
    };

    void takeText(const QString &text);
    void takeHandshake(QByteArrayView json);
    void takePacket(const socketio::Packet &packet);
    void refuse(json::Value payload);
    void send(const QByteArray &text);
    void expireRequests();
    void fail(const QString &reason);
    bool end();
    void failRequests();

    const QByteArray m_nsp;
    const Deadlines m_deadlines;
    Stage m_stage = Stage::Idle;
    QByteArray m_auth;
    QWebSocket m_socket;
    socketio::Decoder m_decoder;
    QTimer m_openDeadline;
    QTimer m_silence; // runs out when the server has not pinged for longer than it promised
    QTimer m_answerDeadline; // runs while requests wait, until the deadline of the oldest
    quint64 m_nextId = 0;
    QMap<quint64, Pending> m_pending; // by ack id, which rises, and so do the deadlines
};

} // namespace deskbell::console
