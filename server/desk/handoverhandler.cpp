#include "server/desk/handoverhandler.h"

#include "server/desk/chatnews.h"
#include "server/desk/queuehandler.h"
#include "server/desk/routing.h"
#include "server/desk/settinghandler.h"
#include "server/store/chatstore.h"
#include "server/store/departmentstore.h"
#include "server/store/handoverstore.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

Result<ChatHead> HandoverHandler::open(const ChatId &id)
{
    const auto head = Access::chat(m_request, id);
    if (!head)
        return head.error();
    if ((*head)->status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    return ChatHead(**head);
}

Result<ChatHead> HandoverHandler::openToHandOver(const ChatId &id)
{
    auto head = open(id);
    if (head && !Access::mayHandOver(m_request.caller, *head))
        return Error(ErrorCode::Forbidden,
                     head->status == api::ChatStatus::Waiting ? QStringLiteral("Claim the chat first.")
                                                              : QStringLiteral("Another operator holds this chat."));
    return head;
}

Result<Nothing> HandoverHandler::canTake(const OperatorId &who)
{
    const auto account = OperatorStore(m_request.transaction).findPerson(who);
    if (!account)
        return ErrorCode::OperatorNotFound;
    if (account->disabled)
        return ErrorCode::OperatorUnavailable;
    return Nothing{};
}

Result<api::Chat> HandoverHandler::handle(const api::ChatRelease &command)
{
    const auto head = openToHandOver(command.chatId);
    if (!head)
        return head.error();
    QueueHandler queue(m_request);
    if (head->status == api::ChatStatus::Active) {
        if (!queue.release(*head))
            return ErrorCode::ChatChanged;
        queue.fill();
    }
    return ChatNews(m_request).answer(command.chatId);
}

Result<api::Chat> HandoverHandler::handle(const api::ChatAssign &command)
{
    const auto head = openToHandOver(command.chatId);
    if (!head)
        return head.error();
    if (const auto able = canTake(command.operatorId); !able)
        return able.error();
    if (head->operatorId == command.operatorId)
        return ChatNews(m_request).answer(command.chatId);
    QueueHandler queue(m_request);
    if (!isAdmin() && !queue.hasRoom(command.operatorId))
        return ErrorCode::CapacityReached;
    if (!queue.give(*head, command.operatorId))
        return ErrorCode::ChatChanged;
    queue.fill();
    return ChatNews(m_request).answer(command.chatId);
}

Result<api::ChatOffer> HandoverHandler::offerFor(const api::ChatTransfer &command, const ChatHead &chat)
{
    api::ChatOffer offer;
    offer.kind = api::OfferKind::Transfer;
    offer.operatorId = command.operatorId;
    offer.departmentId = command.departmentId;
    offer.note = command.note;
    offer.expiresAt = {m_request.now.ms + qint64(SettingHandler(m_request).routingInForce().transferTimeoutS) * 1'000};
    if (!m_request.caller.operatorId.isNull()) // an API key is nobody
        offer.offeredBy = m_request.caller.operatorId;
    if (command.operatorId.has_value() == command.departmentId.has_value())
        return Error::invalid(QStringLiteral("operatorId"),
                              QStringLiteral("or departmentId must be given, and not both"));
    if (command.operatorId) {
        if (command.operatorId == chat.operatorId)
            return Error::invalid(QStringLiteral("operatorId"), QStringLiteral("must not be the chat's holder"));
        if (const auto able = canTake(*command.operatorId); !able)
            return able.error();
        return offer;
    }
    DepartmentStore departments(m_request.transaction);
    if (!departments.find(*command.departmentId))
        return ErrorCode::DepartmentNotFound;
    QList<OperatorId> others = departments.members(*command.departmentId);
    others.removeIf([&](const OperatorId &each) { return each == chat.operatorId; });
    if (others.isEmpty())
        return Error(ErrorCode::OperatorUnavailable, QStringLiteral("Nobody else is in this department."));
    return offer;
}

Result<api::Chat> HandoverHandler::handle(const api::ChatTransfer &command)
{
    const auto head = openToHandOver(command.chatId);
    if (!head)
        return head.error();
    if (head->status != api::ChatStatus::Active)
        return ErrorCode::ChatNotActive;
    const auto offer = offerFor(command, *head);
    if (!offer)
        return offer.error();
    QueueHandler queue(m_request);
    ChatStore chats(m_request.transaction);
    queue.endOffer(command.chatId, api::OfferEnd::Withdrawn, m_request.caller.operatorId); // an earlier one
    const ChatHead now = *chats.head(command.chatId);
    if (now.status != api::ChatStatus::Active)
        return ErrorCode::ChatNotActive;
    HandoverStore(m_request.transaction).forgetPasses(now);
    if (!queue.offer(now, *offer))
        return ErrorCode::ChatChanged;
    return ChatNews(m_request).answer(command.chatId);
}

bool HandoverHandler::isOfferedToCaller(const api::Chat &chat)
{
    const OperatorId &caller = m_request.caller.operatorId;
    if (!chat.offer || caller.isNull())
        return false;
    if (chat.offer->operatorId)
        return chat.offer->operatorId == caller;
    return chat.offer->departmentId && chat.operatorId != caller
        && DepartmentStore(m_request.transaction).members(*chat.offer->departmentId).contains(caller);
}

Result<api::Chat> HandoverHandler::handle(const api::ChatAccept &command)
{
    const auto head = open(command.chatId);
    if (!head)
        return head.error();
    ChatNews news(m_request);
    api::Chat chat = news.find(command.chatId);
    if (!chat.offer && chat.status == api::ChatStatus::Active && chat.operatorId == m_request.caller.operatorId)
        return chat; // an acceptance sent twice
    if (!chat.offer)
        return ErrorCode::NoOffer;
    if (!isOfferedToCaller(chat))
        return Error(ErrorCode::Forbidden, QStringLiteral("The chat is offered to somebody else."));
    QueueHandler queue(m_request);
    const auto department = chat.offer->departmentId;
    if (department) {
        chat.departmentId = department;
        if (!ChatStore(m_request.transaction).describe(*head, chat))
            return ErrorCode::ChatChanged;
    }
    if (!queue.give(*ChatStore(m_request.transaction).head(command.chatId), m_request.caller.operatorId))
        return ErrorCode::ChatChanged;
    queue.fill();
    return news.find(command.chatId);
}

bool HandoverHandler::isLastToDecline(const api::Chat &chat)
{
    if (!chat.offer->departmentId)
        return true;
    const QList<OperatorId> passed = HandoverStore(m_request.transaction).passedSince(chat.id, Timestamp{});
    const QList<OperatorId> members = DepartmentStore(m_request.transaction).members(*chat.offer->departmentId);
    return std::all_of(members.begin(), members.end(), [&](const OperatorId &each) {
        return each == chat.operatorId || each == m_request.caller.operatorId || passed.contains(each);
    });
}

Result<api::Chat> HandoverHandler::handle(const api::ChatDecline &command)
{
    const auto head = open(command.chatId);
    if (!head)
        return head.error();
    ChatNews news(m_request);
    const api::Chat chat = news.find(command.chatId);
    if (!chat.offer)
        return ErrorCode::NoOffer;
    QueueHandler queue(m_request);
    const auto &caller = m_request.caller.operatorId;
    if (isOfferedToCaller(chat)) {
        if (isLastToDecline(chat))
            queue.endOffer(command.chatId, api::OfferEnd::Declined, chat.offer->operatorId);
        else
            HandoverStore(m_request.transaction).pass(*head, caller, m_request.now);
    } else if (Access::mayHandOver(m_request.caller, *head)) {
        queue.endOffer(command.chatId, api::OfferEnd::Withdrawn, chat.offer->operatorId);
    } else {
        return Error(ErrorCode::Forbidden, QStringLiteral("The chat is offered to somebody else."));
    }
    queue.fill();
    return news.find(command.chatId);
}

Result<api::Chat> HandoverHandler::handle(const api::ChatRoute &command)
{
    const auto head = open(command.chatId);
    if (!head)
        return head.error();
    if (!Access::mayDescribe(m_request.caller, *head))
        return Error(ErrorCode::Forbidden, QStringLiteral("Another operator holds this chat."));
    if (command.strategy == api::RoutingStrategy::Manual)
        return Error::invalid(QStringLiteral("strategy"), QStringLiteral("must be round_robin or least_busy"));
    if (command.departmentId && !DepartmentStore(m_request.transaction).find(*command.departmentId))
        return ErrorCode::DepartmentNotFound;
    ChatStore chats(m_request.transaction);
    ChatNews news(m_request);
    api::Chat chat = news.find(command.chatId);
    if (command.departmentId)
        chat.departmentId = command.departmentId;
    QueueHandler queue(m_request);
    const api::DeskRouting routing = SettingHandler(m_request).routingInForce();
    const auto usual =
        routing.strategy == api::RoutingStrategy::Manual ? api::RoutingStrategy::LeastBusy : routing.strategy;
    const WaitingChat wanted{chat.id, chat.visitorId, chat.departmentId, {}, chat.createdAt};
    // Whoever has it, or is being asked, is not who is looked for.
    const auto asked = chat.offer ? chat.offer->operatorId : std::nullopt;
    for (const auto &each : {chat.operatorId, asked}) {
        if (each)
            HandoverStore(m_request.transaction).pass(*head, *each, m_request.now);
    }
    const auto to = Routing(m_request).best(wanted, command.strategy.value_or(usual));
    if (!to)
        return ErrorCode::NoOperatorAvailable;
    if (chat.offer)
        queue.endOffer(chat.id, api::OfferEnd::Withdrawn, chat.offer->operatorId);
    if (const ChatHead *now = chats.head(chat.id); now->status == api::ChatStatus::Active && !queue.release(*now))
        return ErrorCode::ChatChanged;
    if (command.departmentId && !chats.describe(*chats.head(chat.id), chat))
        return ErrorCode::ChatChanged;
    api::ChatOffer offer;
    offer.operatorId = to;
    offer.expiresAt = {m_request.now.ms + qint64(routing.offerTimeoutS) * 1'000};
    const bool placed =
        routing.offerTimeoutS == 0 ? queue.give(*chats.head(chat.id), *to) : queue.offer(*chats.head(chat.id), offer);
    if (!placed)
        return ErrorCode::ChatChanged;
    queue.fill();
    return news.find(chat.id);
}

} // namespace deskbell::server
