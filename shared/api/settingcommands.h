#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// Settings that change while the desk is open; those of the settings file need a restart.
namespace deskbell::api {

struct DeskSettings
{
    QString deskName;
    QString greeting; ///< What a visitor reads before the first message; may be empty.
    QString awayMessage; ///< The same while nobody is there.
    std::optional<int>
        retentionDays; ///< Ended chats are removed after so many days; 0 keeps them. For operators alone.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("deskName", &DeskSettings::deskName), field("greeting", &DeskSettings::greeting),
                          field("awayMessage", &DeskSettings::awayMessage),
                          field("retentionDays", &DeskSettings::retentionDays)};
    }
    bool operator==(const DeskSettings &) const = default;
};

struct SettingsGet
{
    using Answer = DeskSettings;
    static constexpr Operation operation{"settings.get", Method::Get,  "/settings",
                                         Access::Anyone, Effect::Read, "Get the desk's settings"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const SettingsGet &) const = default;
};

/// What is not given stays.
struct SettingsUpdate
{
    using Answer = DeskSettings;
    static constexpr Operation operation{"settings.update", Method::Patch, "/settings",
                                         Access::Admins,    Effect::Write, "Change the desk's settings"};
    std::optional<QString> deskName;
    std::optional<QString> greeting;
    std::optional<QString> awayMessage;
    std::optional<int> retentionDays;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("deskName", &SettingsUpdate::deskName, json::text(1, 80)),
                          field("greeting", &SettingsUpdate::greeting, json::text(0, 1000)),
                          field("awayMessage", &SettingsUpdate::awayMessage, json::text(0, 1000)),
                          field("retentionDays", &SettingsUpdate::retentionDays, range(0, 36'500))};
    }
    bool operator==(const SettingsUpdate &) const = default;
};

} // namespace deskbell::api
