#include "server/dialects/roomsaccounts.h"

#include "server/dialects/joining.h"
#include "server/store/sessionstore.h"

namespace deskbell::server::dialects {

namespace {

constexpr json::Rule emailText = json::text(3, 254);

struct RegisterRequest
{
    QString name;
    QString email;
    QString password;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("name", &RegisterRequest::name, api::shortText),
                          field("email", &RegisterRequest::email, emailText),
                          field("password", &RegisterRequest::password, json::text(8, 1000))};
    }
};

struct LoginRequest
{
    QString email;
    QString password;

    static constexpr auto fields()
    {
        return std::tuple{json::field("email", &LoginRequest::email, emailText),
                          json::field("password", &LoginRequest::password, json::text(1, 1000))};
    }
};

struct StatusRequest
{
    api::OperatorStatus status = api::OperatorStatus::Online;

    static constexpr auto fields() { return std::tuple{json::field("status", &StatusRequest::status)}; }
};

QByteArray cookie(const QString &value, qint64 seconds)
{
    return sessionCookie.toByteArray() + '=' + value.toLatin1() + "; Path=/; Max-Age=" + QByteArray::number(seconds)
        + "; HttpOnly; SameSite=Lax";
}

bool isAddress(const QString &email)
{
    return email.count(u'@') == 1 && !email.startsWith(u'@') && !email.endsWith(u'@') && !email.contains(u' ');
}

} // namespace

RoomsAccounts::RoomsAccounts(Gate &gate, const Clock &clock) : m_gate(gate), m_accounts(gate.desk(), clock, {})
{
}

void RoomsAccounts::bind(RestEndpoint &rest)
{
    const auto tellWho = [this](const Call &call) {
        describe(call, [call](const rooms::Person &person) {
            rooms::succeed(call, 200, Shape().json("user", rooms::user(person)).with("valid", true).done());
        });
    };
    rest.add("POST", "/api/auth/register", [this](const Call &call) { registerUser(call); });
    rest.add("POST", "/api/auth/login", [this](const Call &call) { logIn(call); });
    rest.add("POST", "/api/auth/logout", [this](const Call &call) { logOut(call); });
    rest.add("POST", "/api/auth/validate-session", tellWho);
    rest.add("GET", "/api/auth/validate-session", tellWho);
    rest.add("GET", "/api/auth/profile", [this](const Call &call) {
        describe(call, [call](const rooms::Person &person) { rooms::succeed(call, 200, rooms::user(person)); });
    });
    rest.add("PUT", "/api/auth/status", [this](const Call &call) { setStatus(call); });
    rest.add("GET", "/api/auth/agents/online",
             [this](const Call &call) { listAgents(call, [](const Workload &each) { return each.isOnline(); }); });
    rest.add("GET", "/api/auth/agents/all", [this](const Call &call) {
        if (call->caller().kind == Caller::Kind::Visitor || call->caller().kind == Caller::Kind::Operator)
            return call->refuse(ErrorCode::Forbidden);
        listAgents(call, [](const Workload &) { return true; });
    });
}

void RoomsAccounts::welcome(const Call &call, int status, const VisitorAccountService::SignedIn &signedIn) const
{
    const rooms::Person person{nameOf(m_gate, signedIn.caller), signedIn.caller.name, signedIn.email,
                               rooms::roleOf(signedIn.caller)};
    rooms::succeed(call, status, Shape().json("user", rooms::user(person)).with("sessionId", signedIn.token).done(),
                   {{"Set-Cookie", cookie(signedIn.token, WebTokens::lifetimeSeconds)}});
}

void RoomsAccounts::registerUser(const Call &call)
{
    const auto wanted = call->body<RegisterRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    if (!isAddress(wanted->email.trimmed()))
        return call->refuse(Error::invalid(QStringLiteral("email"), QStringLiteral("must be an e-mail address")));
    Caller stranger;
    stranger.address = call->caller().address;
    m_accounts.registerVisitor(stranger, {wanted->name.trimmed(), wanted->email.trimmed(), wanted->password},
                               [this, call](const Result<VisitorAccountService::SignedIn> &signedIn) {
                                   signedIn ? welcome(call, 201, *signedIn) : call->refuse(signedIn.error());
                               });
}

void RoomsAccounts::logIn(const Call &call)
{
    const auto wanted = call->body<LoginRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    Caller stranger;
    stranger.address = call->caller().address;
    m_accounts.logIn(stranger, wanted->email, wanted->password,
                     [this, call](const Result<VisitorAccountService::SignedIn> &signedIn) {
                         signedIn ? welcome(call, 200, *signedIn) : call->refuse(signedIn.error());
                     });
}

void RoomsAccounts::logOut(const Call &call)
{
    const auto gone = [call] { rooms::succeed(call, 200, "{}", {{"Set-Cookie", cookie({}, 0)}}); };
    if (call->caller().kind == Caller::Kind::Stranger)
        return call->refuse(ErrorCode::Unauthenticated);
    if (call->caller().isOperator()) {
        return m_gate.ask(call->caller(), api::OperatorLogout{},
                          [call, gone](const Result<Nothing> &done) { done ? gone() : call->refuse(done.error()); });
    }
    m_gate.perform<Nothing>(
        api::Effect::Write, call->caller(),
        [](Request &request) -> Result<Nothing> {
            SessionStore(request.transaction).remove(request.caller.sessionId);
            request.outbox.endSession(request.caller.sessionId);
            return Nothing{};
        },
        [call, gone](const Result<Nothing> &done, const Outbox &) { done ? gone() : call->refuse(done.error()); });
}

void RoomsAccounts::describe(const Call &call, const std::function<void(const rooms::Person &)> &done)
{
    const Caller &caller = call->caller();
    const QString id = nameOf(m_gate, caller);
    const QLatin1String role = rooms::roleOf(caller);
    if (caller.isOperator()) {
        return m_gate.ask(caller, api::OperatorMe{}, [call, id, role, done](const Result<api::Operator> &account) {
            account ? done({id, account->name, account->email, role}) : call->refuse(account.error());
        });
    }
    m_gate.ask(caller, api::VisitorGet{caller.visitorId}, [call, id, role, done](const Result<api::Visitor> &visitor) {
        visitor ? done({id, visitor->name, visitor->email, role}) : call->refuse(visitor.error());
    });
}

void RoomsAccounts::setStatus(const Call &call)
{
    const auto wanted = call->body<StatusRequest>();
    if (!wanted)
        return call->refuse(wanted.error());
    m_gate.perform<Workload>(
        api::Effect::Write, call->caller(),
        [status = wanted->status](Request &request) { return dialects::setStatus(request, {}, status); },
        [this, call](const Result<Workload> &own, const Outbox &) {
            own ? rooms::succeed(call, 200, rooms::agent(*own, m_gate.aliases())) : call->refuse(own.error());
        });
}

void RoomsAccounts::listAgents(const Call &call, const std::function<bool(const Workload &)> &fits)
{
    m_gate.perform<QList<Workload>>(api::Effect::Read, call->caller(), workloads,
                                    [this, call, fits](const Result<QList<Workload>> &all, const Outbox &) {
                                        if (!all)
                                            return call->refuse(all.error());
                                        QList<Workload> fitting;
                                        std::copy_if(all->begin(), all->end(), std::back_inserter(fitting), fits);
                                        rooms::succeed(call, 200, rooms::agents(fitting, m_gate.aliases()));
                                    });
}

} // namespace deskbell::server::dialects
