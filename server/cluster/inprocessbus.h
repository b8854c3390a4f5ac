#pragma once

#include "server/cluster/bus.h"

namespace deskbell::server {

/// The bus of a desk with a single node.
class InProcessBus final : public Bus
{
public:
    void publish(const QList<Published> &events) override;
    void setReceiver(Receive receive) override { m_receive = std::move(receive); }

private:
    Receive m_receive;
};

} // namespace deskbell::server
