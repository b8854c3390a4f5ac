#include "server/dialects/accounts.h"

#include "server/store/sessionstore.h"

namespace deskbell::server::dialects {

namespace {

using SignedIn = VisitorAccountService::SignedIn;

HttpHeaders cookie(const QString &value, qint64 seconds)
{
    return {{"Set-Cookie",
             sessionCookie.toByteArray() + '=' + value.toLatin1() + "; Path=/; Max-Age=" + QByteArray::number(seconds)
                 + "; HttpOnly; SameSite=Lax"}};
}

bool isAddress(const QString &email)
{
    return email.count(u'@') == 1 && !email.startsWith(u'@') && !email.endsWith(u'@') && !email.contains(u' ');
}

/// Whoever signs in is nobody yet, whatever they show.
Caller strangerOf(const Ask &ask)
{
    Caller stranger;
    stranger.address = ask.caller().address;
    return stranger;
}

std::function<void(const Result<SignedIn> &)> welcome(const Ask &ask, const Renaming<Person> &answer)
{
    return ask.orRefuse<SignedIn>([ask, answer](const SignedIn &who) {
        Person person{nameOf(ask.words().aliases, who.caller), who.caller.name, who.email, roleOf(who.caller)};
        person.token = who.token;
        ask.answer(ask.words().write(answer, person), cookie(who.token, WebTokens::lifetimeSeconds));
    });
}

} // namespace

Vocabulary::Operation Accounts::signUp(Renaming<Person> answer)
{
    return [this, answer = std::move(answer)](const Ask &ask) {
        const QString email = ask->email->trimmed();
        if (!isAddress(email))
            return ask.refuse(Error::invalid(QStringLiteral("email"), QStringLiteral("must be an e-mail address")));
        m_service.registerVisitor(strangerOf(ask), {ask->name->trimmed(), email, *ask->password}, welcome(ask, answer));
    };
}

Vocabulary::Operation Accounts::signIn(Renaming<Person> answer)
{
    return [this, answer = std::move(answer)](const Ask &ask) {
        m_service.logIn(strangerOf(ask), *ask->email, *ask->password, welcome(ask, answer));
    };
}

void signOut(const Ask &ask)
{
    const auto gone = [ask](const Nothing &) { ask.answer(QByteArray("{}"), cookie({}, 0)); };
    if (ask.caller().kind == Caller::Kind::Stranger)
        return ask.refuse(ErrorCode::Unauthenticated);
    if (ask.caller().isOperator())
        return ask.request(api::OperatorLogout{}, gone);
    const auto work = [](Request &request) -> Result<Nothing> {
        SessionStore(request.transaction).remove(request.caller.sessionId);
        request.outbox.endSession(request.caller.sessionId);
        return Nothing{};
    };
    ask.perform<Nothing>(api::Effect::Write, work, gone);
}

} // namespace deskbell::server::dialects
