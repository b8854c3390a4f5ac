#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Tells of those who come and go to those whom it concerns. What it says is true when it is said, so that two
/// changes in quick succession end in the right state whatever their order.
class PresenceHandler
{
public:
    explicit PresenceHandler(Request &request) : m_request(request) { }

    /// To all operators, and to the visitors in the operator's active chats.
    void announce(const OperatorId &who);
    /// To all operators, if a chat of the visitor is open.
    void announce(const VisitorId &who);
    /// An operator has connected: nobody is connected and offline at once.
    void arrive(const OperatorId &who);
    /// An operator's last connection is gone.
    void leave(const OperatorId &who);

private:
    Request &m_request;
};

} // namespace deskbell::server
