#include "server/desk/outbox.h"

namespace deskbell::server {

Audience &Audience::operators()
{
    m_rooms.append(QByteArrayLiteral("operators"));
    return *this;
}

Audience &Audience::only(const OperatorId &one)
{
    m_rooms.append("operator:" + one.toString().toLatin1());
    return *this;
}

Audience &Audience::only(const VisitorId &one)
{
    m_rooms.append("visitor:" + one.toString().toLatin1());
    return *this;
}

void Outbox::publishJson(const Audience &audience, QByteArrayView name, QByteArray json)
{
    m_events.append({audience.rooms(), name.toByteArray(), std::move(json)});
}

} // namespace deskbell::server
