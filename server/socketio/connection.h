#pragma once

#include "server/engineio/session.h"
#include "server/socketio/options.h"
#include "server/socketio/wirepacket.h"
#include "shared/socketio/decoder.h"

namespace deskbell::server::socketio {

class Namespace;
class Server;
class Socket;

/// One Engine.IO session and the namespaces that its client is in. Ends with its session; the server owns it.
class Connection final : public QObject
{
    Q_OBJECT

public:
    /// `server` outlives this.
    Connection(engineio::Session *session, Server &server);
    ~Connection() override;

    const HttpRequest &handshake() const;
    engineio::DeadlineQueue &deadlines() const;

    void send(const WirePacket &packet, Delivery delivery);
    void hastenHeartbeat(engineio::Timings timings);
    void closeSocket(Socket &socket, Reach reach);
    /// Closes the session as if its connection had broken, for a client that has come back on another one.
    void abandon();

private:
    void take(Result<std::optional<deskbell::socketio::Packet>> packet);
    void dispatch(deskbell::socketio::Packet packet);
    void connectTo(const deskbell::socketio::Packet &packet);
    bool recover(Namespace &nsp, const std::shared_ptr<const json::Document> &auth);
    void runMiddleware(Socket &socket, qsizetype index);
    void admit(Socket &socket);
    void refuse(const QByteArray &nsp, const ConnectError &error);
    void drop(const QByteArray &nsp, const QByteArray &reason);
    void violation(const QString &what);
    void sessionClosed(engineio::CloseReason reason);
    void sendText(QByteArrayView text);

    QPointer<engineio::Session> m_session; // null once it has closed
    const HttpRequest m_handshake; // outlives the session's, for sockets that hear of the end
    Server &m_server;
    deskbell::socketio::Decoder m_decoder;
    QHash<QByteArray, Socket *> m_sockets; // joining and connected ones, by namespace; owned
    QSet<QByteArray> m_left; // namespaces that we closed: their packets may still be under way
    engineio::Deadline m_connectTimeout; // set until the first namespace is joined
};

} // namespace deskbell::server::socketio
