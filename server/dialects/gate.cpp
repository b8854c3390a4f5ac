#include "server/dialects/gate.h"

#include <algorithm>

namespace deskbell::server::dialects {

namespace {

Caller strangerAt(const QByteArray &address)
{
    Caller stranger;
    stranger.address = address;
    return stranger;
}

} // namespace

void Gate::authenticate(const Credentials &shown, std::function<void(const Result<Caller> &)> done)
{
    // A key is shown in a place of its own, and is a token like the others.
    const auto &token = shown.token ? shown.token : shown.apiKey;
    if (!token)
        return done(strangerAt(shown.address));
    if (!shown.isOfCookie)
        return m_desk.authenticate(*token, shown.address, std::move(done));
    // A page cannot take an HttpOnly cookie back, and its user did not choose to show it.
    m_desk.authenticate(*token, shown.address, [shown, done = std::move(done)](const Result<Caller> &caller) {
        const bool isOld = !caller && caller.error().code == ErrorCode::InvalidToken;
        done(isOld ? strangerAt(shown.address) : caller);
    });
}

Credentials Gate::shownBy(const socketio::Socket &socket) const
{
    Credentials shown = credentialsOf(socket);
    if (shown.isOfCookie && isOfForeignPage(socket.handshake(), m_cors)) {
        shown.token.reset();
        shown.isOfCookie = false;
    }
    return shown;
}

void Gate::identify(const Credentials &shown, const Words &words, std::function<void(const Result<Identified> &)> done,
                    IdentityHandler::Belief belief)
{
    authenticate(shown, [this, shown, words, done, belief](const Result<Caller> &caller) {
        if (!caller)
            return done(caller.error());
        // A site's key says nothing of which of its customers this is; their userId does.
        const bool isOfCustomer = caller->isApiKey && shown.userId;
        if (caller->isOperator() && !isOfCustomer)
            return done(Identified{*caller, std::nullopt});
        const auto token = caller->isVisitor() ? m_desk.sessionTokenOf(shown.token.value_or(QString())) : std::nullopt;
        const auto work = [this, shown, words, token, belief](Request &request) -> Result<Identified> {
            if (shown.userId)
                return IdentityHandler(request, m_desk.identitySecret(), belief)
                    .identify({*shown.userId, shown.userHash, token, words});
            if (request.caller.isVisitor()) {
                const auto introduced = VisitorHandler(request).introduce(request.caller.visitorId, words);
                if (!introduced)
                    return introduced.error();
                return Identified{request.caller, std::nullopt};
            }
            const VisitorHandler::Welcome welcome = VisitorHandler(request).welcome(words);
            return Identified{welcome.caller, welcome.token};
        };
        perform<Identified>(api::Effect::Write, isOfCustomer ? strangerAt(shown.address) : *caller, work,
                            [this, shown, done](const Result<Identified> &identified, const Outbox &) {
                                if (identified && shown.userId)
                                    m_desk.aliases().add(identified->caller.visitorId.toString(), *shown.userId);
                                done(identified);
                            });
    });
}

void Gate::identifyOperator(const Credentials &shown, const QString &adminId,
                            std::function<void(const Result<Caller> &)> done)
{
    if (shown.token || shown.apiKey || !m_options.trustClientIds) {
        return authenticate(shown, [this, adminId, done](const Result<Caller> &caller) {
            if (!caller)
                return done(caller.error());
            if (caller->kind == Caller::Kind::Stranger)
                return done(Error(ErrorCode::Unauthenticated));
            if (!caller->isOperator())
                return done(Error(ErrorCode::InvalidToken));
            if (!caller->isApiKey && !adminId.isEmpty() && adminId != aliases().of(caller->operatorId))
                return done(Error(ErrorCode::Forbidden, QStringLiteral("The adminId is not yours.")));
            done(*caller);
        });
    }
    const auto work = [adminId](Request &request) {
        return IdentityHandler(request, {}, IdentityHandler::Belief::Trusted).trustOperator(adminId);
    };
    perform<Identified>(api::Effect::Write, strangerAt(shown.address), work,
                        [this, adminId, done](const Result<Identified> &identified, const Outbox &) {
                            if (!identified)
                                return done(identified.error());
                            m_desk.aliases().add(identified->caller.operatorId.toString(), adminId);
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
