#include "server/desk/settinghandler.h"

#include "server/desk/audithandler.h"
#include "server/desk/deskhours.h"
#include "server/desk/keptsetting.h"
#include "server/desk/prechatform.h"
#include "server/desk/tags.h"
#include "server/store/settingstore.h"

namespace deskbell::server {

namespace {

const QString deskName = QStringLiteral("deskName");
const QString greeting = QStringLiteral("greeting");
const QString awayMessage = QStringLiteral("awayMessage");
const QString retentionDays = QStringLiteral("retentionDays");
const QString form = QStringLiteral("form");
const QString hours = QStringLiteral("hours");
const QString timeZone = QStringLiteral("timeZone");
const QString look = QStringLiteral("look");
const QString typingPreview = QStringLiteral("typingPreview");
const QString holidays = QStringLiteral("holidays");
const QString tags = QStringLiteral("tags");
const QString routing = QStringLiteral("routing");

QList<api::Holiday> inOrder(QList<api::Holiday> days)
{
    std::sort(days.begin(), days.end(),
              [](const api::Holiday &one, const api::Holiday &other) { return one.date < other.date; });
    return days;
}

} // namespace

api::DeskSettings SettingHandler::settings()
{
    const QHash<QString, QString> stored = SettingStore(m_request.transaction).all();
    api::DeskSettings settings;
    settings.deskName = stored.value(deskName, m_request.deskName);
    settings.greeting = stored.value(greeting);
    settings.awayMessage = stored.value(awayMessage);
    settings.retentionDays = stored.value(retentionDays).toInt();
    settings.form = Kept<QList<api::FormField>>::read(stored.value(form), PreChatForm::usual());
    settings.hours = Kept<QList<api::OpeningHours>>::read(stored.value(hours), {});
    settings.timeZone = stored.value(timeZone, settings.timeZone);
    settings.look = Kept<api::DeskLook>::read(stored.value(look), {});
    settings.typingPreview = Kept<bool>::read(stored.value(typingPreview), false);
    settings.attachmentBytes = m_request.limits.attachmentBytes;
    settings.holidays = Kept<QList<api::Holiday>>::read(stored.value(holidays), {});
    settings.tags = Kept<QList<QString>>::read(stored.value(tags), {});
    settings.routing = Kept<api::DeskRouting>::read(stored.value(routing), m_request.routing);
    return settings;
}

bool SettingHandler::showsTyping()
{
    return Kept<bool>::read(SettingStore(m_request.transaction).find(typingPreview).value_or(QString()), false);
}

api::DeskRouting SettingHandler::routingInForce()
{
    const QString stored = SettingStore(m_request.transaction).find(routing).value_or(QString());
    auto now = Kept<api::DeskRouting>::read(stored, m_request.routing);
    if (m_request.givesAtOnce)
        now.offerTimeoutS = 0;
    return now;
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsGet &)
{
    api::DeskSettings seen = settings();
    if (!m_request.caller.isOperator()) {
        seen.retentionDays.reset();
        seen.routing.reset();
        seen.tags.clear();
    }
    return seen;
}

Result<Nothing> SettingHandler::check(const api::SettingsUpdate &command)
{
    if (command.form && !command.form->isEmpty()) {
        if (auto good = PreChatForm(*command.form).check(); !good)
            return good;
    }
    const api::DeskSettings now = settings();
    return DeskHours(command.hours.value_or(now.hours), command.timeZone.value_or(now.timeZone),
                     command.holidays.value_or(now.holidays))
        .check();
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsUpdate &command)
{
    if (const auto good = check(command); !good)
        return good.error();
    const auto cleanedTags = cleanTags("tags", command.tags.value_or(QList<QString>()));
    if (!cleanedTags)
        return cleanedTags.error();
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
    if (command.form)
        set(form, command.form->isEmpty() ? QString() : Kept<QList<api::FormField>>::write(*command.form));
    if (command.hours)
        set(hours, Kept<QList<api::OpeningHours>>::write(*command.hours));
    set(timeZone, command.timeZone);
    if (command.look)
        set(look, Kept<api::DeskLook>::write(*command.look));
    if (command.typingPreview)
        set(typingPreview, Kept<bool>::write(*command.typingPreview));
    if (command.holidays)
        set(holidays, Kept<QList<api::Holiday>>::write(inOrder(*command.holidays)));
    if (command.tags)
        set(tags, Kept<QList<QString>>::write(*cleanedTags));
    if (command.routing)
        set(routing, Kept<api::DeskRouting>::write(*command.routing));
    const api::DeskSettings now = settings();
    if (changed.isEmpty())
        return now;
    AuditHandler(m_request).record("settings.updated", QString(), changed.join(QLatin1String(", ")));
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::SettingsUpdated{now});
    return now;
}

} // namespace deskbell::server
