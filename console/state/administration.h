#pragma once

#include "shared/api/commands.h"

#include <functional>
#include <variant>

namespace deskbell::console {

/// One request with what is to be done with its answer.
template <class C>
struct Ask
{
    using Answer = typename C::Answer;
    C command;
    std::function<void(const Result<Answer> &)> done;
};

template <class... Commands>
using AskOneOf = std::variant<Ask<Commands>...>;

/// What an admin can ask of the desk. The answer goes to the one who asked; what others are told as well comes into
/// the Office by its events.
using AdminAsk = AskOneOf<api::OperatorList, api::OperatorCreate, api::OperatorUpdate, api::OperatorDisable,
                          api::OperatorSetPassword, api::DepartmentList, api::DepartmentCreate, api::DepartmentUpdate,
                          api::DepartmentDelete, api::CannedList, api::CannedCreate, api::CannedUpdate,
                          api::CannedDelete, api::CannedRender, api::SettingsGet, api::SettingsUpdate, api::ApiKeyList,
                          api::ApiKeyCreate, api::ApiKeyRevoke, api::WebhookList, api::WebhookCreate,
                          api::WebhookDelete, api::AuditList, api::StatsGet>;

} // namespace deskbell::console
