#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What can be asked about operators' accounts.
namespace deskbell::api {

inline constexpr json::Rule passwordText = json::text(8, 1000);
inline constexpr json::Rule capacityRange = json::range(1, 1000);

struct OperatorCreate
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.create", Method::Post,      "/operators", Access::Admins,
                                         Effect::Write,     "Add an operator", 201};
    QString email;
    QString name;
    OperatorRole role = OperatorRole::Operator;
    int capacity = 2;
    QString password;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("email", &OperatorCreate::email, json::text(1, 254)),
                          field("name", &OperatorCreate::name, shortText),
                          field("role", &OperatorCreate::role, orDefault()),
                          field("capacity", &OperatorCreate::capacity, orDefault(capacityRange)),
                          field("password", &OperatorCreate::password, passwordText)};
    }
    bool operator==(const OperatorCreate &) const = default;
};

/// What is not given stays. Another role ends the operator's sessions; the last admin cannot be made less.
struct OperatorUpdate
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.update", Method::Patch, "/operators/{operatorId}",
                                         Access::Admins,    Effect::Write, "Change an operator's account"};
    OperatorId operatorId;
    std::optional<QString> name;
    std::optional<OperatorRole> role;
    std::optional<int> capacity;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("operatorId", &OperatorUpdate::operatorId),
                          field("name", &OperatorUpdate::name, shortText), field("role", &OperatorUpdate::role),
                          field("capacity", &OperatorUpdate::capacity, capacityRange)};
    }
    bool operator==(const OperatorUpdate &) const = default;
};

/// Ends all sessions of the operator, who can sign in no more; or with `disabled: false` takes that back.
struct OperatorDisable
{
    using Answer = Operator;
    static constexpr Operation operation{"operator.disable", Method::Put,   "/operators/{operatorId}/disabled",
                                         Access::Admins,     Effect::Write, "Shut an operator out"};
    OperatorId operatorId;
    bool disabled = true;

    static constexpr auto fields()
    {
        return std::tuple{json::field("operatorId", &OperatorDisable::operatorId),
                          json::field("disabled", &OperatorDisable::disabled, json::orDefault())};
    }
    bool operator==(const OperatorDisable &) const = default;
};

/// A new password: one's own with the old one, or as an admin somebody else's. All other sessions of theirs end.
struct OperatorSetPassword
{
    using Answer = Nothing;
    static constexpr Operation operation{"operator.password", Method::Put,   "/operators/{operatorId}/password",
                                         Access::Operators,   Effect::Write, "Set an operator's password"};
    OperatorId operatorId;
    QString password;
    std::optional<QString> oldPassword; ///< Needed for one's own.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("operatorId", &OperatorSetPassword::operatorId),
                          field("password", &OperatorSetPassword::password, passwordText),
                          field("oldPassword", &OperatorSetPassword::oldPassword, json::text(1, 1000))};
    }
    bool operator==(const OperatorSetPassword &) const = default;
};

} // namespace deskbell::api
