#pragma once

#include "shared/api/cannedcommands.h"
#include "shared/api/settingcommands.h"

/// What the server tells operators of people and of the desk.
namespace deskbell::api {

/// A visitor said who they are, was blocked, or was erased (`erasedAt`: forget what was said in their chats).
struct VisitorUpdated
{
    static constexpr std::string_view name = "visitor.updated";
    Visitor visitor;

    static constexpr auto fields() { return std::tuple{json::field("visitor", &VisitorUpdated::visitor)}; }
    bool operator==(const VisitorUpdated &) const = default;
};

/// An account is new or has changed.
struct OperatorUpdated
{
    static constexpr std::string_view name = "operator.updated";
    Operator account;

    static constexpr auto fields() { return std::tuple{json::field("operator", &OperatorUpdated::account)}; }
    bool operator==(const OperatorUpdated &) const = default;
};

/// A canned reply is new or has changed.
struct CannedUpdated
{
    static constexpr std::string_view name = "canned.updated";
    CannedReply reply;

    static constexpr auto fields() { return std::tuple{json::field("reply", &CannedUpdated::reply)}; }
    bool operator==(const CannedUpdated &) const = default;
};

struct CannedDeleted
{
    static constexpr std::string_view name = "canned.deleted";
    CannedId cannedId;

    static constexpr auto fields() { return std::tuple{json::field("cannedId", &CannedDeleted::cannedId)}; }
    bool operator==(const CannedDeleted &) const = default;
};

struct SettingsUpdated
{
    static constexpr std::string_view name = "settings.updated";
    DeskSettings settings;

    static constexpr auto fields() { return std::tuple{json::field("settings", &SettingsUpdated::settings)}; }
    bool operator==(const SettingsUpdated &) const = default;
};

} // namespace deskbell::api
