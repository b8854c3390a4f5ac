#include "server/dialects/supporttokens.h"

#include "server/desk/sessionhandler.h"
#include "server/dialects/reads.h"
#include "server/dialects/shape.h"

namespace deskbell::server::dialects {

void SupportTokens::issue(const Call &call)
{
    const auto wanted = call->body<support::UserRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    if (wanted->userType == support::UserType::Agent)
        return issueToAgent(call, wanted->userId);
    Credentials shown = call->credentials();
    shown.userId = wanted->userId;
    shown.userHash = wanted->userHash;
    m_gate.identify(shown, {}, [this, call, userId = wanted->userId](const Result<Gate::Identified> &who) {
        if (!who)
            return call->refuse(who.error());
        if (!who->caller.isVisitor())
            return call->refuse(ErrorCode::Forbidden);
        m_gate.perform<QString>(
            api::Effect::Write, who->caller,
            [](Request &request) -> Result<QString> {
                return SessionHandler(request).openForLong(request.caller.visitorId).token;
            },
            [this, call, userId](const Result<QString> &session, const Outbox &) {
                if (!session)
                    return call->refuse(session.error());
                const QString token = m_gate.webTokens().sign({userId, QStringLiteral("user"), *session});
                call->answer(200, Shape().with("token", token).with("expiresIn", WebTokens::lifetimeSeconds).done());
            });
    });
}

void SupportTokens::issueToAgent(const Call &call, const QString &userId)
{
    const Caller &caller = call->caller();
    if (caller.kind == Caller::Kind::Stranger)
        return call->refuse(ErrorCode::Unauthenticated);
    if (!caller.isOperator())
        return call->refuse(ErrorCode::Forbidden);
    // A key may speak for every operator; an operator only for themselves.
    const bool isKey = caller.isApiKey;
    m_gate.perform<QString>(
        api::Effect::Write, caller,
        [userId, isKey](Request &request) -> Result<QString> {
            const auto accounts = within(request, api::OperatorList{});
            if (!accounts)
                return accounts.error();
            for (const api::Operator &each : accounts->operators) {
                const bool isMeant = each.id.toString() == userId || each.email == userId.toLower();
                if (isMeant && !each.disabled && (isKey || each.id == request.caller.operatorId))
                    return SessionHandler(request).open(each.id).token;
            }
            return isKey ? ErrorCode::OperatorNotFound : ErrorCode::Forbidden;
        },
        [this, call, userId](const Result<QString> &session, const Outbox &) {
            if (!session)
                return call->refuse(session.error());
            const QString token = m_gate.webTokens().sign({userId, QStringLiteral("agent"), *session});
            call->answer(200, Shape().with("token", token).with("expiresIn", WebTokens::lifetimeSeconds).done());
        });
}

} // namespace deskbell::server::dialects
