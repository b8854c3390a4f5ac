#include "server/dialects/dialectnamespace.h"

namespace deskbell::server::dialects {

namespace {

/// What is kept with each connection.
struct Member
{
    Caller caller;
    std::optional<QString> newToken{}; // until they have been told
};

Member memberOf(const socketio::Socket &socket)
{
    return socket.data().value<Member>();
}

} // namespace

DialectNamespace::DialectNamespace(socketio::Namespace &sockets, Gate &gate, Heartbeats heartbeats, Admit admit,
                                   QList<const Vocabulary *> vocabularies)
    : m_sockets(sockets), m_gate(gate), m_heartbeats(heartbeats), m_vocabularies(std::move(vocabularies))
{
    m_sockets.use([this, admit](socketio::Socket &socket, const socketio::Namespace::Next &next) {
        admit(m_gate, socket, [socket = QPointer(&socket), next](const Result<Admitted> &admitted) {
            if (!admitted)
                return next(connectError(admitted.error()));
            if (socket)
                socket->setData(QVariant::fromValue(Member{admitted->caller, admitted->token}));
            next(std::nullopt);
        });
    });
    m_sockets.onConnection([this](socketio::Socket &socket) { welcome(socket); });
}

void DialectNamespace::publish(const QByteArrayList &rooms, const api::Event &event)
{
    for (const Vocabulary *vocabulary : m_vocabularies) {
        send(*vocabulary, rooms, vocabulary->tell(event, rooms));
        const bool isHeard = std::any_of(rooms.begin(), rooms.end(), [&](const QByteArray &room) {
            return !m_sockets.socketsIn(vocabulary->room(room)).isEmpty();
        });
        if (isHeard)
            vocabulary->tellLater(event, [this, vocabulary, rooms](const QList<Vocabulary::Told> &told) {
                send(*vocabulary, rooms, told);
            });
    }
}

void DialectNamespace::send(const Vocabulary &vocabulary, const QByteArrayList &rooms,
                            const QList<Vocabulary::Told> &all)
{
    const bool isForVisitor =
        std::any_of(rooms.begin(), rooms.end(), [](const QByteArray &room) { return room.startsWith("visitor:"); });
    for (const Vocabulary::Told &told : all) {
        socketio::Audience audience;
        for (const QByteArray &room : rooms)
            audience.rooms.append(vocabulary.room(room));
        if (isForVisitor && told.chat)
            audience.rooms.append(vocabulary.chatRoom(*told.chat));
        if (told.chat)
            audience.except.append(vocabulary.leftRoom(*told.chat));
        if (!told.except.isEmpty())
            audience.except.append(vocabulary.room(told.except));
        if (!audience.rooms.isEmpty()) // no rooms would mean everybody
            m_sockets.emitEvent(audience, told.name, told.json);
    }
}

void DialectNamespace::endSessions(const QList<SessionId> &sessions)
{
    for (socketio::Socket *socket : m_sockets.sockets()) {
        if (sessions.contains(memberOf(*socket).caller.sessionId))
            socket->close();
    }
}

void DialectNamespace::welcome(socketio::Socket &socket)
{
    socket.setEventHandler([this, &socket](socketio::Incoming &incoming) { handle(socket, incoming); });
    // The socket is the context: it goes before the namespace, and this object after it.
    QObject::connect(&socket, &socketio::Socket::disconnecting, &socket, [this, &socket] { goodbye(socket); });
    QObject::connect(&socket, &socketio::Socket::disconnected, &socket,
                     [this, &socket] { m_gate.desk().disconnected(memberOf(socket).caller); });
    const Member member = memberOf(socket);
    const Caller &caller = member.caller;
    socket.hastenHeartbeat(caller.isOperator() ? m_heartbeats.operators : m_heartbeats.visitors);
    for (const Vocabulary *vocabulary : m_vocabularies) {
        socket.join(vocabulary->room(roomOf(caller)));
        if (caller.isOperator())
            socket.join(vocabulary->room("operators"));
    }
    if (member.newToken && caller.isVisitor()) {
        socket.emitEvent("identity",
                         Shape()
                             .with("visitorId", caller.visitorId)
                             .with("userId", m_gate.aliases().of(caller.visitorId))
                             .with("token", *member.newToken)
                             .done());
    }
    socket.setData(QVariant::fromValue(Member{caller}));
    m_gate.desk().connected(caller);
}

void DialectNamespace::handle(socketio::Socket &socket, const socketio::Incoming &incoming)
{
    const EventCall call(socket, memberOf(socket).caller, incoming);
    for (const Vocabulary *vocabulary : m_vocabularies) {
        if (!vocabulary->knows(incoming.name))
            continue;
        settle(socket, *vocabulary);
        vocabulary->handle(incoming.name, call);
        return;
    }
    call.refuse({ErrorCode::UnknownOperation, QStringLiteral("There is no event of this name here.")});
}

void DialectNamespace::settle(socketio::Socket &socket, const Vocabulary &vocabulary)
{
    for (const QByteArray &room : socket.rooms()) {
        if (!room.startsWith(vocabulary.name() + '|'))
            socket.leave(room);
    }
}

void DialectNamespace::goodbye(socketio::Socket &socket)
{
    for (const Vocabulary *vocabulary : m_vocabularies) {
        for (const ChatId &chat : vocabulary->chatsOf(socket))
            vocabulary->left(socket, memberOf(socket).caller, chat);
    }
}

} // namespace deskbell::server::dialects
