#include "server/dialects/vocabulary.h"

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

void EventCall::refuse(const Error &error, const QString &code) const
{
    const QString name = code.isEmpty() ? QString(wireName(error.code)) : code;
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

const Vocabulary::Handler *Vocabulary::handler(const QByteArray &event) const
{
    const auto found = m_handlers.constFind(event);
    return found == m_handlers.constEnd() ? nullptr : &*found;
}

void Vocabulary::tellOthers(socketio::Socket &socket, const QByteArray &chat, const QByteArray &event,
                            const QByteArray &json) const
{
    socket.nsp().emitEvent({{chatRoom(chat)}, {socket.id()}}, event, json);
}

QByteArray roomOf(api::SenderType type, const QString &senderId)
{
    return (type == api::SenderType::Operator ? "operator:" : "visitor:") + senderId.toLatin1();
}

QByteArray roomOf(const Caller &caller)
{
    return caller.isOperator() ? "operator:" + caller.operatorId.toString().toLatin1()
                               : "visitor:" + caller.visitorId.toString().toLatin1();
}

std::optional<QString> receiverOf(const api::Message &message, const QByteArrayList &rooms)
{
    const QByteArray wanted = message.senderType == api::SenderType::Operator ? "visitor:" : "operator:";
    for (const QByteArray &room : rooms) {
        if (room.startsWith(wanted))
            return QString::fromLatin1(room.sliced(wanted.size()));
    }
    return std::nullopt;
}

} // namespace deskbell::server::dialects
