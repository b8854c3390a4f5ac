#include "server/dialects/supportdialect.h"

#include "server/dialects/placing.h"

namespace deskbell::server::dialects {

namespace {

constexpr int recentMessages = 50;

constexpr json::Rule supportText = json::text(1, 1000);

struct MessageRequest
{
    QString message;

    static constexpr auto fields() { return std::tuple{json::field("message", &MessageRequest::message, supportText)}; }
};

struct EndRequest
{
    std::optional<QString> reason;

    static constexpr auto fields() { return std::tuple{json::field("reason", &EndRequest::reason, api::shortText)}; }
};

struct SessionRequest
{
    ChatId sessionId;

    static constexpr auto fields() { return std::tuple{json::field("sessionId", &SessionRequest::sessionId)}; }
};

struct SayRequest
{
    ChatId sessionId;
    QString message;

    static constexpr auto fields()
    {
        return std::tuple{json::field("sessionId", &SayRequest::sessionId),
                          json::field("message", &SayRequest::message, supportText)};
    }
};

QLatin1String typeOf(api::SenderType type)
{
    switch (type) {
    case api::SenderType::Visitor:
        return QLatin1String("user");
    case api::SenderType::Operator:
        return QLatin1String("agent");
    case api::SenderType::System:
        return QLatin1String("system");
    }
    Q_UNREACHABLE();
}

} // namespace

SupportDialect::SupportDialect(Gate &gate) : Vocabulary("support"), m_gate(gate), m_tokens(gate)
{
    on("join_session", [this](const EventCall &call) { join(call); });
    on("send_message", [this](const EventCall &call) { say(call); });
    on("typing_start", [this](const EventCall &call) { setTyping(call, true); });
    on("typing_stop", [this](const EventCall &call) { setTyping(call, false); });
}

void SupportDialect::bind(RestEndpoint &rest)
{
    rest.add("POST", "/api/auth/token", [this](const Call &call) { m_tokens.issue(call); });
    rest.add("POST", "/api/chat/start-session", [this](const Call &call) { start(call); });
    rest.add("GET", "/api/chat/session/{sessionId}", [this](const Call &call) { get(call); });
    rest.add("POST", "/api/chat/end-session/{sessionId}", [this](const Call &call) { end(call); });
    rest.add("POST", "/api/chat/send-message/{sessionId}", [this](const Call &call) { sendMessage(call); });
    rest.add("GET", "/api/chat/stats", [this](const Call &call) { reportStatistics(call); });
}

QByteArray SupportDialect::session(const api::Chat &chat, const std::optional<QString> &token) const
{
    Shape shape;
    shape.with("sessionId", chat.id)
        .with("userId", m_gate.aliases().of(chat.visitorId))
        .with("userType", QLatin1String("user"))
        .with("agentId", m_gate.aliases().of(chat.operatorId))
        .with("status", chat.status)
        .with("createdAt", chat.createdAt)
        .with("endedAt", chat.endedAt)
        .with("endReason", chat.endReason);
    if (token)
        shape.with("token", *token);
    return shape.done();
}

QByteArray SupportDialect::message(const api::Message &message) const
{
    return Shape()
        .with("id", message.id)
        .with("sessionId", message.chatId)
        .with("seq", message.seq)
        .with("senderId", m_gate.aliases().of(message.senderId))
        .with("senderType", typeOf(message.senderType))
        .with("message", message.text)
        .with("timestamp", message.createdAt)
        .done();
}

QByteArray SupportDialect::participantOf(const QByteArray &chat, const std::optional<OperatorId> &agent) const
{
    return Shape()
        .with("sessionId", QString::fromLatin1(chat))
        .with("userId", m_gate.aliases().of(agent))
        .with("userType", QLatin1String("agent"))
        .done();
}

QByteArray SupportDialect::participant(const QByteArray &chat, const Caller &caller) const
{
    return Shape()
        .with("sessionId", QString::fromLatin1(chat))
        .with("userId", nameOf(m_gate, caller))
        .with("userType", QLatin1String(caller.isOperator() ? "agent" : "user"))
        .done();
}

void SupportDialect::start(const Call &call)
{
    const auto wanted = call->body<support::UserRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    Credentials shown = call->credentials();
    // Whoever comes with a token is known by it, and by the userId that it goes with.
    if (!shown.token || call->caller().isOperator() || m_gate.aliases().of(call->caller().visitorId) != wanted->userId)
        shown.userId = wanted->userId;
    shown.userHash = wanted->userHash;
    Gate::Words words;
    words.name = wanted->name;
    m_gate.identify(shown, words, [this, call, shown](const Result<Gate::Identified> &who) {
        if (!who)
            return call->refuse(who.error());
        const auto token = who->token ? who->token : shown.token;
        startRouted(m_gate, who->caller, [this, call, token](const Result<api::ChatStartAnswer> &started) {
            if (!started)
                return call->refuse(started.error());
            call->answer(201, session(started->chat, token));
        });
    });
}

void SupportDialect::get(const Call &call)
{
    const auto id = call->id<ChatId>("sessionId", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    m_gate.ask(call->caller(), api::ChatGet{*id}, [this, call](const Result<api::Chat> &chat) {
        if (!chat)
            return call->refuse(chat.error());
        call->answer(200, session(*chat));
    });
}

void SupportDialect::end(const Call &call)
{
    const auto id = call->id<ChatId>("sessionId", ErrorCode::ChatNotFound);
    const auto wanted = call->body<EndRequest>();
    if (!id || !wanted)
        return call->refuse(id ? wanted.error() : id.error());
    m_gate.ask(call->caller(), api::ChatEnd{*id, wanted->reason}, [this, call](const Result<api::Chat> &ended) {
        if (!ended)
            return call->refuse(ended.error());
        call->answer(200, session(*ended));
    });
}

void SupportDialect::sendMessage(const Call &call)
{
    const auto id = call->id<ChatId>("sessionId", ErrorCode::ChatNotFound);
    const auto wanted = call->body<MessageRequest>();
    if (!id || !wanted)
        return call->refuse(id ? wanted.error() : id.error());
    m_gate.sendMessage(call->caller(), {*id, wanted->message, {}}, [this, call](const Result<api::Message> &sent) {
        if (!sent)
            return call->refuse(sent.error());
        call->answer(201, message(*sent));
    });
}

void SupportDialect::reportStatistics(const Call &call)
{
    struct Counts
    {
        QList<api::Chat> open;
        QList<Workload> operators;
    };
    m_gate.perform<Counts>(
        api::Effect::Read, call->caller(),
        [](Request &request) -> Result<Counts> {
            const auto open = openChats(request);
            if (!open)
                return open.error();
            const auto operators = workloads(request);
            if (!operators)
                return operators.error();
            return Counts{*open, *operators};
        },
        [call](const Result<Counts> &counts, const Outbox &) {
            if (!counts)
                return call->refuse(counts.error());
            const auto waiting = std::count_if(counts->open.begin(), counts->open.end(), [](const api::Chat &each) {
                return each.status == api::ChatStatus::Waiting;
            });
            const auto online = std::count_if(counts->operators.begin(), counts->operators.end(),
                                              [](const Workload &each) { return each.isOnline(); });
            const auto available = std::count_if(counts->operators.begin(), counts->operators.end(),
                                                 [](const Workload &each) { return each.isAvailable(); });
            call->answer(200,
                         Shape()
                             .with("waitingSessions", qint64(waiting))
                             .with("activeSessions", qint64(counts->open.size() - waiting))
                             .with("onlineAgents", qint64(online))
                             .with("availableAgents", qint64(available))
                             .done());
        });
}

void SupportDialect::join(const EventCall &call)
{
    const auto wanted = call.read<SessionRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    joinChat(m_gate, *this, call, wanted->sessionId, recentMessages, [this, call](const Conversation &joined) {
        const QByteArray messages = listOf(joined.messages, [this](const api::Message &each) { return message(each); });
        call.answerWith("session_joined",
                        Shape()
                            .with("sessionId", joined.chat.id)
                            .with("status", joined.chat.status)
                            .json("session", session(joined.chat))
                            .json("messages", messages)
                            .done());
        const QByteArray chat = joined.chat.id.toString().toLatin1();
        tellOthers(*call.socket(), chat, "user_joined", participant(chat, call.caller()));
    });
}

void SupportDialect::left(socketio::Socket &socket, const Caller &caller, const QByteArray &chat) const
{
    tellOthers(socket, chat, "user_left", participant(chat, caller));
}

void SupportDialect::say(const EventCall &call)
{
    const auto wanted = call.read<SayRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.sendMessage(call.caller(), {wanted->sessionId, wanted->message, {}},
                       [this, call](const Result<api::Message> &sent) {
                           if (!sent)
                               return call.refuse(sent.error());
                           call.answer(message(*sent));
                       });
}

void SupportDialect::setTyping(const EventCall &call, bool typing)
{
    const auto wanted = call.read<SessionRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.ask(call.caller(), api::TypingSet{wanted->sessionId, typing},
               [call](const Result<Nothing> &done) { done ? call.answer("{}") : call.refuse(done.error()); });
}

QList<Vocabulary::Told> SupportDialect::tell(const api::Event &event, const QByteArrayList &) const
{
    const auto chatOf = [](const ChatId &id) { return id.toString().toLatin1(); };
    if (const auto *sent = std::get_if<api::MessageSent>(&event))
        return {{"new_message", message(sent->message), {}, chatOf(sent->message.chatId)}};
    if (const auto *claimed = std::get_if<api::ChatClaimed>(&event)) {
        const QByteArray chat = chatOf(claimed->chat.id);
        return {{"user_joined", participantOf(chat, claimed->chat.operatorId), {}, chat}};
    }
    if (const auto *moved = std::get_if<api::ChatTransferred>(&event)) {
        const QByteArray chat = chatOf(moved->chat.id);
        QList<Told> all{{"user_joined", participantOf(chat, moved->chat.operatorId), {}, chat}};
        if (moved->fromId)
            all.prepend({"user_left", participantOf(chat, moved->fromId), {}, chat});
        return all;
    }
    if (const auto *ended = std::get_if<api::ChatHasEnded>(&event))
        return {{"session_ended", session(ended->chat), {}, chatOf(ended->chat.id)}};
    if (const auto *typing = std::get_if<api::TypingChanged>(&event)) {
        const QByteArray json = Shape()
                                    .with("sessionId", typing->chatId)
                                    .with("userId", m_gate.aliases().of(typing->senderId))
                                    .with("isTyping", typing->typing)
                                    .done();
        return {{"user_typing", json, roomOf(typing->senderType, typing->senderId), chatOf(typing->chatId)}};
    }
    return {};
}

} // namespace deskbell::server::dialects
