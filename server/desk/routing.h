#pragma once

#include "server/desk/request.h"
#include "server/store/queuestore.h"

#include <QSet>

namespace deskbell::server {

/// Chooses who is to be given which waiting chat. Decides only and changes nothing, so that it can be asked on a
/// reading thread whether there is anything to do.
class Routing
{
public:
    explicit Routing(Request &request);

    struct Placement
    {
        ChatId chat;
        OperatorId to;
        bool atOnce = false; ///< Without asking the operator.
    };
    /// For the waiting chats that are to be routed, oldest first.
    QList<Placement> placements();
    /// For one chat, waiting or not. Nobody when no operator has a free place.
    std::optional<OperatorId> best(const WaitingChat &chat, api::RoutingStrategy strategy);

private:
    QList<WaitingChat> toBeRouted(const api::DeskRouting &policy);
    const QList<Candidate> &available();
    Candidate *choose(const WaitingChat &chat, api::RoutingStrategy strategy);
    const QSet<OperatorId> &members(const DepartmentId &department);

    Request &m_request;
    std::optional<QList<Candidate>> m_available; // who have a free place, whose turn it is first
    QHash<DepartmentId, QSet<OperatorId>> m_members;
};

} // namespace deskbell::server
