#include "server/dialects/gate.h"

#include "server/store/knownuserstore.h"

#include <algorithm>

namespace deskbell::server::dialects {

Gate::Gate(Desk &desk, const Clock &clock, const Options &options)
    : m_desk(desk), m_options(options), m_webTokens(options.webTokenSecret, clock)
{
    m_desk.perform<QHash<QString, QString>>(
        api::Effect::Read, Caller{},
        [](Request &request) -> Result<QHash<QString, QString>> { return KnownUserStore(request.transaction).all(); },
        [this](const Result<QHash<QString, QString>> &known, const Outbox &) {
            if (known)
                m_aliases.addAll(*known);
        });
}

void Gate::authenticate(const Credentials &shown, std::function<void(const Result<Caller> &)> done)
{
    if (!shown.token) {
        Caller stranger;
        stranger.address = shown.address;
        return done(stranger);
    }
    QString token = *shown.token;
    if (WebTokens::isOne(token)) {
        const auto claims = m_webTokens.verify(token);
        if (!claims)
            return done(Error(ErrorCode::InvalidToken));
        token = claims->session;
    }
    m_desk.authenticate(token, shown.address, std::move(done));
}

void Gate::identify(const Credentials &shown, const Words &words, std::function<void(const Result<Identified> &)> done)
{
    authenticate(shown, [this, shown, words, done](const Result<Caller> &caller) {
        if (!caller)
            return done(caller.error());
        if (caller->isOperator())
            return done(Identified{*caller, std::nullopt});
        const auto work = [this, shown, words, who = *caller](Request &request) -> Result<Identified> {
            if (!shown.userId && who.isVisitor()) {
                VisitorHandler(request).introduce(who.visitorId, words);
                return Identified{who, std::nullopt};
            }
            if (!shown.userId) {
                const VisitorHandler::Welcome welcome = VisitorHandler(request).welcome(words);
                return Identified{welcome.caller, welcome.token};
            }
            std::optional<QString> token = who.isVisitor() ? shown.token : std::nullopt;
            if (token && WebTokens::isOne(*token))
                token = m_webTokens.verify(*token)->session;
            const auto belief =
                m_options.trustClientIds ? IdentityHandler::Belief::Trusted : IdentityHandler::Belief::Proven;
            return IdentityHandler(request, m_options.identitySecret, belief)
                .identify({*shown.userId, shown.userHash, token, words});
        };
        m_desk.perform<Identified>(api::Effect::Write, *caller, work,
                                   [this, shown, done](const Result<Identified> &identified, const Outbox &) {
                                       if (identified && shown.userId)
                                           m_aliases.add(identified->caller.visitorId.toString(), *shown.userId);
                                       done(identified);
                                   });
    });
}

void Gate::identifyOperator(const Credentials &shown, const QString &adminId,
                            std::function<void(const Result<Caller> &)> done)
{
    if (shown.token || !m_options.trustClientIds) {
        return authenticate(shown, [this, adminId, done](const Result<Caller> &caller) {
            if (!caller)
                return done(caller.error());
            if (caller->kind == Caller::Kind::Stranger)
                return done(Error(ErrorCode::Unauthenticated));
            if (!caller->isOperator())
                return done(Error(ErrorCode::InvalidToken));
            if (!adminId.isEmpty() && adminId != m_aliases.of(caller->operatorId))
                return done(Error(ErrorCode::Forbidden, QStringLiteral("The adminId is not yours.")));
            done(*caller);
        });
    }
    Caller stranger;
    stranger.address = shown.address;
    const auto work = [adminId](Request &request) {
        return IdentityHandler(request, {}, IdentityHandler::Belief::Trusted).trustOperator(adminId);
    };
    m_desk.perform<Identified>(api::Effect::Write, stranger, work,
                               [this, adminId, done](const Result<Identified> &identified, const Outbox &) {
                                   if (!identified)
                                       return done(identified.error());
                                   m_aliases.add(identified->caller.operatorId.toString(), adminId);
                                   done(identified->caller);
                               });
}

void Gate::sendMessage(const Caller &caller, const api::MessageSend &command,
                       std::function<void(const Result<api::Message> &)> done)
{
    ask(caller, command, [this, caller, command, done = std::move(done)](const Result<api::Message> &sent) {
        const bool mayClaim = !sent && caller.isOperator() && sent.error().code == ErrorCode::Forbidden;
        mayClaim ? claimAndSend(caller, command, done) : done(sent);
    });
}

void Gate::claimAndSend(const Caller &caller, const api::MessageSend &command,
                        const std::function<void(const Result<api::Message> &)> &done)
{
    ask(caller, api::ChatClaim{command.chatId}, [this, caller, command, done](const Result<api::Chat> &claimed) {
        if (claimed)
            return ask(caller, command, done);
        // To whoever did not mean to claim it, a chat that somebody holds is simply not theirs.
        const bool isHeld = claimed.error().code == ErrorCode::ChatAlreadyClaimed;
        done(isHeld ? Error(ErrorCode::Forbidden, claimed.error().message) : claimed.error());
    });
}

int clampedLimit(const QString &text, int fallback, int most)
{
    bool ok = false;
    const qint64 wanted = text.toLongLong(&ok);
    return ok ? int(std::clamp<qint64>(wanted, 1, most)) : fallback;
}

} // namespace deskbell::server::dialects
