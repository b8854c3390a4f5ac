#pragma once

#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `addresses`: completing addresses, chats and messages over REST, and the event `chat message`.
class AddressesDialect final : public Vocabulary
{
public:
    /// `gate` outlives this.
    AddressesDialect(Gate &gate, RestEndpoint &rest);
};

} // namespace deskbell::server::dialects
