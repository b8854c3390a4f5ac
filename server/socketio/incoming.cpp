#include "server/socketio/incoming.h"

#include "server/socketio/socket.h"
#include "shared/socketio/attachments.h"

namespace deskbell::server::socketio {

struct Ack::Request
{
    QPointer<Socket> socket; // null once answered, too
    quint64 id = 0;
};

Ack::Ack(Socket *socket, quint64 id) : m_request(std::make_shared<Request>(Request{socket, id}))
{
}

void Ack::operator()(QByteArrayView jsonArguments) const
{
    if (Socket *socket = take())
        socket->acknowledge(m_request->id, jsonArguments);
}

Result<Nothing> Ack::operator()(const QCborArray &arguments) const
{
    if (Socket *socket = take())
        return socket->acknowledge(m_request->id, arguments);
    return Nothing{};
}

Socket *Ack::take() const
{
    if (!m_request)
        return nullptr;
    Socket *socket = m_request->socket;
    m_request->socket.clear();
    return socket;
}

QByteArray Incoming::argumentsJson() const
{
    QByteArray json;
    json::Writer writer(json);
    for (qsizetype i = 0; i < argumentCount(); ++i)
        argument(i).write(writer);
    return json;
}

QCborArray Incoming::argumentsWithAttachments() const
{
    QCborArray arguments;
    for (qsizetype i = 0; i < argumentCount(); ++i)
        arguments.append(deskbell::socketio::withAttachments(argument(i), attachments));
    return arguments;
}

} // namespace deskbell::server::socketio
