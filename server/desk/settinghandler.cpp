#include "server/desk/settinghandler.h"

#include "server/desk/audithandler.h"
#include "server/desk/deskhours.h"
#include "server/desk/prechatform.h"
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

/// A setting that is more than a text, as it is stored.
template <class T>
struct Kept
{
    T value{};

    static constexpr auto fields() { return std::tuple{json::field("value", &Kept::value)}; }
    bool operator==(const Kept &) const = default;

    static T read(const QString &text, const T &otherwise)
    {
        const auto kept = json::decode<Kept>(text.toUtf8());
        return kept ? kept->value : otherwise;
    }
    static QString write(const T &value) { return QString::fromUtf8(json::encode(Kept{value})); }
};

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
    return settings;
}

bool SettingHandler::showsTyping()
{
    return Kept<bool>::read(SettingStore(m_request.transaction).find(typingPreview).value_or(QString()), false);
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsGet &)
{
    api::DeskSettings seen = settings();
    if (!m_request.caller.isOperator())
        seen.retentionDays.reset();
    return seen;
}

Result<Nothing> SettingHandler::check(const api::SettingsUpdate &command)
{
    if (command.form && !command.form->isEmpty()) {
        if (auto good = PreChatForm(*command.form).check(); !good)
            return good;
    }
    const api::DeskSettings now = settings();
    return DeskHours(command.hours.value_or(now.hours), command.timeZone.value_or(now.timeZone)).check();
}

Result<api::DeskSettings> SettingHandler::handle(const api::SettingsUpdate &command)
{
    if (const auto good = check(command); !good)
        return good.error();
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
    const api::DeskSettings now = settings();
    if (changed.isEmpty())
        return now;
    AuditHandler(m_request).record("settings.updated", QString(), changed.join(QLatin1String(", ")));
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::SettingsUpdated{now});
    return now;
}

} // namespace deskbell::server
