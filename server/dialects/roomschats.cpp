#include "server/dialects/roomschats.h"

#include "server/dialects/placing.h"
#include "server/dialects/reads.h"
#include "server/dialects/roomswords.h"

namespace deskbell::server::dialects {

namespace {

constexpr int usualMessages = 50;

struct AssignRequest
{
    ChatId roomId;
    OperatorId agentId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("roomId", &AssignRequest::roomId),
                          json::field("agentId", &AssignRequest::agentId)};
    }
};

struct TransferRequest
{
    ChatId roomId;
    OperatorId agentId;
    std::optional<QString> note;

    static constexpr auto fields()
    {
        return std::tuple{json::field("roomId", &TransferRequest::roomId),
                          json::field("agentId", &TransferRequest::agentId),
                          json::field("note", &TransferRequest::note, api::noteText)};
    }
};

} // namespace

void RoomsChats::bind(RestEndpoint &rest)
{
    rest.add("POST", "/api/chat/rooms", [this](const Call &call) { create(call); });
    rest.add("GET", "/api/chat/rooms", [this](const Call &call) { list(call, api::ChatScope::All); });
    rest.add("GET", "/api/chat/rooms/agent", [this](const Call &call) {
        call->caller().isVisitor() ? call->refuse(ErrorCode::Forbidden) : list(call, api::ChatScope::Mine);
    });
    rest.add("GET", "/api/chat/rooms/{roomId}", [this](const Call &call) { get(call); });
    rest.add("DELETE", "/api/chat/rooms/{roomId}", [this](const Call &call) { close(call); });
    rest.add("GET", "/api/chat/rooms/{roomId}/messages", [this](const Call &call) { listMessages(call); });
    rest.add("POST", "/api/chat/assign-agent", [this](const Call &call) {
        give<AssignRequest>(call, [](Request &request, const AssignRequest &wanted) {
            return assign(request, wanted.roomId, wanted.agentId);
        });
    });
    rest.add("POST", "/api/chat/transfer", [this](const Call &call) {
        give<TransferRequest>(call, [](Request &request, const TransferRequest &wanted) {
            return transfer(request, wanted.roomId, wanted.agentId, wanted.note);
        });
    });
}

void RoomsChats::create(const Call &call)
{
    const Credentials shown = call->credentials();
    m_gate.identify(shown, {}, [this, call](const Result<Gate::Identified> &who) {
        if (!who)
            return call->refuse(who.error());
        startRouted(m_gate, who->caller, [this, call, token = who->token](const Result<api::ChatStartAnswer> &started) {
            if (!started)
                return call->refuse(started.error());
            rooms::succeed(call, 201, rooms::room(started->chat, m_gate.aliases(), token));
        });
    });
}

void RoomsChats::list(const Call &call, api::ChatScope scope)
{
    constexpr int most = 200;
    m_gate.ask(call->caller(), api::ChatList{scope, {}, most}, [this, call](const Result<api::ChatListAnswer> &found) {
        if (!found)
            return call->refuse(found.error());
        rooms::succeed(call, 200, listOf(found->chats, [this](const api::Chat &each) {
                           return rooms::room(each, m_gate.aliases());
                       }));
    });
}

void RoomsChats::get(const Call &call)
{
    const auto id = call->id<ChatId>("roomId", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    m_gate.ask(call->caller(), api::ChatGet{*id}, [this, call](const Result<api::Chat> &chat) {
        if (!chat)
            return call->refuse(chat.error());
        rooms::succeed(call, 200, rooms::room(*chat, m_gate.aliases()));
    });
}

void RoomsChats::close(const Call &call)
{
    const auto id = call->id<ChatId>("roomId", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    m_gate.ask(call->caller(), api::ChatEnd{*id, {}}, [this, call](const Result<api::Chat> &ended) {
        if (!ended)
            return call->refuse(ended.error());
        rooms::succeed(call, 200, rooms::room(*ended, m_gate.aliases()));
    });
}

template <class Wanted, class Give>
void RoomsChats::give(const Call &call, Give work)
{
    const auto wanted = call->body<Wanted>();
    if (!wanted)
        return call->refuse(wanted.error());
    m_gate.perform<api::Chat>(
        api::Effect::Write, call->caller(),
        [wanted = *wanted, work](Request &request) { return work(request, wanted); },
        [this, call](const Result<api::Chat> &given, const Outbox &) {
            if (!given)
                return call->refuse(given.error());
            rooms::succeed(call, 200, rooms::room(*given, m_gate.aliases()));
        });
}

void RoomsChats::listMessages(const Call &call)
{
    constexpr int most = 200;
    const int limit = clampedLimit(call->query("limit"), usualMessages, most);
    const auto id = call->id<ChatId>("roomId", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    std::optional<MessageId> before;
    if (const QString text = call->query("before"); !text.isEmpty()) {
        before = MessageId::fromString(text);
        if (!before)
            return call->refuse(Error::invalid(QStringLiteral("before"), QStringLiteral("must be a messageId")));
    }
    m_gate.perform<MessagePage>(
        api::Effect::Read, call->caller(),
        [id = *id, before, limit](Request &request) { return messagesBefore(request, id, before, limit); },
        [this, call](const Result<MessagePage> &page, const Outbox &) {
            if (!page)
                return call->refuse(page.error());
            rooms::succeed(call, 200, rooms::messages(page->messages, m_gate.aliases(), page->chat));
        });
}

} // namespace deskbell::server::dialects
