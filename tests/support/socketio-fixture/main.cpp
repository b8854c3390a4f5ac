// A small server on our own engineio/ and socketio/, for foreign test suites and for our own.

#include "server/http/eventdispatcher.h"
#include "server/http/frontdoor.h"
#include "tests/support/socketio-fixture/echo.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using deskbell::SystemClock;
using namespace deskbell::server;

namespace {

constexpr qint64 maxPayload = 1'000'000;

int fail(const QString &why)
{
    std::fprintf(stderr, "socketio-fixture: %s\n", qPrintable(why));
    return 2;
}

/// Short where heartbeats are tested, and as shipped where a loaded machine must not lose a client to them.
engineio::Timings timingsOf(const QString &mode)
{
    if (mode == QLatin1String("recovery"))
        return {};
    return {.pingIntervalMs = 300, .pingTimeoutMs = 200};
}

engineio::Options engineOptions(const QString &mode, QByteArray path)
{
    while (path.endsWith('/'))
        path.chop(1);
    engineio::Options options;
    options.path = std::move(path);
    options.timings = timingsOf(mode);
    options.maxPayload = maxPayload;
    options.cors = Cors({QStringLiteral("*")});
    return options;
}

HttpLimits doorLimits()
{
    HttpLimits limits;
    limits.webSocketBytes = maxPayload;
    limits.webSocketQueueBytes = 8 * maxPayload;
    limits.connectionsPerAddress = 0;
    return limits;
}

socketio::Options socketOptions(bool recovery)
{
    socketio::Options options;
    options.connectTimeoutMs = 1'000;
    if (recovery)
        options.recovery = socketio::RecoveryOptions{.maxDisconnectionMs = 4'000};
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    installEventDispatcher();
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("port"), QStringLiteral("Port on 127.0.0.1."), QStringLiteral("n"), QStringLiteral("0")},
         {QStringLiteral("path"), QStringLiteral("Path of the endpoint."), QStringLiteral("path")},
         {QStringLiteral("mode"), QStringLiteral("eio, sio or recovery."), QStringLiteral("mode"),
          QStringLiteral("sio")}});
    parser.addHelpOption();
    parser.process(application);

    const QString mode = parser.value(QStringLiteral("mode"));
    if (mode != QLatin1String("eio") && mode != QLatin1String("sio") && mode != QLatin1String("recovery"))
        return fail(QStringLiteral("--mode is one of eio, sio, recovery"));
    bool isPort = false;
    const quint16 port = parser.value(QStringLiteral("port")).toUShort(&isPort);
    if (!isPort)
        return fail(QStringLiteral("--port is a number up to 65535"));
    const bool isEngine = mode == QLatin1String("eio");
    const QByteArray path = parser.isSet(QStringLiteral("path")) ? parser.value(QStringLiteral("path")).toUtf8()
                                                                 : QByteArray(isEngine ? "/engine.io" : "/socket.io");

    const SystemClock clock;
    engineio::Server engine(engineOptions(mode, path), clock);
    std::unique_ptr<socketio::Server> sockets;
    if (isEngine) {
        echoMessages(engine);
    } else {
        sockets = std::make_unique<socketio::Server>(engine, socketOptions(mode == QLatin1String("recovery")));
        mode == QLatin1String("sio") ? echoEvents(*sockets) : offerRecovery(*sockets);
    }
    FrontDoor door(doorLimits(), {QStringLiteral("*")}, clock);
    door.addEndpoint(&engine);
    const auto listening = door.listen(QHostAddress::LocalHost, port);
    if (!listening)
        return fail(listening.error().message);
    std::printf("socketio-fixture listening on http://127.0.0.1:%d\n", *listening);
    std::fflush(stdout);
    return application.exec();
}
