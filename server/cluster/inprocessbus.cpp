#include "server/cluster/inprocessbus.h"

namespace deskbell::server {

void InProcessBus::publish(const QList<Published> &events)
{
    if (m_receive)
        m_receive(events);
}

} // namespace deskbell::server
