#include "tests/console/relay.h"

#include <QHostAddress>

namespace deskbell::console {

Relay::Relay(const QUrl &server) : m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_listener.nextPendingConnection())
            accept(client);
    });
    mend();
}

QUrl Relay::url() const
{
    QUrl url = m_server;
    url.setPort(m_port);
    return url;
}

void Relay::cut()
{
    m_listener.close();
    for (const Pair &each : std::exchange(m_pairs, {})) {
        for (QTcpSocket *socket : {each.client, each.server}) {
            socket->disconnect(this);
            socket->abort();
            socket->deleteLater();
        }
    }
}

void Relay::mend()
{
    m_answersLost = false;
    if (m_listener.listen(QHostAddress::LocalHost, m_port))
        m_port = m_listener.serverPort();
}

void Relay::thaw()
{
    m_frozen = false;
    for (const Pair &each : std::as_const(m_pairs)) {
        pass(each.client, each.server);
        pass(each.server, each.client);
        if (each.client->state() == QAbstractSocket::UnconnectedState)
            hangUp(each.server);
        if (each.server->state() == QAbstractSocket::UnconnectedState)
            hangUp(each.client);
    }
}

void Relay::accept(QTcpSocket *client)
{
    ++m_accepted;
    auto *server = new QTcpSocket(client);
    m_pairs.append(Pair{client, server});
    connect(client, &QTcpSocket::readyRead, this, [this, client, server] { pass(client, server); });
    connect(server, &QTcpSocket::readyRead, this, [this, client, server] { pass(server, client); });
    connect(client, &QTcpSocket::disconnected, server, [this, server] { hangUp(server); });
    connect(server, &QTcpSocket::disconnected, client, [this, client] { hangUp(client); });
    connect(server, &QTcpSocket::errorOccurred, client, [this, client] { hangUp(client); });
    server->connectToHost(m_server.host(), quint16(m_server.port()));
}

void Relay::pass(QTcpSocket *from, QTcpSocket *to)
{
    if (m_frozen)
        return;
    const QByteArray bytes = from->readAll();
    const bool isAnswer =
        std::any_of(m_pairs.begin(), m_pairs.end(), [from](const Pair &each) { return each.server == from; });
    if (!isAnswer || !m_answersLost)
        to->write(bytes);
}

/// Tells `socket` that its other side has gone, which a frozen line does not.
void Relay::hangUp(QTcpSocket *socket)
{
    if (!m_frozen)
        socket->disconnectFromHost();
}

} // namespace deskbell::console
