#pragma once

#include "console/admin/adminpage.h"
#include "console/admin/adminview.h"
#include "tests/gui/scriptedadmin.h"
#include "tests/gui/stage.h"

#include <QAbstractButton>

#include <optional>

namespace deskbell::console {

/// The administration over a scripted desk; what it asks to change can be kept for an answer that comes later.
struct AdminScene : Stage
{
    ScriptedAdmin admin{workspace, clock.now()};
    bool keepsUpdates = false;
    std::optional<Ask<api::SettingsUpdate>> update; ///< What was asked for last, if it is kept.
    std::optional<Ask<api::OperatorUpdate>> operatorUpdate;

    bool begin()
    {
        actions.administration = [this](const AdminAsk &ask) { take(ask); };
        const bool shown = showBusyDesk();
        script.playOffice();
        admin.promote();
        return shown;
    }
    void take(const AdminAsk &ask)
    {
        if (const auto *settings = std::get_if<Ask<api::SettingsUpdate>>(&ask); settings && keepsUpdates)
            update = *settings;
        else if (const auto *account = std::get_if<Ask<api::OperatorUpdate>>(&ask); account && keepsUpdates)
            operatorUpdate = *account;
        else
            admin.answer(ask);
    }
    void open(const char *page)
    {
        window.desk().showAdmin();
        window.desk().admin()->showPage(QString::fromLatin1(page));
    }
    bool shows(const char *name) const { return find<QWidget>(name)->isVisible(); }
    void press(const char *button) const { click(find<QAbstractButton>(button)); }
    const api::DeskSettings &settings() const { return *workspace.office().settings(); }
};

} // namespace deskbell::console
