#pragma once

#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `sessions`: chats as sessions, and operators, over REST. It has no events of its own.
class SessionsDialect final : public Vocabulary
{
public:
    /// `gate` outlives this.
    SessionsDialect(Gate &gate, RestEndpoint &rest);
};

} // namespace deskbell::server::dialects
