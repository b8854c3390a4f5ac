#pragma once

#include "server/desk/visitoraccountservice.h"
#include "server/dialects/gate.h"
#include "server/dialects/restendpoint.h"
#include "server/dialects/roomswords.h"

namespace deskbell::server::dialects {

/// The accounts of `rooms`: `/api/auth/…`. Lives on the I/O thread.
class RoomsAccounts
{
public:
    /// All outlive this.
    RoomsAccounts(Gate &gate, const Clock &clock);
    Q_DISABLE_COPY_MOVE(RoomsAccounts)

    void bind(RestEndpoint &rest);

private:
    void registerUser(const Call &call);
    void logIn(const Call &call);
    void logOut(const Call &call);
    void describe(const Call &call, const std::function<void(const rooms::Person &)> &done);
    void setStatus(const Call &call);
    void listAgents(const Call &call, const std::function<bool(const Workload &)> &fits);
    void welcome(const Call &call, int status, const VisitorAccountService::SignedIn &signedIn) const;

    Gate &m_gate;
    VisitorAccountService m_accounts;
};

} // namespace deskbell::server::dialects
