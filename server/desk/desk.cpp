#include "server/desk/desk.h"

#include "server/desk/accountservice.h"
#include "server/desk/apikeyhandler.h"
#include "server/desk/dispatcher.h"
#include "server/desk/identityhandler.h"
#include "server/desk/loginservice.h"
#include "server/desk/presencehandler.h"
#include "server/desk/retentionservice.h"
#include "server/desk/sessionhandler.h"
#include "server/security/secrettoken.h"
#include "server/store/knownuserstore.h"
#include "server/store/migrations.h"
#include "server/store/queuestore.h"

#include <QDir>

namespace deskbell::server {

namespace {

constexpr int watchEveryMs = 1'000; // a revoked session is noticed within a second

QByteArray secretOf(const DeskOptions &options)
{
    return options.webTokenSecret.isEmpty() ? SecretToken::generate().reveal().toLatin1() : options.webTokenSecret;
}

bool hasStarted(const Outbox &outbox)
{
    return std::any_of(outbox.events().begin(), outbox.events().end(),
                       [](const Published &event) { return event.name == api::ChatStarted::name.data(); });
}

} // namespace

Desk::Desk(const StorageSettings &storage, const Clock &clock, const DeskOptions &options, std::optional<LockFile> lock)
    : m_lock(std::move(lock)),
      m_typing(clock), m_surroundings{clock, m_presence, m_typing, options.deskName, options.routing, options.limits},
      m_rateLimits(clock, options.rateLimits),
      m_loginThrottle(clock, LoginLimits{.enabled = options.rateLimits == RateLimits::Switch::On}),
      m_webTokens(secretOf(options), clock), m_identitySecret(options.identitySecret),
      m_bus(std::make_unique<InProcessBus>()), m_deliveries([this](Jobs jobs) { deliver(std::move(jobs)); }),
      m_worker(storage, m_deliveries), m_readers(storage, m_deliveries),
      m_login(std::make_unique<LoginService>(*this, options.passwordCost)),
      m_accounts(std::make_unique<AccountService>(*this, m_login->passwords())),
      m_retention(std::make_unique<RetentionService>(*this)), m_rounds(*this, clock)
{
    connect(&m_watch, &QTimer::timeout, this, &Desk::watchSessions);
    m_watch.start(watchEveryMs);
}

Desk::~Desk()
{
    stop();
}

Result<std::unique_ptr<Desk>> Desk::open(const StorageSettings &storage, const Clock &clock, const DeskOptions &options)
{
    std::optional<LockFile> lock;
    if (!storage.isPostgreSql()) {
        if (!QDir().mkpath(storage.dataFolder))
            return Error(ErrorCode::Internal,
                         QStringLiteral("The data folder %1 cannot be made.").arg(storage.dataFolder));
        auto taken = LockFile::take(storage.sqliteFile() + QLatin1String(".lock"));
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    {
        const auto database = Database::open(storage, Database::Role::Writer);
        if (!database)
            return database.error();
        if (const auto current = Migrations().apply(**database); !current)
            return current.error();
    }
    std::unique_ptr<Desk> desk(new Desk(storage, clock, options, std::move(lock)));
    if (const auto started = desk->start(options.apiKey); !started)
        return started.error();
    return desk;
}

Result<Nothing> Desk::start(const QString &apiKey)
{
    if (auto started = m_worker.start(); !started)
        return started;
    if (auto started = m_readers.start(); !started)
        return started;
    perform<Nothing>(
        api::Effect::Write, Caller{},
        [apiKey](Request &request) -> Result<Nothing> {
            if (auto adopted = ApiKeyHandler(request).adopt(apiKey); !adopted)
                return adopted;
            SessionStore(request.transaction).removeExpired(request.now);
            AttendanceStore(request.transaction).everybodyLeft(request.now);
            return Nothing{};
        },
        [](const Result<Nothing> &, const Outbox &) {});
    m_rounds.start();
    perform<QHash<QString, QString>>(
        api::Effect::Read, Caller{},
        [](Request &request) -> Result<QHash<QString, QString>> { return KnownUserStore(request.transaction).all(); },
        [this](const Result<QHash<QString, QString>> &known, const Outbox &) {
            if (known)
                m_aliases.addAll(*known);
        });
    return Nothing{};
}

void Desk::stop()
{
    if (m_stopped)
        return;
    m_stopped = true;
    m_watch.stop();
    m_retention->stop();
    m_rounds.stop();
    m_worker.stop();
    m_readers.stop();
    m_deliveries.flush();
}

void Desk::sweep()
{
    m_retention->sweep();
}

void Desk::enqueue(api::Effect effect, std::unique_ptr<DeskJob> job)
{
    DeskJob &desk = *job;
    std::unique_ptr<Job> queued = std::move(job);
    const auto order = effect == api::Effect::Live ? Readers::Order::Kept : Readers::Order::Any;
    const bool taken =
        !m_stopped && (effect == api::Effect::Write ? m_worker.submit(queued) : m_readers.submit(queued, order));
    if (taken)
        return;
    Error error(m_stopped ? ErrorCode::ShuttingDown : ErrorCode::Busy);
    error.retryAfterSeconds = 1;
    desk.fail(error);
    desk.finish();
}

void Desk::submit(const Caller &caller, api::Command command, std::function<void(Reply)> done)
{
    if (const auto room = m_rateLimits.take(caller, command); !room) {
        done({room.error()});
        return;
    }
    if (const auto *login = std::get_if<api::OperatorLogin>(&command)) {
        m_login->submit(caller, *login, std::move(done));
        return;
    }
    if (AccountService::takes(command)) {
        m_accounts->submit(caller, std::move(command), std::move(done));
        return;
    }
    const bool starts = std::holds_alternative<api::ChatStart>(command);
    const api::Effect effect = operationOf(command).effect;
    perform<QByteArray>(
        effect, caller, [command = std::move(command)](Request &request) { return dispatch(request, command); },
        [this, caller = starts ? caller : Caller{}, starts, done = std::move(done)](Result<QByteArray> json,
                                                                                    const Outbox &outbox) {
            if (starts && !hasStarted(outbox))
                m_rateLimits.startedNothing(caller);
            done({std::move(json), outbox.caller()});
        });
}

std::optional<QString> Desk::sessionTokenOf(const QString &token) const
{
    if (!WebTokens::isOne(token))
        return token;
    const auto claims = m_webTokens.verify(token);
    return claims ? std::optional(claims->session) : std::nullopt;
}

void Desk::authenticate(const QString &token, const QByteArray &address, std::function<void(Result<Caller>)> done)
{
    Caller stranger;
    stranger.address = address;
    const auto session = sessionTokenOf(token);
    if (!session)
        return done(Error(ErrorCode::InvalidToken));
    perform<Caller>(
        api::Effect::Read, stranger,
        [token = *session](Request &request) { return SessionHandler(request).authenticate(token); },
        [done = std::move(done)](Result<Caller> caller, const Outbox &) { done(std::move(caller)); });
}

void Desk::admitVisitor(const std::optional<QString> &token, const VisitorHandler::Introduction &words,
                        const QByteArray &address, std::function<void(Result<AdmittedVisitor>)> done)
{
    Caller stranger;
    stranger.address = address;
    const auto session = token ? sessionTokenOf(*token) : std::nullopt;
    if (token && !session)
        return done(Error(ErrorCode::InvalidToken));
    const auto work = [token = session, words, secret = m_identitySecret](Request &request) -> Result<AdmittedVisitor> {
        VisitorHandler visitors(request);
        if (words.userId) {
            const auto known = IdentityHandler(request, secret).identify({*words.userId, words.userHash, token, words});
            return known ? Result<AdmittedVisitor>({known->caller, known->token}) : known.error();
        }
        if (!token) {
            const VisitorHandler::Welcome welcome = visitors.welcome(words);
            return AdmittedVisitor{welcome.caller, welcome.token};
        }
        auto caller = SessionHandler(request).authenticate(*token);
        if (!caller)
            return caller.error();
        if (!caller->isVisitor())
            return ErrorCode::InvalidToken;
        if (const auto known = visitors.introduce(caller->visitorId, words); !known)
            return known.error();
        caller->name = words.name.value_or(caller->name);
        return AdmittedVisitor{*caller, std::nullopt};
    };
    perform<AdmittedVisitor>(
        api::Effect::Write, stranger, work,
        [this, userId = words.userId, done = std::move(done)](Result<AdmittedVisitor> admission, const Outbox &) {
            if (admission && userId)
                m_aliases.add(admission->caller.visitorId.toString(), *userId);
            done(std::move(admission));
        });
}

void Desk::connected(const Caller &caller)
{
    if (caller.isOperator()) {
        ++m_liveSessions[caller.sessionId];
        if (!caller.isApiKey) // a program is not present
            announce(caller, m_presence.connected(caller.operatorId));
    } else if (caller.isVisitor()) {
        m_rounds.tellAnew(caller.visitorId);
        announce(caller, m_presence.connected(caller.visitorId));
    }
}

void Desk::disconnected(const Caller &caller)
{
    if (caller.isOperator()) {
        if (--m_liveSessions[caller.sessionId] <= 0)
            m_liveSessions.remove(caller.sessionId);
        if (!caller.isApiKey)
            announce(caller, m_presence.disconnected(caller.operatorId));
    } else if (caller.isVisitor()) {
        announce(caller, m_presence.disconnected(caller.visitorId));
    }
}

void Desk::announce(const Caller &caller, PresenceService::Change change)
{
    if (change == PresenceService::Change::None || m_stopped)
        return;
    const bool came = change == PresenceService::Change::Came;
    perform<Nothing>(
        // An operator's arrival may have to write: whoever said that they are offline is not while they are connected.
        // Leaving takes the same way, so that the one is never heard of before the other.
        caller.isOperator() ? api::Effect::Write : api::Effect::Live, caller,
        [came](Request &request) -> Result<Nothing> {
            PresenceHandler presence(request);
            if (request.caller.isVisitor())
                presence.announce(request.caller.visitorId);
            else if (came)
                presence.arrive(request.caller.operatorId);
            else
                presence.leave(request.caller.operatorId);
            return Nothing{};
        },
        [](const Result<Nothing> &, const Outbox &) {});
}

void Desk::watchSessions()
{
    if (m_liveSessions.isEmpty() || !m_sessionsEnded)
        return;
    perform<QList<SessionId>>(
        api::Effect::Read, Caller{},
        [live = m_liveSessions.keys()](Request &request) -> Result<QList<SessionId>> {
            QList<SessionId> over;
            for (const SessionId &id : live) {
                const auto expiry = SessionStore(request.transaction).operatorsExpiry(id);
                if (!expiry || *expiry <= request.now)
                    over.append(id);
            }
            return over;
        },
        [this](const Result<QList<SessionId>> &over, const Outbox &) {
            if (over && !over->isEmpty() && m_sessionsEnded)
                m_sessionsEnded(*over);
        });
}

void Desk::deliver(Jobs jobs)
{
    QList<Published> events;
    QList<SessionId> ended;
    for (const auto &job : jobs) {
        auto &done = static_cast<DeskJob &>(*job);
        events += done.outbox().events();
        ended += done.outbox().endedSessions();
        done.finish();
    }
    if (!events.isEmpty()) {
        m_rounds.heardOf(events);
        m_bus->publish(events);
    }
    if (!ended.isEmpty() && m_sessionsEnded)
        m_sessionsEnded(ended);
}

} // namespace deskbell::server
