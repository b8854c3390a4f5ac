#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

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

} // namespace deskbell::api
