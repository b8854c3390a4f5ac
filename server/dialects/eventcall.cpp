#include "server/dialects/eventcall.h"

namespace deskbell::server::dialects {

EventCall::EventCall(socketio::Socket &socket, Caller caller, const socketio::Incoming &incoming)
    : m_socket(&socket), m_caller(std::move(caller)), m_name(incoming.name), m_payload(incoming.payload),
      m_ack(incoming.ack)
{
}

void EventCall::answerWith(const QByteArray &event, const QByteArray &json) const
{
    if (m_socket)
        m_socket->emitEvent(event, json);
    m_ack(json);
}

void EventCall::refuse(const Error &error, const QByteArray &code) const
{
    const QString name = code.isEmpty() ? QString(wireName(error.code)) : QString::fromLatin1(code);
    QString message = error.message;
    for (const FieldError &each : error.errors)
        message += u' ' + each.field + u' ' + each.message + u'.';
    if (m_socket) {
        m_socket->emitEvent(
            "error",
            Shape().with("message", message).with("code", name).with("event", QString::fromUtf8(m_name)).done());
    }
    m_ack(Shape().json("error", Shape().with("code", name).with("message", message).done()).done());
}

} // namespace deskbell::server::dialects
