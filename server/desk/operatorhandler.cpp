#include "server/desk/operatorhandler.h"

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
    m_request.outbox.become(caller);
    return api::OperatorLoginAnswer{session.token, *account};
}

Result<Nothing> OperatorHandler::handle(const api::OperatorLogout &)
{
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
    OperatorStore(m_request.transaction).setStatus(m_request.caller.operatorId, command.status);
    PresenceHandler(m_request).announce(m_request.caller.operatorId);
    if (command.status == api::OperatorStatus::Online)
        QueueHandler(m_request).fill();
    return handle(api::OperatorMe{});
}

Result<api::Operator> OperatorHandler::add(const NewOperator &wanted)
{
    const QString email = OperatorStore::normalised(wanted.email);
    if (email.size() > 254 || email.count(u'@') != 1 || email.startsWith(u'@') || email.endsWith(u'@')
        || email.contains(u' '))
        return Error::invalid(QStringLiteral("email"), QStringLiteral("must be an e-mail address"));
    if (wanted.name.trimmed().isEmpty() || wanted.name.size() > 200)
        return Error::invalid(QStringLiteral("name"), QStringLiteral("must have 1 to 200 characters"));
    if (wanted.capacity < 1 || wanted.capacity > 1000)
        return Error::invalid(QStringLiteral("capacity"), QStringLiteral("must be from 1 to 1000"));
    api::Operator account;
    account.id = OperatorId::generate();
    account.email = email;
    account.name = wanted.name.trimmed();
    account.role = wanted.role;
    account.capacity = wanted.capacity;
    account.status = api::OperatorStatus::Online; // what they are as soon as they connect
    if (!OperatorStore(m_request.transaction).create(account, wanted.passwordHash, m_request.now))
        return ErrorCode::OperatorExists;
    m_request.presence.complete(account);
    return account;
}

Result<api::Operator> OperatorHandler::changePassword(const QString &email, const QString &hash)
{
    OperatorStore operators(m_request.transaction);
    auto account = operators.findByEmail(email);
    if (!account)
        return ErrorCode::OperatorNotFound;
    operators.setPasswordHash(account->id, hash);
    SessionStore(m_request.transaction).removeAllOf(account->id);
    m_request.presence.complete(*account);
    return *account;
}

Result<api::Operator> OperatorHandler::disable(const QString &email)
{
    OperatorStore operators(m_request.transaction);
    auto account = operators.findByEmail(email);
    if (!account)
        return ErrorCode::OperatorNotFound;
    operators.setDisabled(account->id);
    SessionStore(m_request.transaction).removeAllOf(account->id);
    account->disabled = true;
    m_request.presence.complete(*account);
    return *account;
}

} // namespace deskbell::server
