#include "server/desk/identityhandler.h"

#include "server/desk/accounthandler.h"
#include "server/desk/sessionhandler.h"
#include "server/security/userhash.h"
#include "server/store/knownuserstore.h"
#include "server/store/operatorstore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

namespace {

constexpr qsizetype longestUserId = 200;
const QString nowhere = QStringLiteral("@trusted.invalid");

std::optional<Error> wrongIn(const QString &id, const QString &field)
{
    if (!id.trimmed().isEmpty() && id.size() <= longestUserId)
        return std::nullopt;
    return Error::invalid(field, QStringLiteral("must have 1 to %1 characters").arg(longestUserId));
}

} // namespace

IdentityHandler::Identified IdentityHandler::enter(const VisitorId &visitor)
{
    const SessionHandler::Opened session = SessionHandler(m_request).open(visitor);
    Caller caller = m_request.caller;
    caller.kind = Caller::Kind::Visitor;
    caller.visitorId = visitor;
    caller.sessionId = session.id;
    caller.name = VisitorStore(m_request.transaction).find(visitor)->name;
    return {caller, session.token};
}

Result<IdentityHandler::Identified> IdentityHandler::identify(const Claim &claim)
{
    if (const auto wrong = wrongIn(claim.userId, QStringLiteral("userId")))
        return *wrong;
    if (claim.userHash && !isVouchedFor(m_secret, claim.userId, *claim.userHash))
        return Error(ErrorCode::InvalidToken, QStringLiteral("The userHash does not fit the userId."));
    KnownUserStore users(m_request.transaction);
    const std::optional<VisitorId> known = users.find(claim.userId);
    if (claim.token) {
        const auto caller = SessionHandler(m_request).authenticate(*claim.token);
        if (!caller)
            return caller.error();
        if (!caller->isVisitor() || (known && *known != caller->visitorId))
            return ErrorCode::VisitorTokenRequired;
        // A visitor goes by one id; whoever has one keeps it.
        if (!known && users.userIdOf(caller->visitorId))
            return Error(ErrorCode::VisitorTokenRequired,
                         QStringLiteral("This visitor goes by another userId already."));
        if (!known)
            users.add(claim.userId, caller->visitorId);
        if (const auto met = VisitorHandler(m_request).introduce(caller->visitorId, claim.words); !met)
            return met.error();
        return Identified{*caller, std::nullopt};
    }
    if (!known) {
        const VisitorHandler::Welcome welcome = VisitorHandler(m_request).welcome(claim.words);
        users.add(claim.userId, welcome.caller.visitorId);
        return Identified{welcome.caller, welcome.token};
    }
    if (!claim.userHash && m_belief == Belief::Proven)
        return ErrorCode::VisitorTokenRequired;
    if (const auto met = VisitorHandler(m_request).introduce(*known, claim.words); !met)
        return met.error();
    return enter(*known);
}

Result<IdentityHandler::Identified> IdentityHandler::trustOperator(const QString &id)
{
    Q_ASSERT(m_belief == Belief::Trusted);
    if (const auto wrong = wrongIn(id, QStringLiteral("adminId")))
        return *wrong;
    const QString email = QString::fromLatin1(id.toUtf8().toHex()).left(200) + nowhere;
    OperatorStore operators(m_request.transaction);
    const auto known = OperatorId::fromString(id);
    auto account = known ? operators.find(*known) : std::nullopt;
    if (account && account->disabled)
        return Error(ErrorCode::Forbidden, QStringLiteral("The account with this adminId is disabled."));
    if (!account)
        account = operators.findByEmail(email);
    if (!account) {
        // No password has this hash, so nobody signs in as them.
        auto added = AccountHandler(m_request).add({email, id, api::OperatorRole::Operator, 2, QStringLiteral("*")});
        if (!added)
            return added.error();
        account = *added;
    }
    const SessionHandler::Opened session = SessionHandler(m_request).open(account->id);
    Caller caller = m_request.caller;
    caller.kind = Caller::Kind::Operator;
    caller.operatorId = account->id;
    caller.sessionId = session.id;
    caller.name = account->name;
    return Identified{caller, session.token};
}

bool IdentityHandler::isTrusted(const api::Operator &account)
{
    return account.email.endsWith(nowhere);
}

} // namespace deskbell::server
