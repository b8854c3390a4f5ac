#include "server/desk/presenceservice.h"

namespace deskbell::server {

PresenceService::Change PresenceService::connected(const OperatorId &who)
{
    return count(who.toString(), +1);
}

PresenceService::Change PresenceService::connected(const VisitorId &who)
{
    return count(who.toString(), +1);
}

PresenceService::Change PresenceService::disconnected(const OperatorId &who)
{
    return count(who.toString(), -1);
}

PresenceService::Change PresenceService::disconnected(const VisitorId &who)
{
    return count(who.toString(), -1);
}

bool PresenceService::isOnline(const OperatorId &who) const
{
    return isCounted(who.toString());
}

bool PresenceService::isOnline(const VisitorId &who) const
{
    return isCounted(who.toString());
}

void PresenceService::complete(api::Chat &chat) const
{
    chat.visitorOnline = isOnline(chat.visitorId);
}

void PresenceService::complete(api::Visitor &visitor) const
{
    visitor.online = isOnline(visitor.id);
}

void PresenceService::complete(api::Operator &account) const
{
    if (!isOnline(account.id))
        account.status = api::OperatorStatus::Offline;
}

PresenceService::Change PresenceService::count(const QString &who, int by)
{
    const std::lock_guard lock(m_mutex);
    const int before = m_connections.value(who, 0);
    const int after = std::max(0, before + by);
    if (after == 0)
        m_connections.remove(who);
    else
        m_connections.insert(who, after);
    if ((before == 0) == (after == 0))
        return Change::None;
    return after > 0 ? Change::Came : Change::Left;
}

bool PresenceService::isCounted(const QString &who) const
{
    const std::lock_guard lock(m_mutex);
    return m_connections.contains(who);
}

} // namespace deskbell::server
