#include "server/dialects/sessionsdialect.h"

#include "server/dialects/placing.h"
#include "server/dialects/shape.h"

namespace deskbell::server::dialects {

namespace {

struct StartRequest
{
    std::optional<QString> userId;
    std::optional<QString> userHash;
    std::optional<QString> name;
    std::optional<QString> subject;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("userId", &StartRequest::userId, api::shortText),
                          field("userHash", &StartRequest::userHash, api::shortText),
                          field("name", &StartRequest::name, api::shortText),
                          field("subject", &StartRequest::subject, api::shortText)};
    }
};

struct CloseRequest
{
    std::optional<QString> reason;

    static constexpr auto fields() { return std::tuple{json::field("reason", &CloseRequest::reason, api::shortText)}; }
};

/// The desk's strategies that find somebody, as this dialect spells them.
enum class Strategy { RoundRobin, LeastBusy };
constexpr auto enumNames(Strategy)
{
    return std::array{std::pair{Strategy::RoundRobin, std::string_view("round-robin")},
                      std::pair{Strategy::LeastBusy, std::string_view("least-busy")}};
}

struct AssignRequest
{
    ChatId sessionId;
    std::optional<Strategy> strategy;

    static constexpr auto fields()
    {
        return std::tuple{json::field("sessionId", &AssignRequest::sessionId),
                          json::field("strategy", &AssignRequest::strategy)};
    }
};

struct StatusRequest
{
    api::OperatorStatus status = api::OperatorStatus::Online;

    static constexpr auto fields() { return std::tuple{json::field("status", &StatusRequest::status)}; }
};

QLatin1String statusOf(const api::Chat &chat)
{
    switch (chat.status) {
    case api::ChatStatus::Waiting:
        return QLatin1String("waiting");
    case api::ChatStatus::Active:
        return QLatin1String("active");
    case api::ChatStatus::Ended:
        return QLatin1String("closed");
    }
    Q_UNREACHABLE();
}

QLatin1String typeOf(const api::Message &message)
{
    switch (message.senderType) {
    case api::SenderType::Visitor:
        return QLatin1String("user");
    case api::SenderType::Operator:
        return QLatin1String("agent");
    case api::SenderType::System:
        return QLatin1String("system");
    }
    Q_UNREACHABLE();
}

/// In the words of `sessions` and of `support`, which share the path.
QByteArray messageOf(const api::Message &message, const Aliases &aliases)
{
    return Shape()
        .with("id", message.id)
        .with("sessionId", message.chatId)
        .with("seq", message.seq)
        .with("senderId", aliases.of(message.senderId))
        .with("senderType", typeOf(message))
        .with("senderName", message.senderName)
        .with("message", message.text)
        .with("content", message.text)
        .with("timestamp", message.createdAt)
        .with("createdAt", message.createdAt)
        .done();
}

/// After which seq the page begins that the query asks for.
Result<qint64> positionOf(const RestCall &call, int limit)
{
    bool ok = true;
    const QString cursor = call.query("cursor");
    if (!cursor.isEmpty()) {
        const qint64 seq = cursor.toLongLong(&ok);
        if (!ok || seq < 0)
            return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
        return seq;
    }
    const QString page = call.query("page");
    if (page.isEmpty())
        return 0;
    const int number = page.toInt(&ok);
    if (!ok || number < 1)
        return Error::invalid(QStringLiteral("page"), QStringLiteral("must be a number from 1"));
    return qint64(number - 1) * limit;
}

} // namespace

void SessionsDialect::bind(RestEndpoint &rest)
{
    rest.add("GET", "/api/chat/sessions/active", [this](const Call &call) { listActive(call); });
    rest.add("GET", "/api/chat/sessions/history", [this](const Call &call) { listHistory(call); });
    rest.add("POST", "/api/chat/sessions", [this](const Call &call) { start(call); });
    rest.add("PUT", "/api/chat/sessions/{sessionId}/close", [this](const Call &call) { close(call); });
    rest.add("GET", "/api/chat/messages/{sessionId}", [this](const Call &call) { listMessages(call); });
    rest.add("GET", "/api/operators",
             [this](const Call &call) { listOperators(call, [](const Workload &) { return true; }); });
    rest.add("GET", "/api/operators/online",
             [this](const Call &call) { listOperators(call, [](const Workload &each) { return each.isOnline(); }); });
    rest.add("GET", "/api/operators/available", [this](const Call &call) {
        listOperators(call, [](const Workload &each) { return each.isAvailable(); });
    });
    rest.add("POST", "/api/operators/assign", [this](const Call &call) { assign(call); });
    rest.add("PUT", "/api/operators/{operatorId}/status", [this](const Call &call) { setStatus(call); });
}

QByteArray SessionsDialect::session(const api::Chat &chat, const std::optional<QString> &token) const
{
    Shape shape;
    shape.with("id", chat.id)
        .with("sessionId", chat.id)
        .with("userId", m_gate.aliases().of(chat.visitorId))
        .with("userName", chat.visitorName)
        .with("operatorId", m_gate.aliases().of(chat.operatorId))
        .with("operatorName", chat.operatorName)
        .with("status", statusOf(chat))
        .with("createdAt", chat.createdAt)
        .with("closedAt", chat.endedAt)
        .with("subject", chat.subject)
        .with("closeReason", chat.endReason);
    if (token)
        shape.with("token", *token);
    return shape.done();
}

QByteArray SessionsDialect::operatorOf(const Workload &workload) const
{
    return Shape()
        .with("id", workload.account.id)
        .with("name", workload.account.name)
        .with("status", workload.account.status)
        .with("activeChats", workload.activeChats)
        .with("capacity", workload.account.capacity)
        .done();
}

void SessionsDialect::listActive(const Call &call)
{
    m_gate.perform<QList<api::Chat>>(api::Effect::Read, call->caller(), openChats,
                                     [this, call](const Result<QList<api::Chat>> &chats, const Outbox &) {
                                         if (!chats)
                                             return call->refuse(chats.error());
                                         const QByteArray sessions =
                                             listOf(*chats, [this](const api::Chat &each) { return session(each); });
                                         call->answer(200, Shape().json("sessions", sessions).done());
                                     });
}

void SessionsDialect::listHistory(const Call &call)
{
    constexpr int usual = 50;
    constexpr int most = 200;
    api::ChatList command{api::ChatScope::All, {}, clampedLimit(call->query("limit"), usual, most)};
    if (const QString cursor = call->query("cursor"); !cursor.isEmpty())
        command.cursor = cursor;
    if (call->caller().isVisitor())
        return call->refuse(ErrorCode::Forbidden);
    m_gate.ask(call->caller(), command, [this, call](const Result<api::ChatListAnswer> &list) {
        if (!list)
            return call->refuse(list.error());
        const QByteArray sessions = listOf(list->chats, [this](const api::Chat &each) { return session(each); });
        call->answer(200, Shape().json("sessions", sessions).with("next", list->next).done());
    });
}

void SessionsDialect::start(const Call &call)
{
    const auto wanted = call->body<StartRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    Credentials shown = call->credentials();
    if (wanted->userId)
        shown.userId = wanted->userId;
    if (wanted->userHash)
        shown.userHash = wanted->userHash;
    Gate::Words words;
    words.name = wanted->name;
    api::ChatStart command;
    command.subject = wanted->subject;
    m_gate.identify(shown, words, [this, call, shown, command](const Result<Gate::Identified> &who) {
        if (!who)
            return call->refuse(who.error());
        const auto token = who->token ? who->token : shown.token;
        m_gate.ask(who->caller, command, [this, call, token](const Result<api::ChatStartAnswer> &started) {
            if (!started)
                return call->refuse(started.error());
            call->answer(201, session(started->chat, token));
        });
    });
}

void SessionsDialect::close(const Call &call)
{
    const auto id = call->id<ChatId>("sessionId", ErrorCode::ChatNotFound);
    const auto wanted = call->body<CloseRequest>();
    if (!id || !wanted)
        return call->refuse(id ? wanted.error() : id.error());
    m_gate.ask(call->caller(), api::ChatEnd{*id, wanted->reason}, [this, call](const Result<api::Chat> &ended) {
        if (!ended)
            return call->refuse(ended.error());
        call->answer(200, session(*ended));
    });
}

void SessionsDialect::listMessages(const Call &call)
{
    constexpr int usual = 50;
    constexpr int most = 200;
    const int limit = clampedLimit(call->query("limit"), usual, most);
    const auto id = call->id<ChatId>("sessionId", ErrorCode::ChatNotFound);
    const auto after = positionOf(*call, limit);
    if (!id || !after)
        return call->refuse(id ? after.error() : id.error());
    m_gate.perform<MessagePage>(
        api::Effect::Read, call->caller(),
        [id = *id, after = *after, limit](Request &request) { return messagesAfter(request, id, after, limit); },
        [this, call](const Result<MessagePage> &page, const Outbox &) {
            if (!page)
                return call->refuse(page.error());
            std::optional<QString> next;
            if (page->more)
                next = QString::number(page->messages.last().seq);
            const QByteArray messages =
                listOf(page->messages, [this](const api::Message &each) { return messageOf(each, m_gate.aliases()); });
            call->answer(
                200, Shape().json("messages", messages).with("next", next).with("total", page->chat.lastSeq).done());
        });
}

void SessionsDialect::listOperators(const Call &call, const std::function<bool(const Workload &)> &fits)
{
    m_gate.perform<QList<Workload>>(api::Effect::Read, call->caller(), workloads,
                                    [this, call, fits](const Result<QList<Workload>> &all, const Outbox &) {
                                        if (!all)
                                            return call->refuse(all.error());
                                        QByteArrayList fitting;
                                        for (const Workload &each : *all) {
                                            if (fits(each))
                                                fitting.append(operatorOf(each));
                                        }
                                        call->answer(200, Shape().json("operators", listOf(fitting)).done());
                                    });
}

void SessionsDialect::assign(const Call &call)
{
    const auto wanted = call->body<AssignRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    std::optional<api::RoutingStrategy> strategy;
    if (wanted->strategy) {
        strategy = *wanted->strategy == Strategy::RoundRobin ? api::RoutingStrategy::RoundRobin
                                                             : api::RoutingStrategy::LeastBusy;
    }
    struct Assigned
    {
        api::Chat chat;
        Workload holder;
    };
    const auto work = [id = wanted->sessionId, strategy](Request &request) -> Result<Assigned> {
        const auto chat = place(request, id, strategy);
        if (!chat)
            return chat.error();
        return Assigned{*chat, workloadOf(request, chat->operatorId.value())};
    };
    m_gate.perform<Assigned>(
        api::Effect::Write, call->caller(), work, [this, call](const Result<Assigned> &assigned, const Outbox &) {
            if (!assigned)
                return call->refuse(assigned.error());
            call->answer(
                200,
                Shape().json("session", session(assigned->chat)).json("operator", operatorOf(assigned->holder)).done());
        });
}

void SessionsDialect::setStatus(const Call &call)
{
    const auto wanted = call->body<StatusRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    m_gate.perform<Workload>(
        api::Effect::Write, call->caller(),
        [id = call->path("operatorId"), status = wanted->status](Request &request) {
            return dialects::setStatus(request, id, status);
        },
        [this, call](const Result<Workload> &changed, const Outbox &) {
            changed ? call->answer(200, operatorOf(*changed)) : call->refuse(changed.error());
        });
}

} // namespace deskbell::server::dialects
