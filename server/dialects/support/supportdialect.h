#pragma once

#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `support`: chats as sessions that are begun with start-session, web tokens, and its events on `/`.
class SupportDialect final : public Vocabulary
{
public:
    /// `gate` outlives this.
    SupportDialect(Gate &gate, RestEndpoint &rest);
};

} // namespace deskbell::server::dialects
