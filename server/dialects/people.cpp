#include "server/dialects/people.h"

#include "server/desk/sessionhandler.h"

namespace deskbell::server::dialects {

namespace {

void listThose(const Ask &ask, const std::function<bool(const Workload &)> &fits)
{
    ask.perform<QList<Workload>>(api::Effect::Read, workloads, [ask, fits](const QList<Workload> &all) {
        QList<Workload> fitting;
        std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), fits);
        ask.answerList(ask.words().write(fitting));
    });
}

void answerWithToken(const Ask &ask, const QString &role, const QString &session)
{
    const QString token = ask.gate().webTokens().sign({*ask->userId, role, session});
    ask.answer(Shape().with("token", token).with("expiresIn", WebTokens::lifetimeSeconds).done());
}

/// The session of an operator; a key may speak for every operator, and an operator only for themselves.
Result<QString> sessionFor(Request &request, const QString &userId, bool isKey)
{
    const auto accounts = within(request, api::OperatorList{});
    if (!accounts)
        return accounts.error();
    for (const api::Operator &each : accounts->operators) {
        const bool isMeant = each.id.toString() == userId || each.email == userId.toLower();
        if (isMeant && !each.disabled && (isKey || each.id == request.caller.operatorId))
            return SessionHandler(request).open(each.id).token;
    }
    return isKey ? ErrorCode::OperatorNotFound : ErrorCode::Forbidden;
}

void issueToAgent(const Ask &ask)
{
    if (ask.caller().kind == Caller::Kind::Stranger)
        return ask.refuse(ErrorCode::Unauthenticated);
    if (!ask.caller().isOperator())
        return ask.refuse(ErrorCode::Forbidden);
    ask.perform<QString>(
        api::Effect::Write,
        [userId = *ask->userId, isKey = ask.caller().isApiKey](Request &request) {
            return sessionFor(request, userId, isKey);
        },
        [ask](const QString &session) { answerWithToken(ask, QStringLiteral("agent"), session); });
}

} // namespace

void listOperators(const Ask &ask)
{
    listThose(ask, [](const Workload &) { return true; });
}

void listOnlineOperators(const Ask &ask)
{
    listThose(ask, [](const Workload &each) { return each.isOnline(); });
}

void listAvailableOperators(const Ask &ask)
{
    listThose(ask, [](const Workload &each) { return each.isAvailable(); });
}

void listOperatorsForAdmins(const Ask &ask)
{
    const Caller::Kind kind = ask.caller().kind;
    if (kind == Caller::Kind::Visitor || kind == Caller::Kind::Operator)
        return ask.refuse(ErrorCode::Forbidden);
    listOperators(ask);
}

void changeStatus(const Ask &ask)
{
    ask.perform<Workload>(
        api::Effect::Write,
        [id = ask->operatorId, status = *ask->status](Request &request) { return setStatus(request, id, status); },
        ask.answering());
}

void listOnlineCustomers(const Ask &ask)
{
    ask.perform<QList<api::Chat>>(api::Effect::Read, openChats, [ask](const QList<api::Chat> &chats) {
        QList<Person> online;
        for (const api::Chat &each : chats) {
            if (each.visitorOnline)
                online.append({ask.words().aliases.of(each.visitorId), each.visitorName, each.visitorEmail});
        }
        ask.answerList(ask.words().write(online));
    });
}

Vocabulary::Operation describeSelf(Renaming<Person> answer)
{
    return [answer = std::move(answer)](const Ask &ask) {
        const Caller &caller = ask.caller();
        Person self{nameOf(ask.words().aliases, caller), {}, {}, roleOf(caller)};
        const auto done = [ask, answer, self](const auto &account) mutable {
            self.name = account.name;
            self.email = account.email;
            ask.answer(ask.words().write(answer, self));
        };
        caller.isOperator() ? ask.request(api::OperatorMe{}, done)
                            : ask.request(api::VisitorGet{caller.visitorId}, done);
    };
}

void issueToken(const Ask &ask)
{
    if (ask->userType == UserType::Agent)
        return issueToAgent(ask);
    Credentials shown = ask.credentials();
    shown.userId = ask->userId;
    shown.userHash = ask->userHash;
    ask.gate().identify(shown, {}, ask.orRefuse<Gate::Identified>([ask](const Gate::Identified &who) {
        if (!who.caller.isVisitor())
            return ask.refuse(ErrorCode::Forbidden);
        ask.gate().perform<QString>(
            api::Effect::Write, who.caller,
            [](Request &request) -> Result<QString> {
                return SessionHandler(request).openForLong(request.caller.visitorId).token;
            },
            [ask](const Result<QString> &session, const Outbox &) {
                session ? answerWithToken(ask, QStringLiteral("user"), *session) : ask.refuse(session.error());
            });
    }));
}

} // namespace deskbell::server::dialects
