#pragma once

#include "server/desk/visitorhandler.h"

namespace deskbell::server {

/// Customers whom a site knows by an id of its own: who may be whom.
class IdentityHandler
{
public:
    /// Whether an id is believed without any proof.
    enum class Belief { Proven, Trusted };
    struct Claim
    {
        QString userId;
        std::optional<QString> userHash; ///< The site vouches for them.
        std::optional<QString> token; ///< The visitor's, from the first use.
        VisitorHandler::Introduction words;
    };
    struct Identified
    {
        Caller caller;
        std::optional<QString> token; ///< When a session was opened for it.
    };

    /// `secret` is the one that sites vouch with.
    IdentityHandler(Request &request, QString secret, Belief belief = Belief::Proven)
        : m_request(request), m_secret(std::move(secret)), m_belief(belief)
    {
    }

    /// The visitor whose userId it is; one that nobody has used becomes theirs who use it.
    /// Errors: VisitorTokenRequired, InvalidToken, InvalidRequest.
    Result<Identified> identify(const Claim &claim);
    /// The operator who goes by an id that is believed; made when there is none. Belief::Trusted alone.
    Result<Identified> trustOperator(const QString &id);

    /// Where operators who are believed have their address: nowhere.
    static bool isTrusted(const api::Operator &account);

private:
    Identified enter(const VisitorId &visitor);

    Request &m_request;
    const QString m_secret;
    const Belief m_belief;
};

} // namespace deskbell::server
