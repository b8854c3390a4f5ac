#include "console/profile.h"

#include <QDir>

namespace deskbell::console {

namespace {

const QString serverKey = QStringLiteral("account/server");
const QString emailKey = QStringLiteral("account/email");
const QString geometryKey = QStringLiteral("window/geometry");

Error refusal(const QString &text)
{
    return {ErrorCode::Internal, text};
}

/// Slashes would make groups of it.
QString openChatsKey(const Account &account)
{
    return QStringLiteral("openChats/") + QString::fromLatin1(QUrl::toPercentEncoding(account.key()));
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
    : m_folder(QDir(folder).absolutePath()), m_lock(QDir(folder).filePath(QStringLiteral("lock"))),
      m_settings(QDir(folder).filePath(QStringLiteral("console.ini")), QSettings::IniFormat),
      m_shelf(QDir(m_folder).filePath(QStringLiteral("files")))
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
    if (account.isNull())
        return;
    QList<Account> all = accounts();
    const auto same = [&account](const Account &each) { return each.key() == account.key(); };
    if (std::none_of(all.cbegin(), all.cend(), same))
        setAccounts(all << account);
}

QList<Account> Profile::readAccounts(const char *key) const
{
    QList<Account> accounts;
    // One text for each: the address has no spaces, so the first one divides it from the server.
    const QStringList lines = m_settings.value(QLatin1String(key)).toStringList();
    for (const QString &line : lines) {
        const Account account{QUrl(line.section(QLatin1Char(' '), 1)), line.section(QLatin1Char(' '), 0, 0)};
        if (!account.isNull())
            accounts.append(account);
    }
    return accounts;
}

void Profile::writeAccounts(const char *key, const QList<Account> &accounts)
{
    QStringList lines;
    for (const Account &each : accounts)
        lines.append(each.email.trimmed() + QLatin1Char(' ') + each.server.toString(QUrl::FullyEncoded));
    m_settings.setValue(QLatin1String(key), lines);
}

QList<ChatId> Profile::openChats(const Account &account) const
{
    QList<ChatId> chats;
    const QStringList ids = m_settings.value(openChatsKey(account)).toStringList();
    for (const QString &each : ids)
        chats.append(ChatId::fromString(each).value_or(ChatId()));
    return chats;
}

void Profile::setOpenChats(const Account &account, const QList<ChatId> &chats)
{
    QStringList ids;
    for (const ChatId &each : chats)
        ids.append(each.toString());
    m_settings.setValue(openChatsKey(account), ids);
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
