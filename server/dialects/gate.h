#pragma once

#include "server/api/credentials.h"
#include "server/desk/aliases.h"
#include "server/desk/desk.h"
#include "server/desk/identityhandler.h"

namespace deskbell::server::dialects {

/// What the dialects are told beyond the desk.
struct Options
{
    bool trustClientIds = false;
    QStringList allowedOrigins;
    RateLimits::Switch rateLimits = RateLimits::Switch::On;
};

/// Lets people in, whatever dialect they speak, and has their commands done by the desk. Lives on the I/O thread.
class Gate
{
public:
    using Words = VisitorHandler::Introduction;
    using Identified = IdentityHandler::Identified;

    /// `desk` outlives this.
    Gate(Desk &desk, const Options &options) : m_desk(desk), m_options(options), m_cors(options.allowedOrigins) { }
    Q_DISABLE_COPY_MOVE(Gate)

    /// What a connection shows, without a cookie that a page of another site has sent along.
    Credentials shownBy(const socketio::Socket &socket) const;
    /// Whose token or key it is; a stranger without either, and with a cookie that is good no more. Errors:
    /// InvalidToken.
    void authenticate(const Credentials &shown, std::function<void(const Result<Caller> &)> done);
    /// The customer whose token or userId it is; a new one without either, unless they are operators.
    /// Errors: InvalidToken, VisitorTokenRequired.
    void identify(const Credentials &shown, const Words &words, std::function<void(const Result<Identified> &)> done,
                  IdentityHandler::Belief belief = IdentityHandler::Belief::Proven);
    /// The operator whose token it is; with --trust-client-ids the one who goes by `adminId`.
    /// Errors: InvalidToken, Unauthenticated, Forbidden for the adminId of somebody else.
    void identifyOperator(const Credentials &shown, const QString &adminId,
                          std::function<void(const Result<Caller> &)> done);

    /// Sends a message; an operator's first one in a waiting chat claims it.
    void sendMessage(const Caller &caller, const api::MessageSend &command,
                     std::function<void(const Result<api::Message> &)> done);

    /// Has a command done. `done` takes a Result of the command's answer.
    template <class Command, class Done>
    void ask(const Caller &caller, Command command, Done done)
    {
        m_desk.submit(caller, std::move(command), [done = std::move(done)](const Reply &reply) {
            using Answer = typename Command::Answer;
            done(reply.json ? json::decode<Answer>(*reply.json) : Result<Answer>(reply.json.error()));
        });
    }

    /// Has done what is no command of the API. It counts as a request all the same.
    template <class T>
    void perform(api::Effect effect, const Caller &caller, typename RequestJob<T>::Work work,
                 typename RequestJob<T>::Done done)
    {
        const auto allowed = m_desk.allow(caller);
        allowed ? m_desk.perform<T>(effect, caller, std::move(work), std::move(done)) : done(allowed.error(), {});
    }

    Desk &desk() const { return m_desk; }
    const Aliases &aliases() const { return m_desk.aliases(); }
    const WebTokens &webTokens() const { return m_desk.webTokens(); }
    IdentityHandler::Belief belief() const
    {
        return m_options.trustClientIds ? IdentityHandler::Belief::Trusted : IdentityHandler::Belief::Proven;
    }

private:
    void claimAndSend(const Caller &caller, const api::MessageSend &command,
                      const std::function<void(const Result<api::Message> &)> &done);

    Desk &m_desk;
    const Options m_options;
    const Cors m_cors;
};

/// The limit that was asked for, within what is allowed; text that is no number counts as none.
int clampedLimit(const QString &text, int fallback, int most);

} // namespace deskbell::server::dialects
