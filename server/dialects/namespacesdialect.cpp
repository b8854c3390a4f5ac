#include "server/dialects/namespacesdialect.h"

#include "server/engineio/query.h"

namespace deskbell::server::dialects {

namespace {

constexpr int recentMessages = 20;

struct ChatRequest
{
    ChatId chatId;
    std::optional<QString> reason;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &ChatRequest::chatId),
                          json::field("reason", &ChatRequest::reason, api::shortText)};
    }
};

struct StartRequest
{
    std::optional<QString> name;
    std::optional<QString> content;
    std::optional<QString> message;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("name", &StartRequest::name, api::shortText),
                          field("content", &StartRequest::content, api::messageText),
                          field("message", &StartRequest::message, api::messageText)};
    }
};

struct SayRequest
{
    ChatId chatId;
    std::optional<QString> senderId;
    QString content;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &SayRequest::chatId), json::field("senderId", &SayRequest::senderId),
                          json::field("content", &SayRequest::content, api::messageText)};
    }
};

QString ownId(const Caller &caller)
{
    return caller.isOperator() ? caller.operatorId.toString() : caller.visitorId.toString();
}

} // namespace

NamespacesDialect::NamespacesDialect(Gate &gate, Side side)
    : Vocabulary(side == Side::Admin ? "admin" : "user"), m_gate(gate), m_side(side)
{
    if (side == Side::Admin) {
        on("get_unassigned_chats", [this](const EventCall &call) { listUnassigned(call); });
        on("assign_chat", [this](const EventCall &call) { assign(call); });
        on("admin_message", [this](const EventCall &call) { say(call); });
    } else {
        on("start_chat", [this](const EventCall &call) { start(call); });
        on("user_message", [this](const EventCall &call) { say(call); });
    }
    on("end_chat", [this](const EventCall &call) { end(call); });
}

void NamespacesDialect::admit(const socketio::Socket &socket,
                              const std::function<void(const Result<IdentityHandler::Identified> &)> &done)
{
    Credentials shown = credentialsOf(socket);
    if (m_side == Side::User) {
        if (!shown.userId)
            return done(Error::invalid(QStringLiteral("userId"), QStringLiteral("is missing")));
        const auto identified = [done](const Result<IdentityHandler::Identified> &who) {
            const bool isCustomer = !who || who->caller.isVisitor();
            done(isCustomer ? who : Error(ErrorCode::InvalidToken, QStringLiteral("This is the customers' side.")));
        };
        return m_gate.identify(shown, {}, identified, m_gate.belief());
    }
    QString adminId = QString::fromUtf8(engineio::queryParameter(socket.handshake().query, "adminId"));
    if (adminId.isEmpty())
        adminId = socket.auth().member("adminId").toString();
    if (adminId.isEmpty())
        return done(Error::invalid(QStringLiteral("adminId"), QStringLiteral("is missing")));
    m_gate.identifyOperator(shown, adminId, [done](const Result<Caller> &caller) {
        done(caller ? Result<IdentityHandler::Identified>({*caller, std::nullopt}) : caller.error());
    });
}

QByteArray NamespacesDialect::message(const api::Message &message, const std::optional<QString> &receiver) const
{
    std::optional<QString> receiverId;
    if (receiver)
        receiverId = m_gate.aliases().of(*receiver);
    return Shape()
        .with("id", message.id)
        .with("chatId", message.chatId)
        .with("seq", message.seq)
        .with("senderId", m_gate.aliases().of(message.senderId))
        .with("senderType", message.senderType)
        .with("receiverId", receiverId)
        .with("content", message.text)
        .with("timestamp", message.createdAt)
        .done();
}

QByteArray NamespacesDialect::room(const Conversation &conversation) const
{
    const api::Chat &chat = conversation.chat;
    const QByteArray messages = listOf(conversation.messages, [&](const api::Message &each) {
        const bool ofOperator = each.senderType == api::SenderType::Operator;
        std::optional<QString> receiver;
        if (ofOperator)
            receiver = chat.visitorId.toString();
        else if (chat.operatorId)
            receiver = chat.operatorId->toString();
        return message(each, receiver);
    });
    return Shape()
        .with("id", chat.id)
        .with("chatId", chat.id)
        .with("userId", m_gate.aliases().of(chat.visitorId))
        .with("userName", chat.visitorName)
        .with("adminId", m_gate.aliases().of(chat.operatorId))
        .with("status", chat.status)
        .with("createdAt", chat.createdAt)
        .with("endedAt", chat.endedAt)
        .json("messages", messages)
        .done();
}

QByteArray NamespacesDialect::assigned(const api::Chat &chat) const
{
    return Shape()
        .with("chatId", chat.id)
        .with("adminId", m_gate.aliases().of(chat.operatorId))
        .with("adminName", chat.operatorName)
        .with("userId", m_gate.aliases().of(chat.visitorId))
        .done();
}

void NamespacesDialect::listUnassigned(const EventCall &call)
{
    m_gate.perform<QList<Conversation>>(
        api::Effect::Read, call.caller(), [](Request &request) { return queue(request, recentMessages); },
        [this, call](const Result<QList<Conversation>> &waiting, const Outbox &) {
            if (!waiting)
                return call.refuse(waiting.error());
            call.answerWith("unassigned_chats",
                            listOf(*waiting, [this](const Conversation &each) { return room(each); }));
        });
}

void NamespacesDialect::assign(const EventCall &call)
{
    const auto wanted = call.read<ChatRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.ask(call.caller(), api::ChatClaim{wanted->chatId}, [this, call](const Result<api::Chat> &claimed) {
        if (claimed)
            return call.answer(room({*claimed, {}}));
        const bool isHeld = claimed.error().code == ErrorCode::ChatAlreadyClaimed;
        call.refuse(claimed.error(), isHeld ? QStringLiteral("chat_already_assigned") : QString());
    });
}

void NamespacesDialect::start(const EventCall &call)
{
    const auto wanted = call.read<StartRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    api::ChatStart command;
    command.name = wanted->name;
    command.text = wanted->content ? wanted->content : wanted->message;
    // Whoever has an open chat gets that one; since nothing began then, no event tells of it.
    m_gate.ask(
        call.caller(), api::ChatList{api::ChatScope::Mine, {}, 1},
        [this, call, command](const Result<api::ChatListAnswer> &own) {
            const bool isOpen = own && !own->chats.isEmpty() && own->chats.first().status != api::ChatStatus::Ended;
            m_gate.ask(call.caller(), command, [this, call, isOpen](const Result<api::ChatStartAnswer> &started) {
                if (!started)
                    return call.refuse(started.error());
                Conversation begun{started->chat, {}};
                if (started->chat.lastMessage)
                    begun.messages.append(*started->chat.lastMessage);
                isOpen ? call.answerWith("chat_started", room(begun)) : call.answer(room(begun));
            });
        });
}

void NamespacesDialect::say(const EventCall &call)
{
    const auto wanted = call.read<SayRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    const QString own = ownId(call.caller());
    if (wanted->senderId && *wanted->senderId != own && *wanted->senderId != m_gate.aliases().of(own))
        return call.refuse({ErrorCode::Forbidden, QStringLiteral("The senderId is not yours.")});
    m_gate.sendMessage(call.caller(), {wanted->chatId, wanted->content, {}},
                       [this, call](const Result<api::Message> &sent) {
                           if (!sent)
                               return call.refuse(sent.error());
                           call.answer(message(*sent, std::nullopt));
                       });
}

void NamespacesDialect::end(const EventCall &call)
{
    const auto wanted = call.read<ChatRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.ask(call.caller(), api::ChatEnd{wanted->chatId, wanted->reason},
               [this, call](const Result<api::Chat> &ended) {
                   if (!ended)
                       return call.refuse(ended.error());
                   call.answer(room({*ended, {}}));
               });
}

QList<Vocabulary::Told> NamespacesDialect::tell(const api::Event &event, const QByteArrayList &rooms) const
{
    if (const auto *started = std::get_if<api::ChatStarted>(&event)) {
        Conversation begun{started->chat, {}};
        if (started->chat.lastMessage)
            begun.messages.append(*started->chat.lastMessage);
        return {{m_side == Side::Admin ? "new_chat_request" : "chat_started", room(begun)}};
    }
    if (const auto *claimed = std::get_if<api::ChatClaimed>(&event))
        return {{"chat_assigned", assigned(claimed->chat)}};
    if (const auto *moved = std::get_if<api::ChatTransferred>(&event))
        return {{"chat_assigned", assigned(moved->chat)}};
    if (const auto *released = std::get_if<api::ChatReleased>(&event); released && m_side == Side::Admin)
        return {{"new_chat_request", room({released->chat, {}})}};
    if (const auto *ended = std::get_if<api::ChatHasEnded>(&event)) {
        return {{"chat_ended",
                 Shape()
                     .with("chatId", ended->chat.id)
                     .with("adminId", m_gate.aliases().of(ended->chat.operatorId))
                     .with("userId", m_gate.aliases().of(ended->chat.visitorId))
                     .with("reason", ended->chat.endReason)
                     .with("endedAt", ended->chat.endedAt)
                     .done()}};
    }
    if (const auto *sent = std::get_if<api::MessageSent>(&event))
        return {{"new_message", message(sent->message, receiverOf(sent->message, rooms))}};
    return {};
}

} // namespace deskbell::server::dialects
