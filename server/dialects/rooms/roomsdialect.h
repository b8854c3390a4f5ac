#pragma once

#include "server/dialects/accounts.h"
#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `rooms`: accounts, chats as rooms, how far messages have come, and its events on `/`.
class RoomsDialect final : public Vocabulary
{
public:
    /// All outlive this.
    RoomsDialect(Gate &gate, RestEndpoint &rest, Accounts &accounts);

private:
    void serveAccounts(RestEndpoint &rest, Accounts &accounts);
    void serveRooms(RestEndpoint &rest);
    void hearAll();
    void tellAll();
};

} // namespace deskbell::server::dialects
