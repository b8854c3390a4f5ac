#include "server/dialects/addressesdialect.h"

namespace deskbell::server::dialects {

namespace {

struct StartRequest
{
    QString name;
    std::optional<QString> address;
    std::optional<QString> email;
    std::optional<QString> message;
    std::optional<QString> userId;
    std::optional<QString> userHash;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("name", &StartRequest::name, api::shortText),
                          field("userId", &StartRequest::userId, api::shortText),
                          field("userHash", &StartRequest::userHash, api::shortText),
                          field("address", &StartRequest::address, json::text(1, 500)),
                          field("email", &StartRequest::email, api::shortText),
                          field("message", &StartRequest::message, api::messageText)};
    }
};

struct SayRequest
{
    ChatId chatId;
    QString content;

    static constexpr auto fields()
    {
        return std::tuple{json::field("chatId", &SayRequest::chatId),
                          json::field("content", &SayRequest::content, api::messageText)};
    }
};

} // namespace

AddressesDialect::AddressesDialect(Gate &gate) : Vocabulary("addresses"), m_gate(gate)
{
    on("chat message", [this](const EventCall &call) { say(call); });
}

void AddressesDialect::bind(RestEndpoint &rest)
{
    rest.add("GET", "/api/addresses", [this](const Call &call) { search(call); });
    rest.add("POST", "/api/chats", [this](const Call &call) { startChat(call); });
    rest.add("DELETE", "/api/chats/{id}", [this](const Call &call) { endChat(call); });
    rest.add("POST", "/api/messages", [this](const Call &call) { sendMessage(call); });
}

QByteArray AddressesDialect::message(const api::Message &message) const
{
    return Shape()
        .with("id", message.id)
        .with("chatId", message.chatId)
        .with("seq", message.seq)
        .with("senderId", m_gate.aliases().of(message.senderId))
        .with("senderType", message.senderType)
        .with("senderName", message.senderName)
        .with("content", message.text)
        .with("createdAt", message.createdAt)
        .done();
}

QByteArray AddressesDialect::chat(const api::Chat &chat, const std::optional<QString> &token,
                                  const std::optional<QString> &address) const
{
    Shape shape;
    shape.with("id", chat.id)
        .with("status", chat.status)
        .with("visitorId", chat.visitorId)
        .with("name", chat.visitorName)
        .with("email", chat.visitorEmail)
        .with("operatorId", m_gate.aliases().of(chat.operatorId))
        .with("createdAt", chat.createdAt)
        .with("endedAt", chat.endedAt);
    if (token)
        shape.with("token", *token);
    if (address)
        shape.with("address", *address);
    return shape.done();
}

void AddressesDialect::search(const Call &call)
{
    constexpr int fewest = 10;
    constexpr int most = 50;
    constexpr qsizetype longest = 200; // what nobody types is cut and not refused
    const api::AddressSearch command{call->query("q").left(longest), clampedLimit(call->query("limit"), fewest, most)};
    m_gate.ask(call->caller(), command, [call](const Result<api::AddressSearchAnswer> &found) {
        if (!found)
            return call->refuse(found.error());
        call->answer(200, json::encode(found->addresses));
    });
}

void AddressesDialect::startChat(const Call &call)
{
    const auto wanted = call->body<StartRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    api::ChatStart command;
    command.name = wanted->name;
    command.email = wanted->email;
    command.text = wanted->message;
    Credentials shown = call->credentials();
    if (wanted->userId)
        shown.userId = wanted->userId;
    if (wanted->userHash)
        shown.userHash = wanted->userHash;
    Gate::Words words;
    words.name = wanted->name;
    words.email = wanted->email;
    m_gate.identify(shown, words, [=, this, address = wanted->address](const Result<Gate::Identified> &who) {
        if (!who)
            return call->refuse(who.error());
        const auto token = who->token ? who->token : shown.token;
        m_gate.ask(who->caller, command, [this, call, token, address](const Result<api::ChatStartAnswer> &started) {
            if (!started)
                return call->refuse(started.error());
            call->answer(201, chat(started->chat, token, address));
        });
    });
}

void AddressesDialect::endChat(const Call &call)
{
    const auto id = call->id<ChatId>("id", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    m_gate.ask(call->caller(), api::ChatEnd{*id, {}}, [this, call](const Result<api::Chat> &ended) {
        if (!ended)
            return call->refuse(ended.error());
        call->answer(200, chat(*ended));
    });
}

void AddressesDialect::sendMessage(const Call &call)
{
    const auto wanted = call->body<SayRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    m_gate.sendMessage(call->caller(), {wanted->chatId, wanted->content, {}},
                       [this, call](const Result<api::Message> &sent) {
                           if (!sent)
                               return call->refuse(sent.error());
                           call->answer(201, message(*sent));
                       });
}

void AddressesDialect::say(const EventCall &call)
{
    const auto wanted = call.read<SayRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    m_gate.sendMessage(call.caller(), {wanted->chatId, wanted->content, {}},
                       [this, call](const Result<api::Message> &sent) {
                           if (!sent)
                               return call.refuse(sent.error());
                           call.answer(message(*sent));
                       });
}

QList<Vocabulary::Told> AddressesDialect::tell(const api::Event &event, const QByteArrayList &) const
{
    const auto *sent = std::get_if<api::MessageSent>(&event);
    if (!sent)
        return {};
    return {{"chat message", message(sent->message), roomOf(sent->message.senderType, sent->message.senderId)}};
}

} // namespace deskbell::server::dialects
