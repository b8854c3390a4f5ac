#pragma once

#include "server/config/settings.h"

#include <QLatin1String>

#include <functional>
#include <optional>
#include <vector>

namespace deskbell::server {

/// One setting: its key, how its text becomes a member of Settings, and back.
struct Setting
{
    QLatin1String key;
    QLatin1String expected; ///< What would be right, for the message about a wrong value.
    /// False when the text is not a value of this setting; then nothing is changed.
    std::function<bool(Settings &, const QString &)> assign;
    std::function<QString(const Settings &)> show;
};

/// All of them, sorted by key.
const std::vector<Setting> &settingCatalogue();
const Setting *findSetting(const QString &key);

} // namespace deskbell::server
