#pragma once

#include "server/engineio/server.h"
#include "server/socketio/namespace.h"

#include <map>

namespace deskbell::server::socketio {

class Connection;

/// Socket.IO, revision 5, on top of Engine.IO: namespaces with their sockets, events and acks. Lives in the I/O thread.
class Server final : public QObject
{
    Q_OBJECT

public:
    /// `engine` outlives the server.
    explicit Server(engineio::Server &engine, Options options = {}, QObject *parent = nullptr);
    ~Server() override;

    /// Creates the namespace at the first call. `name` begins with `/`.
    Namespace &of(const QByteArray &name);
    /// Null if clients cannot join it.
    Namespace *find(const QByteArray &name) const;

    const Options &options() const { return m_options; }
    engineio::DeadlineQueue &deadlines() const { return m_engine.deadlines(); }

private:
    friend class Connection;
    void forget(Connection *connection);
    const std::shared_ptr<const json::Document> &emptyAuth() const { return m_emptyAuth; }

    engineio::Server &m_engine;
    const Options m_options;
    const std::shared_ptr<const json::Document> m_emptyAuth; // {}
    std::map<QByteArray, Namespace> m_namespaces;
    QSet<Connection *> m_connections; // owned
};

} // namespace deskbell::server::socketio
