#include "server/dialects/reads.h"

#include "server/desk/access.h"
#include "server/desk/presencehandler.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"
#include "server/store/operatorstore.h"

#include <algorithm>

namespace deskbell::server::dialects {

namespace {

constexpr int mostOpenChats = 1'000;
constexpr int mostMessages = 200;

} // namespace

Result<Conversation> conversation(Request &request, const ChatId &chat, int limit)
{
    const auto found = within(request, api::ChatGet{chat});
    if (!found)
        return found.error();
    const auto messages = within(request, api::MessageList{chat, {}, {}, limit});
    if (!messages)
        return messages.error();
    return Conversation{*found, messages->messages};
}

Result<Conversation> messagesUpTo(Request &request, const ChatId &chat, qint64 seq, int limit)
{
    ChatStore chats(request.transaction);
    const auto found = chats.find(chat);
    const ChatHead *head = chats.head(chat);
    if (!found || !head)
        return ErrorCode::ChatNotFound;
    return Conversation{*found, MessageStore(request.transaction).before(*head, seq + 1, limit)};
}

Result<QList<Conversation>> queue(Request &request, int limit)
{
    const auto waiting = within(request, api::ChatList{api::ChatScope::Queue, {}, mostMessages});
    if (!waiting)
        return waiting.error();
    QList<Conversation> all;
    for (const api::Chat &chat : waiting->chats) {
        const auto messages = within(request, api::MessageList{chat.id, {}, {}, limit});
        if (!messages)
            return messages.error();
        all.append({chat, messages->messages});
    }
    return all;
}

Result<QList<api::Chat>> openChats(Request &request)
{
    if (const auto allowed = Access::check(request, api::OperatorList::operation); !allowed)
        return allowed.error();
    QList<api::Chat> chats = ChatStore(request.transaction).open({std::nullopt, mostOpenChats});
    for (api::Chat &chat : chats)
        request.presence.complete(chat);
    return chats;
}

int heldBy(Request &request, const OperatorId &holder)
{
    return int(ChatStore(request.transaction).heldBy(holder, {std::nullopt, mostOpenChats}).size());
}

Result<QList<Workload>> workloads(Request &request)
{
    const auto accounts = within(request, api::OperatorList{});
    if (!accounts)
        return accounts.error();
    QList<Workload> all;
    for (const api::Operator &account : accounts->operators) {
        if (!account.disabled)
            all.append({account, heldBy(request, account.id)});
    }
    return all;
}

Workload workloadOf(Request &request, const OperatorId &id)
{
    api::Operator account = OperatorStore(request.transaction).find(id).value();
    request.presence.complete(account);
    return {account, heldBy(request, id)};
}

Result<Workload> setStatus(Request &request, const std::optional<QString> &operatorId, api::OperatorStatus status)
{
    if (const auto allowed = Access::check(request, api::OperatorSetStatus::operation); !allowed)
        return allowed.error();
    const Caller &caller = request.caller;
    if (!operatorId || *operatorId == caller.operatorId.toString()) {
        const auto own = within(request, api::OperatorSetStatus{status});
        return own ? Result<Workload>({*own, heldBy(request, own->id)}) : own.error();
    }
    OperatorStore operators(request.transaction);
    const auto id = OperatorId::fromString(*operatorId);
    if (!id || !operators.find(*id))
        return ErrorCode::OperatorNotFound;
    if (caller.kind != Caller::Kind::Admin)
        return Error(ErrorCode::Forbidden, QStringLiteral("Others' status is for admins to set."));
    operators.setStatus(*id, status);
    PresenceHandler(request).announce(*id);
    return workloadOf(request, *id);
}

Result<std::optional<api::Message>> messageOf(Request &request, const ChatId &chat, const MessageId &id)
{
    for (std::optional<qint64> before;;) {
        const auto list = within(request, api::MessageList{chat, {}, before, mostMessages});
        if (!list)
            return list.error();
        const auto there = std::find_if(list->messages.begin(), list->messages.end(),
                                        [&](const api::Message &each) { return each.id == id; });
        if (there != list->messages.end())
            return std::optional(*there);
        if (!list->more)
            return std::optional<api::Message>();
        before = list->messages.first().seq;
    }
}

Result<MessagePage> messagesAfter(Request &request, const ChatId &chat, qint64 seq, int limit)
{
    const auto found = within(request, api::ChatGet{chat});
    if (!found)
        return found.error();
    const auto list = within(request, api::MessageList{chat, seq, {}, limit});
    if (!list)
        return list.error();
    return MessagePage{list->messages, list->more, *found};
}

Result<MessagePage> messagesBefore(Request &request, const ChatId &chat, const std::optional<MessageId> &before,
                                   int limit)
{
    const auto found = within(request, api::ChatGet{chat});
    if (!found)
        return found.error();
    std::optional<qint64> seq;
    if (before) {
        const auto there = messageOf(request, chat, *before);
        if (!there)
            return there.error();
        if (!*there)
            return Error::invalid(QStringLiteral("before"), QStringLiteral("must be a message of this room"));
        seq = (*there)->seq;
    }
    if (seq == 1)
        return MessagePage{{}, false, *found};
    const auto list = within(request, api::MessageList{chat, {}, seq, limit});
    if (!list)
        return list.error();
    return MessagePage{list->messages, list->more, *found};
}

} // namespace deskbell::server::dialects
