#pragma once

#include "server/http/exchange.h"
#include "server/socketio/incoming.h"
#include "server/socketio/options.h"
#include "server/socketio/wirepacket.h"

#include <QVariant>

#include <unordered_map>

namespace deskbell::server::engineio {
class Deadline;
struct Timings;
} // namespace deskbell::server::engineio

namespace deskbell::server::socketio {

class Connection;
class Namespace;

/// One client in one namespace. Lives in the I/O thread; deleted (later) once disconnected or refused, so whoever keeps
/// it keeps a QPointer.
class Socket final : public QObject
{
    Q_OBJECT

public:
    using EventHandler = std::function<void(Incoming &)>;
    /// Gets the packet whose data() is the array of the client's arguments, or why there is none.
    using Answer = std::function<void(const Result<deskbell::socketio::Packet> &)>;

    ~Socket() override;

    /// Public: other clients may see it.
    const QByteArray &id() const { return m_id; }
    Namespace &nsp() const { return m_namespace; }
    /// What the client sent to join, an object.
    json::Value auth() const { return m_auth->root(); }
    /// The request that opened its connection, without body.
    const HttpRequest &handshake() const;
    bool isConnected() const { return m_state == State::Connected; }
    /// Whether it continues an earlier session: the id is the same, the rooms and data are back.
    bool isRecovered() const { return m_recovered; }

    /// What the application wants to remember with it.
    const QVariant &data() const { return m_data; }
    void setData(QVariant data) { m_data = std::move(data); }

    /// Gets every event of the client. Set it in the namespace's connection handler.
    void setEventHandler(EventHandler handler) { m_eventHandler = std::move(handler); }

    /// `jsonArguments` are JSON texts separated by commas; may be empty.
    void emitEvent(QByteArrayView name, QByteArrayView jsonArguments, Delivery delivery = Delivery::Reliable);
    /// As above, with byte arrays anywhere. Errors: those of encode().
    Result<Nothing> emitEvent(const QString &name, const QCborArray &arguments, Delivery delivery = Delivery::Reliable);
    /// Wants an answer within the time. Errors: Busy for none in time, Disconnected.
    void request(QByteArrayView name, QByteArrayView jsonArguments, qint64 timeoutMs, Answer answer);

    void join(const QByteArray &room);
    void leave(const QByteArray &room);
    QSet<QByteArray> rooms() const;

    /// Watches the connection, with whatever namespaces it is in, at this pace, unless its own is faster.
    void hastenHeartbeat(engineio::Timings timings);

    /// Tells the client, then disconnects it.
    void close(Reach reach = Reach::Namespace);

Q_SIGNALS:
    /// It is still in its rooms.
    void disconnecting(const QByteArray &reason);
    /// Once. Nothing comes or goes after it.
    void disconnected(const QByteArray &reason);

private:
    friend class Ack;
    friend class Connection;
    friend class Namespace;

    enum class State { Joining, Connected, Gone };
    struct Pending;

    Socket(QByteArray id, QByteArray pid, Namespace &nsp, Connection &connection,
           std::shared_ptr<const json::Document> auth);
    void send(const WirePacket &packet, Delivery delivery);
    void receive(deskbell::socketio::Packet packet);
    void receiveAnswer(const deskbell::socketio::Packet &packet);
    void acknowledge(quint64 id, QByteArrayView jsonArguments);
    Result<Nothing> acknowledge(quint64 id, const QCborArray &arguments);
    void timeOut(quint64 id);
    void becomeConnected();
    void becomeGone(const QByteArray &reason);

    const QByteArray m_id;
    const QByteArray m_pid; // empty: the session cannot be recovered
    Namespace &m_namespace;
    Connection *m_connection; // null once gone
    const std::shared_ptr<const json::Document> m_auth;
    State m_state = State::Joining;
    bool m_recovered = false;
    quint64 m_firstPacket = 0; // see RecoverableSession
    QVariant m_data;
    EventHandler m_eventHandler;
    quint64 m_nextRequest = 0;
    std::unordered_map<quint64, std::unique_ptr<Pending>> m_pending; // requests that wait for their answer, by id
};

} // namespace deskbell::server::socketio
