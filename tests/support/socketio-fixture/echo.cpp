#include "tests/support/socketio-fixture/echo.h"

#include <QTimer>

namespace deskbell::server {

namespace {

QCborArray argumentsOf(const socketio::Incoming &incoming)
{
    return incoming.argumentsWithAttachments();
}

void answerMessages(socketio::Socket &socket)
{
    socket.setEventHandler([&socket](socketio::Incoming &incoming) {
        if (incoming.name == "message")
            std::ignore = socket.emitEvent(QStringLiteral("message-back"), argumentsOf(incoming));
        else if (incoming.name == "message-with-ack")
            std::ignore = incoming.ack(argumentsOf(incoming));
    });
}

void sendLater(socketio::Namespace &nsp, const socketio::Incoming &incoming)
{
    const int ms = int(incoming.argument(0).toInteger().value_or(0));
    const QByteArray room = incoming.argument(1).toUtf8().toByteArray();
    QByteArrayList values;
    const json::Value list = incoming.argument(2);
    for (qsizetype i = 0; i < list.size(); ++i)
        values.append(list.at(i).toJson());
    QTimer::singleShot(ms, Qt::PreciseTimer, [&nsp, room, values] {
        for (const QByteArray &value : values)
            nsp.emitEvent({room.isEmpty() ? QByteArrayList() : QByteArrayList{room}}, "ev", value);
    });
}

} // namespace

void echoMessages(engineio::Server &engine)
{
    QObject::connect(&engine, &engineio::Server::sessionOpened, &engine, [](engineio::Session *session) {
        QObject::connect(session, &engineio::Session::textReceived, session,
                         [session](const QByteArray &utf8) { session->send(engineio::OutgoingMessage::text(utf8)); });
        QObject::connect(session, &engineio::Session::binaryReceived, session, [session](const QByteArray &bytes) {
            session->send(engineio::OutgoingMessage::binary(bytes));
        });
    });
}

void echoEvents(socketio::Server &server)
{
    const auto tellAuth = [](socketio::Socket &socket) { socket.emitEvent("auth", socket.auth().toJson()); };
    server.of("/").onConnection(tellAuth);
    server.of("/").onConnection(answerMessages);
    server.of("/custom").onConnection(tellAuth);
}

void offerRecovery(socketio::Server &server)
{
    socketio::Namespace &nsp = server.of("/");
    nsp.onConnection([&nsp](socketio::Socket &socket) {
        socket.emitEvent("hello", socket.isRecovered() ? "true" : "false");
        socket.setEventHandler([&nsp, &socket](socketio::Incoming &incoming) {
            if (incoming.name == "join")
                socket.join(incoming.argument(0).toUtf8().toByteArray());
            else if (incoming.name == "later")
                sendLater(nsp, incoming);
            incoming.ack(QByteArrayView());
        });
    });
}

} // namespace deskbell::server
