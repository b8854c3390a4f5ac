#include "console/profile.h"

#include <QDir>

#include <array>

namespace deskbell::console {

namespace {

const std::array appearances{std::pair{Appearance::System, QLatin1String("system")},
                             std::pair{Appearance::Light, QLatin1String("light")},
                             std::pair{Appearance::Dark, QLatin1String("dark")}};

const QString serverKey = QStringLiteral("account/server");
const QString emailKey = QStringLiteral("account/email");
const QString appearanceKey = QStringLiteral("window/appearance");
const QString languageKey = QStringLiteral("window/language");
const QString visualOnlyKey = QStringLiteral("alerts/visualOnly");
const QString geometryKey = QStringLiteral("window/geometry");

Error refusal(const QString &text)
{
    return {ErrorCode::Internal, text};
}

} // namespace

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return refusal(tr("The profile folder %1 cannot be made.").arg(folder));
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<Profile> profile(new Profile(folder));
    if (!profile->m_lock.tryLock(0)) {
        if (profile->m_lock.error() == QLockFile::LockFailedError)
            return refusal(tr("Another console uses the profile %1 already.").arg(folder));
        return refusal(tr("The profile folder %1 cannot be written.").arg(folder));
    }
    const QString path = QDir(folder).filePath(QStringLiteral("outbox.sqlite"));
    auto outbox = OutboxStore::open(path);
    if (!outbox)
        return refusal(tr("The outbox %1 cannot be used. %2").arg(path, outbox.error().message));
    profile->m_outbox = std::move(*outbox);
    const QString seenPath = QDir(folder).filePath(QStringLiteral("desk.sqlite"));
    auto deskStore = DeskStore::open(seenPath);
    if (!deskStore)
        return refusal(tr("The file %1 cannot be used. %2").arg(seenPath, deskStore.error().message));
    profile->m_deskStore = std::move(*deskStore);
    return profile;
}

Profile::Profile(const QString &folder)
    : m_lock(QDir(folder).filePath(QStringLiteral("lock"))),
      m_settings(QDir(folder).filePath(QStringLiteral("console.ini")), QSettings::IniFormat)
{
    m_lock.setStaleLockTime(0); // a console may run for weeks; only one whose process has gone does not count
}

Account Profile::account() const
{
    return {m_settings.value(serverKey).toUrl(), m_settings.value(emailKey).toString()};
}

void Profile::setAccount(const Account &account)
{
    m_settings.setValue(serverKey, account.server.toString(QUrl::FullyEncoded));
    m_settings.setValue(emailKey, account.email);
}

Appearance Profile::appearance() const
{
    const QString name = m_settings.value(appearanceKey).toString();
    for (const auto &[appearance, known] : appearances) {
        if (name == known)
            return appearance;
    }
    return Appearance::System;
}

void Profile::setAppearance(Appearance appearance)
{
    for (const auto &[each, name] : appearances) {
        if (each == appearance)
            m_settings.setValue(appearanceKey, QString(name));
    }
}

QString Profile::language() const
{
    return m_settings.value(languageKey).toString();
}

void Profile::setLanguage(const QString &language)
{
    m_settings.setValue(languageKey, language);
}

bool Profile::isVisualOnly() const
{
    return m_settings.value(visualOnlyKey).toBool();
}

void Profile::setVisualOnly(bool visualOnly)
{
    m_settings.setValue(visualOnlyKey, visualOnly);
}

QByteArray Profile::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Profile::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace deskbell::console
