#include "server/desk/settinghandler.h"

#include "server/desk/audithandler.h"
#include "server/store/settingstore.h"

namespace deskbell::server {

namespace {

const QString deskName = QStringLiteral("deskName");
const QString greeting = QStringLiteral("greeting");
const QString awayMessage = QStringLiteral("awayMessage");
const QString retentionDays = QStringLiteral("retentionDays");

} // namespace

api::DeskSettings SettingHandler::settings()
{
    const QHash<QString, QString> stored = SettingStore(m_request.transaction).all();
    api::DeskSettings settings;
    settings.deskName = stored.value(deskName, m_request.deskName);
    settings.greeting = stored.value(greeting);
    settings.awayMessage = stored.value(awayMessage);
    settings.retentionDays = stored.value(retentionDays).toInt();
    return settings;
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsGet &)
{
    api::DeskSettings seen = settings();
    if (!m_request.caller.isOperator())
        seen.retentionDays.reset();
    return seen;
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsUpdate &command)
{
    SettingStore store(m_request.transaction);
    QStringList changed;
    const auto set = [&](const QString &name, const std::optional<QString> &value) {
        if (!value)
            return;
        store.set(name, *value);
        changed.append(name);
    };
    set(deskName, command.deskName);
    set(greeting, command.greeting);
    set(awayMessage, command.awayMessage);
    if (command.retentionDays)
        set(retentionDays, QString::number(*command.retentionDays));
    const api::DeskSettings now = settings();
    if (changed.isEmpty())
        return now;
    AuditHandler(m_request).record("settings.updated", QString(), changed.join(QLatin1String(", ")));
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::SettingsUpdated{now});
    return now;
}

} // namespace deskbell::server
