#include "server/dialects/roomsdialect.h"

namespace deskbell::server::dialects {

namespace {

constexpr int recentMessages = 50;

struct RoomRequest
{
    ChatId roomId;

    static constexpr auto fields() { return std::tuple{json::field("roomId", &RoomRequest::roomId)}; }
};

struct SayRequest
{
    ChatId roomId;
    QString content;
    std::optional<QString> clientId;
    QList<QString> attachments;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("roomId", &SayRequest::roomId),
                          field("content", &SayRequest::content, api::messageText),
                          field("clientId", &SayRequest::clientId, api::clientIdText),
                          field("attachments", &SayRequest::attachments, json::orDefault(json::list(10)))};
    }
};

struct TypingRequest
{
    ChatId roomId;
    bool isTyping = true;

    static constexpr auto fields()
    {
        return std::tuple{json::field("roomId", &TypingRequest::roomId),
                          json::field("isTyping", &TypingRequest::isTyping, json::orDefault())};
    }
};

struct StatusRequest
{
    api::OperatorStatus status = api::OperatorStatus::Online;

    static constexpr auto fields() { return std::tuple{json::field("status", &StatusRequest::status)}; }
};

} // namespace

RoomsDialect::RoomsDialect(Gate &gate, const Clock &clock)
    : Vocabulary("rooms"), m_gate(gate), m_accounts(gate, clock), m_chats(gate), m_messages(gate, *this)
{
    on("join-room", [this](const EventCall &call) { join(call); });
    on("leave-room", [this](const EventCall &call) { leave(call); });
    on("send-message", [this](const EventCall &call) { say(call); });
    on("typing", [this](const EventCall &call) { setTyping(call); });
    on("agent-status-update", [this](const EventCall &call) { setStatus(call); });
    on("get-online-users", [this](const EventCall &call) { listOnlineUsers(call); });
    on("get-online-agents", [this](const EventCall &call) { listOnlineAgents(call); });
    on("message-delivered", [this](const EventCall &call) { m_messages.setDelivered(call); });
    on("message-read", [this](const EventCall &call) { m_messages.setRead(call); });
    on("edit-message", [this](const EventCall &call) { m_messages.edit(call); });
    on("delete-message", [this](const EventCall &call) { m_messages.remove(call); });
}

void RoomsDialect::bind(RestEndpoint &rest)
{
    m_accounts.bind(rest);
    m_chats.bind(rest);
    m_messages.bind(rest);
}

QByteArray RoomsDialect::participant(const QByteArray &chat, const QString &userId) const
{
    return Shape().with("roomId", QString::fromLatin1(chat)).with("userId", userId).done();
}

void RoomsDialect::join(const EventCall &call)
{
    const auto wanted = call.read<RoomRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    joinChat(m_gate, *this, call, wanted->roomId, recentMessages, [this, call](const Conversation &joined) {
        call.answerWith("chat-history",
                        Shape()
                            .with("roomId", joined.chat.id)
                            .json("messages", rooms::messages(joined.messages, m_gate.aliases(), joined.chat))
                            .done());
        const QByteArray chat = joined.chat.id.toString().toLatin1();
        tellOthers(*call.socket(), chat, "user-joined-room", participant(chat, nameOf(m_gate, call.caller())));
    });
}

void RoomsDialect::leave(const EventCall &call)
{
    const auto wanted = call.read<RoomRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    const QByteArray chat = wanted->roomId.toString().toLatin1();
    if (call.socket() && call.socket()->rooms().contains(chatRoom(chat))) {
        left(*call.socket(), call.caller(), chat);
        call.socket()->leave(chatRoom(chat));
        call.socket()->join(leftRoom(chat));
    }
    call.answer("{}");
}

void RoomsDialect::left(socketio::Socket &socket, const Caller &caller, const QByteArray &chat) const
{
    tellOthers(socket, chat, "user-left-room", participant(chat, nameOf(m_gate, caller)));
}

void RoomsDialect::say(const EventCall &call)
{
    const auto wanted = call.read<SayRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    if (!wanted->attachments.isEmpty())
        return refuseUnbound(call); // better than to lose them
    m_gate.sendMessage(call.caller(), {wanted->roomId, wanted->content, wanted->clientId},
                       [this, call](const Result<api::Message> &sent) {
                           if (!sent)
                               return call.refuse(sent.error());
                           call.answer(rooms::message(*sent, m_gate.aliases()));
                       });
}

void RoomsDialect::setTyping(const EventCall &call)
{
    const auto wanted = call.read<TypingRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.ask(call.caller(), api::TypingSet{wanted->roomId, wanted->isTyping},
               [call](const Result<Nothing> &done) { done ? call.answer("{}") : call.refuse(done.error()); });
}

void RoomsDialect::setStatus(const EventCall &call)
{
    const auto wanted = call.read<StatusRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.perform<Workload>(
        api::Effect::Write, call.caller(),
        [status = wanted->status](Request &request) { return dialects::setStatus(request, {}, status); },
        [this, call](const Result<Workload> &own, const Outbox &) {
            own ? call.answer(rooms::agent(*own, m_gate.aliases())) : call.refuse(own.error());
        });
}

void RoomsDialect::listOnlineUsers(const EventCall &call)
{
    m_gate.perform<QList<api::Chat>>(api::Effect::Read, call.caller(), openChats,
                                     [this, call](const Result<QList<api::Chat>> &chats, const Outbox &) {
                                         if (!chats)
                                             return call.refuse(chats.error());
                                         QByteArrayList online;
                                         for (const api::Chat &each : *chats) {
                                             if (each.visitorOnline)
                                                 online.append(
                                                     rooms::user({m_gate.aliases().of(each.visitorId), each.visitorName,
                                                                  each.visitorEmail, QLatin1String("user")}));
                                         }
                                         call.answerWith("online-users", listOf(online));
                                     });
}

void RoomsDialect::listOnlineAgents(const EventCall &call)
{
    m_gate.perform<QList<Workload>>(api::Effect::Read, call.caller(), workloads,
                                    [this, call](const Result<QList<Workload>> &all, const Outbox &) {
                                        if (!all)
                                            return call.refuse(all.error());
                                        QList<Workload> online;
                                        for (const Workload &each : *all) {
                                            if (each.isOnline())
                                                online.append(each);
                                        }
                                        call.answerWith("online-agents", rooms::agents(online, m_gate.aliases()));
                                    });
}

QList<Vocabulary::Told> RoomsDialect::tell(const api::Event &event, const QByteArrayList &) const
{
    const Aliases &aliases = m_gate.aliases();
    const auto chatOf = [](const ChatId &id) { return id.toString().toLatin1(); };
    if (const auto *sent = std::get_if<api::MessageSent>(&event))
        return {{"new-message", rooms::message(sent->message, aliases), {}, chatOf(sent->message.chatId)}};
    if (const auto *edited = std::get_if<api::MessageEdited>(&event))
        return {{"message-edited", rooms::message(edited->message, aliases), {}, chatOf(edited->message.chatId)}};
    if (const auto *deleted = std::get_if<api::MessageDeleted>(&event))
        return {{"message-deleted", rooms::message(deleted->message, aliases), {}, chatOf(deleted->message.chatId)}};
    if (const auto *claimed = std::get_if<api::ChatClaimed>(&event)) {
        const QByteArray chat = chatOf(claimed->chat.id);
        return {{"user-joined-room",
                 participant(chat, aliases.of(claimed->chat.operatorId).value_or(QString())),
                 {},
                 chat}};
    }
    if (const auto *moved = std::get_if<api::ChatTransferred>(&event)) {
        const QByteArray chat = chatOf(moved->chat.id);
        const auto name = [&](const auto &id) { return aliases.of(id).value_or(QString()); };
        QList<Told> all{{"user-joined-room", participant(chat, name(moved->chat.operatorId)), {}, chat}};
        if (moved->fromId)
            all.prepend({"user-left-room", participant(chat, name(moved->fromId)), {}, chat});
        return all;
    }
    if (const auto *typing = std::get_if<api::TypingChanged>(&event)) {
        const QByteArray json = Shape()
                                    .with("roomId", typing->chatId)
                                    .with("userId", aliases.of(typing->senderId))
                                    .with("isTyping", typing->typing)
                                    .done();
        return {{"user-typing", json, roomOf(typing->senderType, typing->senderId), chatOf(typing->chatId)}};
    }
    if (const auto *changed = std::get_if<api::PresenceChanged>(&event)) {
        const QString id = changed->operatorId ? aliases.of(*changed->operatorId)
                                               : aliases.of(changed->visitorId.value_or(VisitorId()));
        const auto status =
            changed->status.value_or(changed->online ? api::OperatorStatus::Online : api::OperatorStatus::Offline);
        return {{"user-status-changed",
                 Shape().with("userId", id).with("name", changed->displayName).with("status", status).done()}};
    }
    return {};
}

void RoomsDialect::tellLater(const api::Event &event, const std::function<void(const QList<Told> &)> &send) const
{
    if (const auto *read = std::get_if<api::MessageRead>(&event))
        m_messages.tellStatus(*read, send);
    else if (const auto *delivered = std::get_if<api::MessageDelivered>(&event))
        m_messages.tellStatus(*delivered, send);
}

} // namespace deskbell::server::dialects
