#pragma once

#include "server/desk/request.h"
#include "shared/api/commands.h"

namespace deskbell::server {

/// Visitors: anonymous until they say who they are.
class VisitorHandler
{
public:
    /// What visitors say of themselves; what is not set stays as it is.
    struct Introduction
    {
        std::optional<QString> name;
        std::optional<QString> email;
        std::optional<QString> page;
        std::optional<QString> userId{}; ///< What the site calls them; see IdentityHandler.
        std::optional<QString> userHash{}; ///< The site's word for it.
        std::optional<QList<api::VisitorAttribute>> attributes{};
        std::optional<QString> address{}; ///< Where they live.

        static constexpr auto fields()
        {
            using json::field;
            return std::tuple{field("name", &Introduction::name, api::shortText),
                              field("email", &Introduction::email, api::shortText),
                              field("page", &Introduction::page, json::text(1, 2000)),
                              field("userId", &Introduction::userId, api::shortText),
                              field("userHash", &Introduction::userHash, api::shortText),
                              field("attributes", &Introduction::attributes, json::list(50)),
                              field("address", &Introduction::address, api::addressText)};
        }
    };
    struct Welcome
    {
        Caller caller;
        QString token; ///< The visitor's secret, told this once.
    };

    explicit VisitorHandler(Request &request) : m_request(request) { }

    Result<api::Visitor> handle(const api::VisitorGet &command);
    Result<api::Visitor> handle(const api::VisitorUpdate &command);
    Result<api::Visitor> handle(const api::VisitorBlock &command);
    Result<api::Visitor> handle(const api::VisitorErase &command);
    /// Makes a visitor of a stranger.
    Welcome welcome(const Introduction &words);
    /// Takes in what a known visitor says, and tells the desk if a chat of theirs is open.
    /// Errors: VisitorBlocked, InvalidToken when the visitor was erased, VisitorNotFound.
    Result<api::Visitor> introduce(const VisitorId &id, const Introduction &words);
    /// Tells operators what is known of a visitor now.
    void tell(api::Visitor visitor);

private:
    Result<api::Visitor> find(const VisitorId &id);
    void endSessions(const VisitorId &id);

    Request &m_request;
};

} // namespace deskbell::server
