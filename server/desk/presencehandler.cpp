#include "server/desk/presencehandler.h"

#include "server/desk/queuehandler.h"
#include "server/store/chatstore.h"
#include "server/store/operatorstore.h"
#include "server/store/queuestore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

void PresenceHandler::announce(const OperatorId &who)
{
    auto account = OperatorStore(m_request.transaction).find(who);
    if (!account)
        return;
    m_request.presence.complete(*account);
    Audience audience;
    audience.operators();
    for (const VisitorId &visitor : ChatStore(m_request.transaction).visitorsOf(who))
        audience.only(visitor);
    api::PresenceChanged event;
    event.operatorId = who;
    event.displayName = account->name;
    event.online = account->status != api::OperatorStatus::Offline;
    event.status = account->status;
    m_request.outbox.publish(audience, event);
}

void PresenceHandler::announce(const VisitorId &who)
{
    const auto visitor = VisitorStore(m_request.transaction).find(who);
    if (!visitor || !ChatStore(m_request.transaction).openOf(who))
        return;
    api::PresenceChanged event;
    event.visitorId = who;
    event.displayName = visitor->name;
    event.online = m_request.presence.isOnline(who);
    Audience audience;
    m_request.outbox.publish(audience.operators(), event);
}

void PresenceHandler::arrive(const OperatorId &who)
{
    OperatorStore operators(m_request.transaction);
    const auto account = operators.find(who);
    if (account && account->status == api::OperatorStatus::Offline)
        operators.setStatus(who, api::OperatorStatus::Online);
    AttendanceStore(m_request.transaction).came(who);
    announce(who);
    QueueHandler(m_request).fill();
}

void PresenceHandler::leave(const OperatorId &who)
{
    AttendanceStore(m_request.transaction).left(who, m_request.now);
    announce(who);
    QueueHandler(m_request).endOffersTo(who);
}

} // namespace deskbell::server
