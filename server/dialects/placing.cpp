#include "server/dialects/placing.h"

#include "server/desk/access.h"
#include "server/desk/queuehandler.h"
#include "server/dialects/reads.h"

namespace deskbell::server::dialects {

namespace {

/// The chat, if nobody has it or only `to` does.
Result<api::Chat> freeFor(Request &request, const ChatId &id, const std::optional<OperatorId> &to)
{
    if (const auto allowed = Access::check(request, api::ChatRoute::operation); !allowed)
        return allowed.error();
    auto chat = within(request, api::ChatGet{id});
    if (!chat)
        return chat;
    if (chat->status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    if (chat->status == api::ChatStatus::Active && (!to || chat->operatorId != to))
        return Error(ErrorCode::ChatAlreadyClaimed,
                     QStringLiteral("%1 has claimed this chat.").arg(chat->operatorName.value_or(QString())));
    return chat;
}

} // namespace

void startRouted(Gate &gate, const Caller &caller, std::function<void(const Result<api::ChatStartAnswer> &)> done)
{
    const auto route = [](Request &request, const ChatId &chat) {
        QueueHandler(request).routeAlways(chat, api::RoutingStrategy::LeastBusy);
        return within(request, api::ChatGet{chat});
    };
    gate.ask(caller, api::ChatStart{}, [=, &gate](const Result<api::ChatStartAnswer> &started) {
        if (!started || started->chat.status != api::ChatStatus::Waiting)
            return done(started);
        gate.perform<api::Chat>(
            api::Effect::Write, caller, [=, id = started->chat.id](Request &request) { return route(request, id); },
            [done, answer = *started](const Result<api::Chat> &routed, const Outbox &) mutable {
                // It has begun in any case, and is told as it was when it could not be routed.
                if (routed)
                    answer.chat = *routed;
                done(answer);
            });
    });
}

Result<api::Chat> place(Request &request, const ChatId &chat, const std::optional<api::RoutingStrategy> &strategy)
{
    if (auto waiting = freeFor(request, chat, std::nullopt); !waiting)
        return waiting;
    Request atOnce{request};
    atOnce.givesAtOnce = true;
    return within(atOnce, api::ChatRoute{chat, {}, strategy});
}

Result<api::Chat> assign(Request &request, const ChatId &chat, const OperatorId &to)
{
    auto found = freeFor(request, chat, to);
    if (!found || found->operatorId == to)
        return found;
    if (to == request.caller.operatorId)
        return within(request, api::ChatClaim{chat});
    return within(request, api::ChatAssign{chat, to});
}

Result<api::Chat> transfer(Request &request, const ChatId &chat, const OperatorId &to,
                           const std::optional<QString> &note)
{
    auto transferred = within(request, api::ChatAssign{chat, to});
    if (!transferred || !note)
        return transferred;
    const auto added = within(request, api::NoteAdd{chat, *note});
    return added ? transferred : added.error();
}

} // namespace deskbell::server::dialects
