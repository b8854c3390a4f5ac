#include "server/socketio/server.h"

#include "server/socketio/connection.h"

namespace deskbell::server::socketio {

Server::Server(engineio::Server &engine, Options options, QObject *parent)
    : QObject(parent), m_engine(engine), m_options(std::move(options)),
      m_emptyAuth(std::make_shared<const json::Document>(*json::Document::parse("{}")))
{
    connect(&engine, &engineio::Server::sessionOpened, this,
            [this](engineio::Session *session) { m_connections.insert(new Connection(session, *this)); });
}

Server::~Server()
{
    qDeleteAll(m_connections);
}

Namespace &Server::of(const QByteArray &name)
{
    return m_namespaces.try_emplace(name, name, m_options, deadlines()).first->second;
}

Namespace *Server::find(const QByteArray &name) const
{
    const auto found = m_namespaces.find(name);
    return found == m_namespaces.end() ? nullptr : const_cast<Namespace *>(&found->second);
}

void Server::forget(Connection *connection)
{
    m_connections.remove(connection);
    connection->deleteLater();
}

} // namespace deskbell::server::socketio
