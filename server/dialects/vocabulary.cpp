#include "server/dialects/vocabulary.h"

#include "server/dialects/ask.h"

namespace deskbell::server::dialects {

Vocabulary::Vocabulary(QByteArray name, Gate &gate, Words words)
    : m_name(std::move(name)), m_gate(gate), m_words(std::move(words)), m_receipts(gate)
{
}

void Vocabulary::serve(RestEndpoint &rest, const QList<Path> &paths)
{
    for (const Path &path : paths) {
        rest.add(path.method, path.pattern, [this, path](const Call &call) {
            Asked asked;
            if (call->hasPath("chat")) {
                const auto chat = call->id<ChatId>("chat", ErrorCode::ChatNotFound);
                if (!chat)
                    return call->refuse(chat.error());
                asked.chat = *chat;
            }
            if (call->hasPath("operator"))
                asked.operatorId = call->path("operator");
            if (const auto done = read(path.body, call->body(), asked); !done)
                return call->refuse(done.error());
            path.operation(Ask(*this, call, std::move(asked), {path.status, path.listName, {}}));
        });
    }
}

void Vocabulary::hear(const QList<Event> &events)
{
    for (const Event &event : events)
        m_events.insert(event.name, event);
}

void Vocabulary::handle(const QByteArray &name, const EventCall &call) const
{
    const Event &event = *m_events.constFind(name);
    const json::Value argument = call.argument();
    if (!argument.isObject() && !argument.isString() && !argument.isMissing() && !argument.isNull())
        return call.refuse(Error(ErrorCode::InvalidRequest, QStringLiteral("The event's argument must be an object.")));
    Asked asked;
    if (const auto done = read(event.fields, argument, asked); !done)
        return call.refuse(done.error());
    event.operation(Ask(*this, call, std::move(asked), {200, {}, event.answer}));
}

QList<Vocabulary::Told> Vocabulary::tell(const api::Event &event, const QByteArrayList &rooms) const
{
    QList<Told> all;
    for (const auto &telling : m_tellings) {
        if (auto told = telling(event, rooms))
            all.append(std::move(*told));
    }
    return all;
}

void Vocabulary::tellLater(const api::Event &event, const std::function<void(const QList<Told> &)> &send) const
{
    if (m_receiptName.isEmpty())
        return;
    m_receipts.look(event, [this, send](const QList<Saying> &come) {
        QList<Told> all;
        for (const Saying &each : come)
            all.append({m_receiptName, m_words.write(m_receipt, each), chatOf(each), {}});
        send(all);
    });
}

void Vocabulary::tellsReceipts(const char *name, Renaming<Saying> renaming)
{
    m_receiptName = name;
    m_receipt = std::move(renaming);
}

void Vocabulary::tellsJoining(const char *joined, const char *left)
{
    m_joinedName = joined;
    m_leftName = left;
}

void Vocabulary::tellOthers(socketio::Socket &socket, const QByteArray &event, const Caller &caller,
                            const ChatId &chat) const
{
    const Participant who{chat, nameOf(m_words.aliases, caller), QLatin1String(caller.isOperator() ? "agent" : "user")};
    if (!event.isEmpty())
        socket.nsp().emitEvent({{chatRoom(chat)}, {socket.id()}}, event, m_words.write(m_words.participant, who));
}

void Vocabulary::joined(socketio::Socket &socket, const Caller &caller, const ChatId &chat) const
{
    tellOthers(socket, m_joinedName, caller, chat);
}

void Vocabulary::left(socketio::Socket &socket, const Caller &caller, const ChatId &chat) const
{
    tellOthers(socket, m_leftName, caller, chat);
}

QList<ChatId> Vocabulary::chatsOf(const socketio::Socket &socket) const
{
    QList<ChatId> joined;
    const QByteArray prefix = chatRooms();
    for (const QByteArray &room : socket.rooms()) {
        if (!room.startsWith(prefix))
            continue;
        if (const auto id = ChatId::fromString(QString::fromLatin1(room.sliced(prefix.size()))))
            joined.append(*id);
    }
    return joined;
}

} // namespace deskbell::server::dialects
