#include "server/desk/queuehandler.h"

#include "server/desk/chatnews.h"
#include "server/desk/routing.h"
#include "server/desk/settinghandler.h"
#include "server/store/chatstore.h"
#include "server/store/handoverstore.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

void QueueHandler::fill()
{
    const qint64 offerTimeoutMs = qint64(SettingHandler(m_request).routingInForce().offerTimeoutS) * 1'000;
    for (const Routing::Placement &each : Routing(m_request).placements()) {
        const ChatHead *head = ChatStore(m_request.transaction).head(each.chat);
        if (!head)
            continue;
        if (each.atOnce) {
            give(*head, each.to);
            continue;
        }
        api::ChatOffer toAccept;
        toAccept.operatorId = each.to;
        toAccept.expiresAt = {m_request.now.ms + offerTimeoutMs};
        offer(*head, toAccept);
    }
}

void QueueHandler::routeAlways(const ChatId &chat, api::RoutingStrategy strategy)
{
    QueueStore(m_request.transaction).setStrategy(chat, strategy);
    fill();
}

bool QueueHandler::hasRoom(const OperatorId &who)
{
    const auto account = OperatorStore(m_request.transaction).find(who);
    return account && QueueStore(m_request.transaction).heldBy(who) < account->capacity;
}

bool QueueHandler::give(const ChatHead &seen, const OperatorId &to)
{
    const ChatHead before = seen; // gone with the next write
    HandoverStore handovers(m_request.transaction);
    if (!handovers.give(before, to, m_request.now))
        return false;
    handovers.forgetPasses(before);
    QueueStore(m_request.transaction).takeTurn(to);
    ChatNews news(m_request);
    if (before.status == api::ChatStatus::Waiting)
        news.publish(api::ChatClaimed{{news.find(before.id)}});
    else
        news.publish(api::ChatTransferred{news.find(before.id), before.operatorId});
    return true;
}

bool QueueHandler::release(const ChatHead &seen)
{
    const ChatHead before = seen;
    HandoverStore handovers(m_request.transaction);
    if (!handovers.release(before))
        return false;
    if (before.operatorId)
        handovers.pass(before, *before.operatorId, m_request.now); // not back to them at once
    ChatNews news(m_request);
    news.publish(api::ChatReleased{{news.find(before.id)}});
    return true;
}

bool QueueHandler::offer(const ChatHead &seen, const api::ChatOffer &offer)
{
    const ChatId id = seen.id;
    if (!HandoverStore(m_request.transaction).offer(seen, offer))
        return false;
    if (offer.kind == api::OfferKind::Route && offer.operatorId)
        QueueStore(m_request.transaction).takeTurn(*offer.operatorId);
    ChatNews news(m_request);
    news.publishOffer(offer, api::ChatOffered{{news.find(id)}});
    return true;
}

void QueueHandler::endOffer(const ChatId &chat, api::OfferEnd why, const std::optional<OperatorId> &who)
{
    ChatStore chats(m_request.transaction);
    const ChatHead *seen = chats.head(chat);
    const auto before = chats.find(chat);
    if (!seen || !before || !before->offer)
        return;
    const ChatHead head = *seen;
    HandoverStore handovers(m_request.transaction);
    if (!handovers.withdraw(head))
        return;
    const bool isTransfer = before->offer->kind == api::OfferKind::Transfer;
    const bool isTakenBack = isTransfer && why == api::OfferEnd::Withdrawn;
    if (before->offer->operatorId && !isTakenBack)
        handovers.pass(head, *before->offer->operatorId, m_request.now);
    ChatNews news(m_request);
    news.publishOffer(*before->offer, api::ChatDeclined{news.find(chat), why, who});
    if (isTransfer && !isTakenBack)
        release(*chats.head(chat)); // its holder has let go of it
}

void QueueHandler::endOffersTo(const OperatorId &gone)
{
    for (const ChatId &chat : QueueStore(m_request.transaction).offersTo(gone))
        endOffer(chat, api::OfferEnd::Vanished, gone);
    fill();
}

QList<ChatId> QueueHandler::leftBehind()
{
    const int patienceS = SettingHandler(m_request).routingInForce().vanishTimeoutS;
    QList<ChatId> chats = QueueStore(m_request.transaction).leftBehind(ago(patienceS));
    chats.removeIf([this](const ChatId &id) {
        const ChatHead *head = ChatStore(m_request.transaction).head(id);
        return !head || !head->operatorId || m_request.presence.isOnline(*head->operatorId);
    });
    return chats;
}

QList<ChatId> QueueHandler::abandoned()
{
    QList<ChatId> ids;
    const int patienceS = SettingHandler(m_request).routingInForce().abandonTimeoutS;
    if (patienceS == 0)
        return ids;
    for (const SilentChat &each : QueueStore(m_request.transaction).silentSince(ago(patienceS))) {
        if (!m_request.presence.isOnline(each.visitorId))
            ids.append(each.id);
    }
    return ids;
}

bool QueueHandler::isAnythingDue(Rounds rounds)
{
    return !QueueStore(m_request.transaction).overdueOffers(m_request.now).isEmpty() || !leftBehind().isEmpty()
        || !Routing(m_request).placements().isEmpty() || (rounds == Rounds::All && !abandoned().isEmpty());
}

void QueueHandler::makeRounds(Rounds rounds)
{
    ChatStore chats(m_request.transaction);
    for (const ChatId &id : QueueStore(m_request.transaction).overdueOffers(m_request.now)) {
        const auto chat = chats.find(id);
        if (chat && chat->offer)
            endOffer(id, api::OfferEnd::Timeout, chat->offer->operatorId);
    }
    for (const ChatId &id : leftBehind())
        release(*chats.head(id));
    for (const ChatId &id : rounds == Rounds::All ? abandoned() : QList<ChatId>()) {
        if (!chats.end(*chats.head(id), QStringLiteral("abandoned"), m_request.now))
            continue;
        ChatNews news(m_request);
        news.publish(api::ChatHasEnded{{news.find(id)}});
    }
    fill();
}

} // namespace deskbell::server
