#include "server/api/apinamespace.h"

#include "server/api/credentials.h"
#include "shared/api/reply.h"

#include <QPointer>
#include <QTimer>

namespace deskbell::server {

namespace {

constexpr int signInDeadlineMs = 10'000;

/// What is kept with each connection.
struct Member
{
    Caller caller; // a stranger until they have signed in
    std::optional<QString> newToken{}; // of a new visitor, until they have been told
};

Member memberOf(const socketio::Socket &socket)
{
    return socket.data().value<Member>();
}

Caller strangerOf(const socketio::Socket &socket)
{
    Caller stranger;
    stranger.address = socket.handshake().peer.toString().toLatin1();
    return stranger;
}

/// A session's token, a web token or a key, whichever is shown on purpose: the cookie of an operator who looks at a
/// page with the widget does not make an operator of its visitor.
std::optional<QString> tokenOf(const socketio::Socket &socket)
{
    const Credentials shown = credentialsOf(socket);
    return shown.token && !shown.isOfCookie ? shown.token : shown.apiKey;
}

/// The rooms in which the desk's events reach this caller.
QByteArrayList roomsOf(const Caller &caller)
{
    if (caller.isOperator())
        return {"operators", "operator:" + caller.operatorId.toString().toLatin1()};
    if (caller.isVisitor())
        return {"visitor:" + caller.visitorId.toString().toLatin1()};
    return {};
}

/// An event that nobody waits for an answer to still fails in plain sight.
void complain(socketio::Socket &socket, const QByteArray &event, const Error &error)
{
    QByteArray argument;
    json::Writer writer(argument);
    writer.beginObject();
    writer.key("code");
    writer.string(QString(wireName(error.code)));
    writer.key("message");
    writer.string(error.message);
    writer.key("event");
    writer.string(QString::fromUtf8(event));
    writer.endObject();
    socket.emitEvent("error", argument);
}

} // namespace

ApiNamespace::ApiNamespace(socketio::Namespace &sockets, Side side, engineio::Timings heartbeat, Desk &desk,
                           const OperationTable &operations)
    : m_sockets(sockets), m_side(side), m_heartbeat(heartbeat),
      m_roomPrefix(side == Side::Visitors ? "visitor" : "operator"), m_desk(desk), m_operations(operations)
{
    m_sockets.use([this](socketio::Socket &socket, const socketio::Namespace::Next &next) {
        m_side == Side::Visitors ? admitVisitor(socket, next) : admitOperator(socket, next);
    });
    m_sockets.onConnection([this](socketio::Socket &socket) { welcome(socket); });
}

void ApiNamespace::publish(const Published &event)
{
    QByteArrayList rooms;
    for (const QByteArray &room : event.rooms) {
        if (room.startsWith(m_roomPrefix))
            rooms.append(room);
    }
    if (!rooms.isEmpty()) // no rooms would mean everybody
        m_sockets.emitEvent({.rooms = rooms}, event.name, event.json);
}

void ApiNamespace::endSessions(const QList<SessionId> &sessions)
{
    for (socketio::Socket *socket : m_sockets.sockets()) {
        const Caller caller = memberOf(*socket).caller;
        if (caller.kind != Caller::Kind::Stranger && sessions.contains(caller.sessionId))
            socket->close();
    }
}

void ApiNamespace::admitVisitor(socketio::Socket &socket, const socketio::Namespace::Next &next)
{
    const auto words = json::decode<VisitorHandler::Introduction>(socket.auth());
    if (!words)
        return next(connectError(words.error()));
    m_desk.admitVisitor(tokenOf(socket), *words, strangerOf(socket).address,
                        [socket = QPointer(&socket), next](const Result<AdmittedVisitor> &visitor) {
                            if (!visitor)
                                return next(connectError(visitor.error()));
                            if (socket)
                                socket->setData(QVariant::fromValue(Member{visitor->caller, visitor->token}));
                            next(std::nullopt);
                        });
}

void ApiNamespace::admitOperator(socketio::Socket &socket, const socketio::Namespace::Next &next)
{
    const auto token = tokenOf(socket);
    if (!token) { // operator.login will follow
        socket.setData(QVariant::fromValue(Member{strangerOf(socket)}));
        return next(std::nullopt);
    }
    m_desk.authenticate(*token, strangerOf(socket).address,
                        [socket = QPointer(&socket), next](const Result<Caller> &caller) {
                            if (!caller)
                                return next(connectError(caller.error()));
                            if (!caller->isOperator())
                                return next(connectError(ErrorCode::InvalidToken));
                            if (socket)
                                socket->setData(QVariant::fromValue(Member{*caller}));
                            next(std::nullopt);
                        });
}

void ApiNamespace::welcome(socketio::Socket &socket)
{
    socket.setEventHandler([this, &socket](socketio::Incoming &incoming) { handle(socket, incoming); });
    // The socket is the context: it goes before the namespace, and this object after it.
    QObject::connect(&socket, &socketio::Socket::disconnected, &socket,
                     [this, &socket] { m_desk.disconnected(memberOf(socket).caller); });
    socket.hastenHeartbeat(m_heartbeat);
    const Member member = memberOf(socket);
    if (member.newToken) {
        const api::Identity identity{member.caller.visitorId, *member.newToken};
        socket.emitEvent(api::Identity::name.data(), json::encode(identity));
    }
    act(socket, member.caller);
}

void ApiNamespace::act(socketio::Socket &socket, const Caller &caller)
{
    for (const QByteArray &room : socket.rooms())
        socket.leave(room);
    for (const QByteArray &room : roomsOf(caller))
        socket.join(room);
    socket.setData(QVariant::fromValue(Member{caller}));
    m_desk.connected(caller);
    if (caller.kind != Caller::Kind::Stranger)
        return;
    QTimer::singleShot(signInDeadlineMs, &socket, [&socket] {
        if (memberOf(socket).caller.kind == Caller::Kind::Stranger)
            socket.close(socketio::Reach::Connection);
    });
}

Result<api::Command> ApiNamespace::decode(const Caller &caller, const socketio::Incoming &incoming) const
{
    const BoundOperation *operation = m_operations.find(incoming.name);
    if (!operation)
        return ErrorCode::UnknownOperation;
    const bool isLogin = operation->description->name == api::OperatorLogin::operation.name;
    if (m_side == Side::Visitors && isLogin)
        return ErrorCode::Forbidden; // a visitor's page has no business with operators' passwords
    if (m_side == Side::Operators && !isLogin && caller.kind == Caller::Kind::Stranger)
        return ErrorCode::Unauthenticated; // not even what strangers may do elsewhere: they would become visitors
    const json::Value fields = incoming.argument(0);
    if (fields.isObject())
        return operation->decode(fields);
    static const auto nothing = json::Document::parse("{}");
    if (!incoming.attachments.isEmpty() || !(fields.isMissing() || fields.isNull()))
        return Error(ErrorCode::InvalidRequest, QStringLiteral("The request's argument must be an object."));
    return operation->decode(nothing->root());
}

void ApiNamespace::handle(socketio::Socket &socket, const socketio::Incoming &incoming)
{
    const auto answer = [socket = QPointer(&socket), name = incoming.name,
                         ack = incoming.ack](const Result<QByteArray> &json) {
        if (ack.isWanted())
            ack(json ? api::encodeOk(*json) : api::encodeError(json.error()));
        else if (!json && socket)
            complain(*socket, name, json.error());
    };
    const Caller caller = memberOf(socket).caller;
    auto command = decode(caller, incoming);
    if (!command)
        return answer(command.error());
    m_desk.submit(caller, std::move(*command), [this, socket = QPointer(&socket), answer](const Reply &reply) {
        if (reply.caller && socket && socket->isConnected()) {
            m_desk.disconnected(memberOf(*socket).caller);
            act(*socket, *reply.caller);
        }
        answer(reply.json);
    });
}

} // namespace deskbell::server
