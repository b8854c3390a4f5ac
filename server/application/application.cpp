#include "server/application/application.h"

#include "server/api/apinamespace.h"
#include "server/api/pagecontroller.h"
#include "server/api/restcontroller.h"
#include "server/config/loader.h"
#include "server/dialects/dialects.h"
#include "server/engineio/query.h"
#include "server/files/attachmentcontroller.h"
#include "server/http/frontdoor.h"
#include "server/socketio/server.h"
#include "server/store/storagefrom.h"
#include "server/webhooks/webhookcourier.h"

#include <QTimer>
#include <QUrl>

namespace deskbell::server {

namespace {

HttpLimits limitsFrom(const Settings &settings)
{
    HttpLimits limits;
    limits.headBytes = settings.headBytes;
    limits.bodyBytes = settings.bodyBytes;
    limits.headDeadlineMs = settings.headDeadlineMs;
    limits.idleDeadlineMs = settings.idleDeadlineMs;
    limits.connections = settings.connections;
    limits.connectionsPerAddress = settings.rateLimits ? settings.connectionsPerAddress : 0;
    limits.webSocketBytes = settings.messageBytes;
    limits.webSocketQueueBytes = settings.queuedBytes;
    return limits;
}

engineio::Timings operatorHeartbeat(const Settings &settings)
{
    return {.pingIntervalMs = settings.operatorPingIntervalMs, .pingTimeoutMs = settings.operatorPingTimeoutMs};
}

engineio::Timings visitorHeartbeat(const Settings &settings)
{
    return {.pingIntervalMs = settings.visitorPingIntervalMs, .pingTimeoutMs = settings.visitorPingTimeoutMs};
}

engineio::Options engineOptionsFrom(const Settings &settings)
{
    engineio::Options options;
    options.timings = visitorHeartbeat(settings);
    // Which namespace a client will join is not known at its handshake. The console says beforehand that it is one, so
    // that it is told the shorter times and notices a dead line itself as fast as the server does.
    options.timingsFor = [console = operatorHeartbeat(settings), others = options.timings](const HttpRequest &request) {
        return engineio::queryParameter(request.query, "client") == "console" ? console : others;
    };
    options.cors = Cors(settings.allowedOrigins);
    options.maxPayload = settings.messageBytes;
    options.outbox.bytes = settings.queuedBytes;
    options.maxSessions = settings.connections;
    options.maxSessionsPerAddress = settings.rateLimits ? settings.connectionsPerAddress : 0;
    return options;
}

dialects::Options dialectOptionsFrom(const Settings &settings)
{
    dialects::Options options;
    options.trustClientIds = settings.trustClientIds;
    options.allowedOrigins = settings.allowedOrigins;
    options.rateLimits = settings.rateLimits ? RateLimits::Switch::On : RateLimits::Switch::Off;
    return options;
}

DeskOptions deskOptionsFrom(const Settings &settings, const QByteArray &webTokenSecret)
{
    DeskOptions options;
    options.rateLimits = settings.rateLimits ? RateLimits::Switch::On : RateLimits::Switch::Off;
    options.deskName = settings.deskName;
    options.routing = {.strategy = settings.routingStrategy,
                       .escalateAfterS = settings.escalateAfterS,
                       .offerTimeoutS = settings.offerTimeoutS,
                       .transferTimeoutS = settings.transferTimeoutS,
                       .vanishTimeoutS = settings.vanishTimeoutS,
                       .abandonTimeoutS = settings.abandonTimeoutS};
    options.identitySecret = settings.identitySecret;
    options.apiKey = settings.apiKey;
    options.webTokenSecret = webTokenSecret;
    options.limits.attachmentBytes = settings.attachmentBytes;
    return options;
}

FileOptions fileOptionsFrom(const Settings &settings)
{
    return {settings.dataFolder, settings.attachmentBytes, settings.attachmentReserveBytes,
            settings.attachmentLifetimeMs};
}

WebhookOptions webhookOptionsFrom(const Settings &settings)
{
    using Reach = WebhookCall::Reach;
    return {{settings.webhooksAllowPrivate ? Reach::AllAddresses : Reach::PublicAddresses, settings.webhookTimeoutMs},
            settings.webhookFirstRetryMs,
            settings.webhookAttempts};
}

} // namespace

/// Everything that runs, each before what needs it, so that it goes in the opposite order.
struct Application::Parts
{
    Parts(const Settings &given, std::unique_ptr<Desk> openedDesk)
        : settings(given), desk(std::move(openedDesk)), pages(files, *desk),
          rest(*desk, operations, Cors(given.allowedOrigins)),
          attachments(*desk, clock, Cors(given.allowedOrigins), fileOptionsFrom(given)),
          courier(*desk, clock, webhookOptionsFrom(given)), engine(engineOptionsFrom(given), clock), sockets(engine),
          visitors(sockets.of("/visitor"), Side::Visitors, visitorHeartbeat(given), *desk, operations),
          operators(sockets.of("/operator"), Side::Operators, operatorHeartbeat(given), *desk, operations),
          words(*desk, sockets, clock, dialectOptionsFrom(given), {visitorHeartbeat(given), operatorHeartbeat(given)}),
          door(limitsFrom(given), given.allowedOrigins, clock)
    {
        desk->setPublisher([this](const QList<Published> &events) {
            for (const Published &event : events) {
                operators.publish(event);
                visitors.publish(event);
                words.publish(event);
            }
        });
        desk->setSessionsEnded([this](const QList<SessionId> &sessions) {
            operators.endSessions(sessions);
            visitors.endSessions(sessions);
            words.endSessions(sessions);
        });
        rest.bind(door.routes());
        pages.bind(door.routes());
        door.addEndpoint(&engine);
        door.addEndpoint(&attachments);
        door.addEndpoint(&words.rest());
    }
    ~Parts()
    {
        engine.closeAll(); // while those are there who are told of the disconnections
        desk->stop();
        desk->setPublisher([](const QList<Published> &) {});
        desk->setSessionsEnded({});
    }
    Q_DISABLE_COPY_MOVE(Parts)

    const Settings settings;
    SystemClock clock;
    std::unique_ptr<Desk> desk;
    const OperationTable operations;
    const StaticFiles files{QStringLiteral(":/web")};
    PageController pages;
    RestController rest;
    AttachmentController attachments;
    WebhookCourier courier;
    engineio::Server engine;
    socketio::Server sockets;
    ApiNamespace visitors;
    ApiNamespace operators;
    dialects::Dialects words;
    FrontDoor door;
    quint16 port = 0;
    bool stopping = false;
};

Result<std::unique_ptr<Application>> Application::start(const Settings &settings)
{
    static const SystemClock clock;
    const auto secret = WebTokens::secretOf(settings.jwtSecret, settings.dataFolder);
    if (!secret)
        return secret.error();
    auto desk = Desk::open(storageFrom(settings), clock, deskOptionsFrom(settings, *secret));
    if (!desk)
        return desk.error();
    auto parts = std::make_unique<Parts>(settings, std::move(*desk));

    if (!parts->attachments.open())
        return Error(ErrorCode::Internal,
                     QStringLiteral("The folder for files in %1 cannot be made.").arg(settings.dataFolder));
    const auto address = ListenAddress::parse(settings.listen);
    const auto port = parts->door.listen(QHostAddress(address->host), address->port);
    if (!port)
        return port.error();
    parts->port = *port;
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

Application::Application(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{
    // Not before the connections have their last answers, and the desk everything it took.
    connect(&m_parts->door, &FrontDoor::closed, this, [this] {
        m_parts->desk->stop();
        Q_EMIT stopped();
    });
}

Application::~Application() = default;

QString Application::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(ListenAddress::parse(m_parts->settings.listen)->host);
    url.setPort(m_parts->port);
    return url.toString();
}

quint16 Application::port() const
{
    return m_parts->port;
}

void Application::stop()
{
    if (std::exchange(m_parts->stopping, true))
        return;
    qInfo("Stopping.");
    m_parts->door.stopAccepting();
    m_parts->engine.closeAll();
    m_parts->door.closeAll(m_parts->settings.stopDeadlineMs);
}

} // namespace deskbell::server
