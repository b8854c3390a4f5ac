#pragma once

#include "server/api/operationtable.h"
#include "server/desk/desk.h"
#include "server/engineio/options.h"
#include "server/socketio/namespace.h"

namespace deskbell::server {

/// Who a namespace is for.
enum class Side { Visitors, Operators };

/// `/visitor` or `/operator`: lets connections in, has their requests done by the desk, and carries its events to them.
/// Lives on the I/O thread; outlived by the namespace and the desk.
class ApiNamespace
{
public:
    /// `heartbeat` is the slowest pace at which this side's connections are watched.
    ApiNamespace(socketio::Namespace &sockets, Side side, engineio::Timings heartbeat, Desk &desk,
                 const OperationTable &operations);
    Q_DISABLE_COPY_MOVE(ApiNamespace)

    /// To everybody on this side who is in a room of the event.
    void publish(const Published &event);
    /// Closes the connections of these sessions.
    void endSessions(const QList<SessionId> &sessions);

private:
    void admitVisitor(socketio::Socket &socket, const socketio::Namespace::Next &next);
    void admitOperator(socketio::Socket &socket, const socketio::Namespace::Next &next);
    void welcome(socketio::Socket &socket);
    void handle(socketio::Socket &socket, const socketio::Incoming &incoming);
    Result<api::Command> decode(const Caller &caller, const socketio::Incoming &incoming) const;
    /// From now on the connection acts as `caller`, who may be a stranger.
    void act(socketio::Socket &socket, const Caller &caller);

    socketio::Namespace &m_sockets;
    const Side m_side;
    const engineio::Timings m_heartbeat;
    const QByteArray m_roomPrefix; // begins the names of this side's rooms
    Desk &m_desk;
    const OperationTable &m_operations;
};

} // namespace deskbell::server
