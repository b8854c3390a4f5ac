#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What can be asked about operators, and how they sign in.
namespace deskbell::api {

struct OperatorLoginAnswer
{
    QString token; ///< The session's secret: Bearer token, or `auth.token` over Socket.IO.
    Operator account;

    static constexpr auto fields()
    {
        return std::tuple{json::field("token", &OperatorLoginAnswer::token),
                          json::field("operator", &OperatorLoginAnswer::account)};
    }
    bool operator==(const OperatorLoginAnswer &) const = default;
};

struct OperatorLogin
{
    using Answer = OperatorLoginAnswer;
    static constexpr Operation operation{"operator.login", Method::Post,  "/operators/login",
                                         Access::Anyone,   Effect::Write, "Sign in as an operator"};
    QString email;
    QString password;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("email", &OperatorLogin::email, json::text(1, 254)),
                          field("password", &OperatorLogin::password, json::text(1, 1000))};
    }
    bool operator==(const OperatorLogin &) const = default;
};

struct OperatorLogout
{
    using Answer = Nothing;
    static constexpr Operation operation{"operator.logout", Method::Post,  "/operators/logout",
                                         Access::Operators, Effect::Write, "End one's session"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorLogout &) const = default;
};

struct OperatorMe
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.me",     Method::Get,  "/operators/me",
                                         Access::Operators, Effect::Read, "Who one is"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorMe &) const = default;
};

struct OperatorListAnswer
{
    QList<Operator> operators;

    static constexpr auto fields()
    {
        return std::tuple{json::field("operators", &OperatorListAnswer::operators, json::list(10'000))};
    }
    bool operator==(const OperatorListAnswer &) const = default;
};

struct OperatorList
{
    using Answer = OperatorListAnswer;
    static constexpr Operation operation{"operator.list",   Method::Get,  "/operators",
                                         Access::Operators, Effect::Read, "List the operators"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const OperatorList &) const = default;
};

struct OperatorSetStatus
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.status", Method::Put,   "/operators/me/status",
                                         Access::Operators, Effect::Write, "Set one's status"};
    OperatorStatus status = OperatorStatus::Online;

    static constexpr auto fields() { return std::tuple{json::field("status", &OperatorSetStatus::status)}; }
    bool operator==(const OperatorSetStatus &) const = default;
};

} // namespace deskbell::api
