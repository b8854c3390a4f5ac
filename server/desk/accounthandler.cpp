#include "server/desk/accounthandler.h"

#include "server/desk/audithandler.h"
#include "server/store/operatorstore.h"
#include "server/store/sessionstore.h"

namespace deskbell::server {

Result<api::Operator> AccountHandler::person(const OperatorId &id)
{
    auto account = OperatorStore(m_request.transaction).findPerson(id);
    if (!account)
        return ErrorCode::OperatorNotFound;
    return *account;
}

void AccountHandler::endSessions(const OperatorId &id)
{
    // One's own goes on: whoever has just shown the password is no stranger.
    for (const SessionId &ended :
         SessionStore(m_request.transaction)
             .takeAllOf(id, id == m_request.caller.operatorId ? m_request.caller.sessionId : SessionId()))
        m_request.outbox.endSession(ended);
}

bool AccountHandler::isLastAdmin(const api::Operator &account)
{
    return account.role == api::OperatorRole::Admin && !account.disabled
        && OperatorStore(m_request.transaction).admins() == 1;
}

void AccountHandler::tell(api::Operator &account)
{
    m_request.presence.complete(account);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::OperatorUpdated{account});
}

Result<api::Operator> AccountHandler::add(const NewOperator &wanted)
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
    AuditHandler(m_request).record("operator.created", account.id.toString(), email);
    tell(account);
    return account;
}

Result<api::Operator> AccountHandler::handle(const api::OperatorCreate &command)
{
    if (!m_request.passwordHash)
        return ErrorCode::Internal;
    return add({command.email, command.name, command.role, command.capacity, *m_request.passwordHash});
}

Result<api::Operator> AccountHandler::handle(const api::OperatorUpdate &command)
{
    auto account = person(command.operatorId);
    if (!account)
        return account;
    const bool otherRole = command.role && *command.role != account->role;
    if (otherRole && isLastAdmin(*account))
        return ErrorCode::LastAdmin;
    account->name = command.name ? command.name->trimmed() : account->name;
    account->role = command.role.value_or(account->role);
    account->capacity = command.capacity.value_or(account->capacity);
    OperatorStore(m_request.transaction).update(*account);
    if (otherRole) { // connections carry the role
        for (const SessionId &ended : SessionStore(m_request.transaction).takeAllOf(account->id))
            m_request.outbox.endSession(ended);
    }
    AuditHandler(m_request).record("operator.updated", account->id.toString(), account->email);
    tell(*account);
    return account;
}

void AccountHandler::setDisabled(api::Operator &account, bool disabled)
{
    OperatorStore(m_request.transaction).setDisabled(account.id, disabled);
    account.disabled = disabled;
    for (const SessionId &ended : SessionStore(m_request.transaction).takeAllOf(account.id))
        m_request.outbox.endSession(ended);
    AuditHandler(m_request).record(disabled ? "operator.disabled" : "operator.enabled", account.id.toString(),
                                   account.email);
    tell(account);
}

Result<api::Operator> AccountHandler::handle(const api::OperatorDisable &command)
{
    auto account = person(command.operatorId);
    if (!account)
        return account;
    if (command.disabled && isLastAdmin(*account))
        return ErrorCode::LastAdmin;
    if (command.disabled != account->disabled)
        setDisabled(*account, command.disabled);
    return account;
}

Result<AccountHandler::PasswordChange> AccountHandler::prepare(const api::OperatorSetPassword &command)
{
    const Caller &caller = m_request.caller;
    const bool own = command.operatorId == caller.operatorId;
    if (!own && caller.kind != Caller::Kind::Admin)
        return ErrorCode::Forbidden;
    if (const auto account = person(command.operatorId); !account)
        return account.error();
    if (!own)
        return PasswordChange{};
    if (!command.oldPassword)
        return Error::invalid(QStringLiteral("oldPassword"), QStringLiteral("is missing"));
    return PasswordChange{OperatorStore(m_request.transaction).passwordHash(command.operatorId)};
}

void AccountHandler::setPassword(const api::Operator &account, const QString &hash)
{
    OperatorStore(m_request.transaction).setPasswordHash(account.id, hash);
    endSessions(account.id);
    AuditHandler(m_request).record("operator.passwordChanged", account.id.toString(), account.email);
}

Result<Nothing> AccountHandler::handle(const api::OperatorSetPassword &command)
{
    if (const auto allowed = prepare(command); !allowed)
        return allowed.error();
    if (!m_request.passwordHash)
        return ErrorCode::Internal;
    setPassword(*person(command.operatorId), *m_request.passwordHash);
    return Nothing{};
}

Result<api::Operator> AccountHandler::changePassword(const QString &email, const QString &hash)
{
    auto account = OperatorStore(m_request.transaction).findByEmail(email);
    if (!account)
        return ErrorCode::OperatorNotFound;
    setPassword(*account, hash);
    m_request.presence.complete(*account);
    return *account;
}

Result<api::Operator> AccountHandler::disable(const QString &email)
{
    auto account = OperatorStore(m_request.transaction).findByEmail(email);
    if (!account)
        return ErrorCode::OperatorNotFound;
    setDisabled(*account, true);
    return *account;
}

} // namespace deskbell::server
