#include "server/desk/operatorhandler.h"

#include "server/desk/audithandler.h"
#include "server/desk/presencehandler.h"
#include "server/desk/queuehandler.h"
#include "server/desk/sessionhandler.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

Result<api::OperatorLoginAnswer> OperatorHandler::handle(const api::OperatorLogin &)
{
    if (!m_request.proven)
        return ErrorCode::InvalidCredentials;
    OperatorStore operators(m_request.transaction);
    auto account = operators.find(m_request.proven->id);
    if (!account || account->disabled)
        return ErrorCode::InvalidCredentials;
    if (m_request.proven->betterHash)
        operators.setPasswordHash(account->id, *m_request.proven->betterHash);
    if (account->status == api::OperatorStatus::Offline)
        operators.setStatus(account->id, account->status = api::OperatorStatus::Online);
    const SessionHandler::Opened session = SessionHandler(m_request).open(account->id);
    Caller caller;
    caller.kind = account->role == api::OperatorRole::Admin ? Caller::Kind::Admin : Caller::Kind::Operator;
    caller.operatorId = account->id;
    caller.sessionId = session.id;
    caller.name = account->name;
    caller.address = m_request.caller.address;
    AuditHandler(m_request).recordSignIn(caller);
    m_request.outbox.become(caller);
    return api::OperatorLoginAnswer{session.token, *account};
}

Result<Nothing> OperatorHandler::handle(const api::OperatorLogout &)
{
    if (m_request.caller.isApiKey) // it would be revoked by it
        return ErrorCode::Forbidden;
    SessionStore(m_request.transaction).remove(m_request.caller.sessionId);
    Caller stranger;
    stranger.address = m_request.caller.address;
    m_request.outbox.become(stranger);
    m_request.outbox.endSession(m_request.caller.sessionId);
    return Nothing{};
}

Result<api::Operator> OperatorHandler::handle(const api::OperatorMe &)
{
    auto account = OperatorStore(m_request.transaction).find(m_request.caller.operatorId);
    if (!account)
        return ErrorCode::OperatorNotFound;
    m_request.presence.complete(*account);
    return *account;
}

Result<api::OperatorListAnswer> OperatorHandler::handle(const api::OperatorList &)
{
    api::OperatorListAnswer answer{OperatorStore(m_request.transaction).all()};
    for (api::Operator &account : answer.operators)
        m_request.presence.complete(account);
    return answer;
}

Result<api::Operator> OperatorHandler::handle(const api::OperatorSetStatus &command)
{
    if (m_request.caller.isApiKey)
        return ErrorCode::Forbidden;
    OperatorStore(m_request.transaction).setStatus(m_request.caller.operatorId, command.status);
    PresenceHandler(m_request).announce(m_request.caller.operatorId);
    if (command.status == api::OperatorStatus::Online)
        QueueHandler(m_request).fill();
    return handle(api::OperatorMe{});
}

} // namespace deskbell::server
