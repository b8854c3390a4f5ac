#pragma once

#include "server/desk/caller.h"
#include "server/security/ratelimiter.h"
#include "shared/api/catalogue.h"

namespace deskbell::server {

/// How often callers may call what. Of the I/O thread.
class RateLimits
{
public:
    enum class Switch { On, Off };

    RateLimits(const Clock &clock, Switch state);

    /// Errors: TooManyRequests, with the seconds until there is room.
    Result<Nothing> take(const Caller &caller, const api::Command &command);
    /// For what is no command of the API.
    Result<Nothing> take(const Caller &caller);
    /// The chat that was asked for was open already: it does not count as started.
    void startedNothing(const Caller &caller);

private:
    const Switch m_switch;
    RateLimiter m_visitorMessages;
    RateLimiter m_newChats; // by address
    RateLimiter m_operatorWrites;
    RateLimiter m_rest;
};

} // namespace deskbell::server
