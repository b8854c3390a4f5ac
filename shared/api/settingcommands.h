#pragma once

#include "shared/api/deskrouting.h"
#include "shared/api/entities.h"
#include "shared/api/frontdesk.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// Settings that change while the desk is open; those of the settings file need a restart.
namespace deskbell::api {

inline constexpr int mostDeskTags = 200;
inline constexpr int mostHolidays = 100;

struct DeskSettings
{
    QString deskName;
    QString greeting; ///< What a visitor reads before the first message; may be empty.
    QString awayMessage; ///< The same while nobody is there.
    std::optional<int>
        retentionDays; ///< Ended chats are removed after so many days; 0 keeps them. For operators alone.
    QList<FormField> form; ///< What visitors are asked before a chat.
    QList<OpeningHours> hours{}; ///< None: always open.
    QString timeZone = QStringLiteral("UTC"); ///< Of the hours, such as "Europe/Berlin".
    QList<Holiday> holidays{}; ///< Of each day one, the earliest first.
    DeskLook look{};
    bool typingPreview = false; ///< Operators see what visitors write before it is sent.
    std::optional<qint64> attachmentBytes{}; ///< The largest file that may be sent; the settings file says it.
    QList<QString> tags{}; ///< What operators are to choose from, in the desk's order. For operators alone.
    std::optional<DeskRouting> routing{}; ///< For operators alone; the settings file's until an admin sets it.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("deskName", &DeskSettings::deskName),
                          field("greeting", &DeskSettings::greeting),
                          field("awayMessage", &DeskSettings::awayMessage),
                          field("retentionDays", &DeskSettings::retentionDays),
                          field("form", &DeskSettings::form, orDefault(list(20))),
                          field("hours", &DeskSettings::hours, orDefault(list(50))),
                          field("timeZone", &DeskSettings::timeZone, orDefault(json::text(1, 80))),
                          field("holidays", &DeskSettings::holidays, orDefault(list(mostHolidays))),
                          field("look", &DeskSettings::look, orDefault()),
                          field("typingPreview", &DeskSettings::typingPreview, orDefault()),
                          field("attachmentBytes", &DeskSettings::attachmentBytes),
                          field("tags", &DeskSettings::tags, orDefault(list(mostDeskTags))),
                          field("routing", &DeskSettings::routing)};
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
    std::optional<QList<FormField>> form{}; ///< All of it; with an empty one the usual form is back.
    std::optional<QList<OpeningHours>> hours{}; ///< All of them.
    std::optional<QString> timeZone{};
    std::optional<QList<Holiday>> holidays{}; ///< All of them.
    std::optional<DeskLook> look{}; ///< All of it.
    std::optional<bool> typingPreview{};
    std::optional<QList<QString>> tags{}; ///< All of them; each up to 40 characters.
    std::optional<DeskRouting> routing{}; ///< All of it.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("deskName", &SettingsUpdate::deskName, json::text(1, 80)),
                          field("greeting", &SettingsUpdate::greeting, json::text(0, 1000)),
                          field("awayMessage", &SettingsUpdate::awayMessage, json::text(0, 1000)),
                          field("retentionDays", &SettingsUpdate::retentionDays, range(0, 36'500)),
                          field("form", &SettingsUpdate::form, list(20)),
                          field("hours", &SettingsUpdate::hours, list(50)),
                          field("timeZone", &SettingsUpdate::timeZone, json::text(1, 80)),
                          field("holidays", &SettingsUpdate::holidays, list(mostHolidays)),
                          field("look", &SettingsUpdate::look),
                          field("typingPreview", &SettingsUpdate::typingPreview),
                          field("tags", &SettingsUpdate::tags, list(mostDeskTags)),
                          field("routing", &SettingsUpdate::routing)};
    }
    bool operator==(const SettingsUpdate &) const = default;
};

} // namespace deskbell::api
