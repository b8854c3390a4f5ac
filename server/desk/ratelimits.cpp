#include "server/desk/ratelimits.h"

#include "server/desk/dispatcher.h"

namespace deskbell::server {

namespace {

constexpr Rate visitorMessages{.burst = 5, .perSecond = 1};
constexpr Rate newChats{.burst = 20, .perSecond = 20.0 / 3600};
constexpr Rate operatorWrites{.burst = 20, .perSecond = 5};
constexpr Rate theRest{.burst = 200, .perSecond = 50};

QByteArray keyOf(const Caller &caller)
{
    if (caller.isOperator())
        return caller.operatorId.toString().toLatin1();
    return caller.isVisitor() ? caller.visitorId.toString().toLatin1() : caller.address;
}

} // namespace

RateLimits::RateLimits(const Clock &clock, Switch state)
    : m_switch(state), m_visitorMessages(clock, visitorMessages), m_newChats(clock, newChats),
      m_operatorWrites(clock, operatorWrites), m_rest(clock, theRest)
{
}

Result<Nothing> RateLimits::take(const Caller &caller, const api::Command &command)
{
    if (m_switch == Switch::Off)
        return Nothing{};
    if (std::holds_alternative<api::OperatorLogin>(command))
        return Nothing{}; // LoginThrottle's
    const bool isReceipt = std::holds_alternative<api::MessageSetDelivered>(command)
        || std::holds_alternative<api::MessageSetRead>(command);
    if (isReceipt) // they follow what others write, and that is bounded
        return m_rest.take(keyOf(caller));
    if (caller.isOperator() && operationOf(command).effect == api::Effect::Write)
        return m_operatorWrites.take(keyOf(caller));
    if (std::holds_alternative<api::MessageSend>(command))
        return m_visitorMessages.take(keyOf(caller));
    if (std::holds_alternative<api::ChatStart>(command))
        return m_newChats.take(caller.address);
    return m_rest.take(keyOf(caller));
}

Result<Nothing> RateLimits::take(const Caller &caller)
{
    return m_switch == Switch::Off ? Nothing{} : m_rest.take(keyOf(caller));
}

void RateLimits::startedNothing(const Caller &caller)
{
    m_newChats.giveBack(caller.address);
}

} // namespace deskbell::server
