#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about visitors.
namespace deskbell::api {

/// A visitor may ask only for themselves.
struct VisitorGet
{
    using Answer = Visitor;
    static constexpr Operation operation{"visitor.get",        Method::Get,  "/visitors/{visitorId}",
                                         Access::Participants, Effect::Read, "Get one visitor"};
    VisitorId visitorId;

    static constexpr auto fields() { return std::tuple{json::field("visitorId", &VisitorGet::visitorId)}; }
    bool operator==(const VisitorGet &) const = default;
};

/// By the visitor, or by an operator who was told. What is not given stays.
struct VisitorUpdate
{
    using Answer = Visitor;
    static constexpr Operation operation{"visitor.update",     Method::Patch, "/visitors/{visitorId}",
                                         Access::Participants, Effect::Write, "Say who a visitor is"};
    VisitorId visitorId;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> page;
    std::optional<QList<VisitorAttribute>> attributes{}; ///< All of them.
    std::optional<QString> address{}; ///< The postal one.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("visitorId", &VisitorUpdate::visitorId),
                          field("name", &VisitorUpdate::name, shortText),
                          field("email", &VisitorUpdate::email, shortText),
                          field("page", &VisitorUpdate::page, json::text(1, 2000)),
                          field("attributes", &VisitorUpdate::attributes, list(50)),
                          field("address", &VisitorUpdate::address, addressText)};
    }
    bool operator==(const VisitorUpdate &) const = default;
};

/// A blocked visitor's connections end, and whatever they ask is refused as visitor_blocked.
struct VisitorBlock
{
    using Answer = Visitor;
    static constexpr Operation operation{"visitor.block",   Method::Put,   "/visitors/{visitorId}/blocked",
                                         Access::Operators, Effect::Write, "Block a visitor, or take it back"};
    VisitorId visitorId;
    bool blocked = true;

    static constexpr auto fields()
    {
        return std::tuple{json::field("visitorId", &VisitorBlock::visitorId),
                          json::field("blocked", &VisitorBlock::blocked, json::orDefault())};
    }
    bool operator==(const VisitorBlock &) const = default;
};

/// Takes away what the visitor was and everything that was said in their chats. That there were chats stays, so that
/// they are still counted. An open chat ends.
struct VisitorErase
{
    using Answer = Visitor;
    static constexpr Operation operation{"visitor.erase", Method::Delete, "/visitors/{visitorId}",
                                         Access::Admins,  Effect::Write,  "Erase a visitor's data"};
    VisitorId visitorId;

    static constexpr auto fields() { return std::tuple{json::field("visitorId", &VisitorErase::visitorId)}; }
    bool operator==(const VisitorErase &) const = default;
};

} // namespace deskbell::api
