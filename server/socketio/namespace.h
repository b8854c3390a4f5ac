#pragma once

#include "server/socketio/recovery.h"
#include "server/socketio/rooms.h"
#include "server/socketio/socket.h"

namespace deskbell::server::socketio {

/// A part of the server that clients join by name, with its own rules of admission, handlers and rooms.
/// Lives in the I/O thread, as long as its server.
class Namespace final
{
public:
    /// To be called once: with nothing to go on, with an error to refuse the client. May be kept and called later.
    using Next = std::function<void(std::optional<ConnectError>)>;
    using Middleware = std::function<void(Socket &, const Next &)>;
    using ConnectionHandler = std::function<void(Socket &)>;

    Namespace(QByteArray name, const Options &options, engineio::DeadlineQueue &queue);
    ~Namespace();
    Q_DISABLE_COPY_MOVE(Namespace)

    const QByteArray &name() const { return m_name; }

    /// Runs for each client that wants to join, in the order added. Recovered clients were let in before and skip it.
    void use(Middleware middleware) { m_middlewares.append(std::move(middleware)); }
    /// Runs for each client that has joined, after it has been told so.
    void onConnection(ConnectionHandler handler) { m_connectionHandlers.append(std::move(handler)); }

    /// `jsonArguments` are JSON texts separated by commas; may be empty. Encoded once however many get it.
    void emitEvent(const Audience &audience, QByteArrayView name, QByteArrayView jsonArguments,
                   Delivery delivery = Delivery::Reliable);
    /// As above, with byte arrays anywhere. Errors: those of encode().
    Result<Nothing> emitEvent(const Audience &audience, const QString &name, const QCborArray &arguments,
                              Delivery delivery = Delivery::Reliable);

    Socket *find(const QByteArray &socketId) const { return m_sockets.value(socketId); }
    QList<Socket *> sockets() const { return m_sockets.values(); }
    QList<Socket *> socketsIn(const QByteArray &room) const { return m_rooms.in(room).values(); }
    qsizetype count() const { return m_sockets.size(); }

private:
    friend class Connection;
    friend class Socket;

    void add(Socket &socket);
    void remove(Socket &socket, const QByteArray &reason);
    void deliver(const Audience &audience, const WirePacket &packet, Delivery delivery);
    template <class Sockets>
    void deliverTo(const Sockets &sockets, const QByteArrayList &except, const WirePacket &packet, Delivery delivery);
    /// Those in the room, or the one socket that has this id.
    QSet<Socket *> membersOf(const QByteArray &room) const;
    /// See Recovery::restore(). A connection that still holds the session is closed first.
    std::optional<Recovery::Restored> restore(const QByteArray &pid, const std::optional<QByteArray> &offset);

    const QByteArray m_name;
    QList<Middleware> m_middlewares;
    QList<ConnectionHandler> m_connectionHandlers;
    QHash<QByteArray, Socket *> m_sockets; // the connected ones, by id
    QHash<QByteArray, Socket *> m_byPid; // the same by secret; empty without recovery
    Rooms m_rooms; // of connected and joining sockets; not the room that each socket is by itself
    std::unique_ptr<Recovery> m_recovery; // null: off
};

} // namespace deskbell::server::socketio
