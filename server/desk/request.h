#pragma once

#include "server/desk/limits.h"
#include "server/desk/outbox.h"
#include "server/desk/presenceservice.h"
#include "server/desk/typingservice.h"
#include "server/store/transaction.h"
#include "shared/api/deskrouting.h"

namespace deskbell::server {

/// Proof that the caller has just shown an operator's password.
struct ProvenOperator
{
    OperatorId id;
    std::optional<QString> betterHash; ///< To be stored in the place of the old one.
};

/// All that a handler works with: plain synchronous code, on a database thread. It may run twice for one request
/// (see Job::run), so its only effects are on the transaction and the outbox.
struct Request
{
    Transaction &transaction;
    const Caller &caller;
    Outbox &outbox;
    const PresenceService &presence;
    TypingService &typing;
    Timestamp now;
    DeskLimits limits{};
    std::optional<ProvenOperator> proven{}; ///< For operator.login alone.
    std::optional<QString> passwordHash{}; ///< Of the password in the command; made before (AccountService).
    QString deskName{}; ///< What the settings file says.
    api::DeskRouting routing{}; ///< What the settings file says; see SettingHandler::routingInForce().
    bool givesAtOnce = false; ///< No operator is asked whether they take a chat.
};

} // namespace deskbell::server
