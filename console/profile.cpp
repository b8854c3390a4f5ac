#include "console/profile.h"

#include "console/store/setaside.h"

#include <QDir>

namespace deskbell::console {

namespace {

const QString serverKey = QStringLiteral("account/server");
const QString emailKey = QStringLiteral("account/email");
const QStringList windowKeys{QStringLiteral("geometry"), QStringLiteral("scope"), QStringLiteral("details"),
                             QStringLiteral("split"),    QStringLiteral("panes"), QStringLiteral("conversations")};

Error refusal(const QString &text)
{
    return {ErrorCode::Internal, text};
}

/// Slashes would make groups of it.
QString openChatsKey(const Account &account)
{
    return QStringLiteral("openChats/") + QString::fromLatin1(QUrl::toPercentEncoding(account.key()));
}

/// For its owner alone, whoever made it and however long ago. A folder that all may write to, such as /tmp, is not ours
/// to close; nor is anything in it that we have not made.
void makePrivate(const QString &folder)
{
    constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
    if (!QFile::permissions(folder).testFlag(QFile::WriteOther))
        QFile::setPermissions(folder, own | QFile::ExeOwner);
    const QStringList ours{QStringLiteral("console.ini"), QStringLiteral("outbox.sqlite*"),
                           QStringLiteral("desk.sqlite*")};
    const QFileInfoList files = QDir(folder).entryInfoList(ours, QDir::Files);
    for (const QFileInfo &each : files)
        QFile::setPermissions(each.filePath(), own);
    const QString shelf = QDir(folder).filePath(QStringLiteral("files"));
    if (QDir(shelf).exists())
        QFile::setPermissions(shelf, own | QFile::ExeOwner);
}

} // namespace

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return refusal(tr("The profile folder %1 cannot be made.").arg(folder));
    makePrivate(folder);
    std::unique_ptr<Profile> profile(new Profile(folder));
    if (!profile->m_lock.tryLock(0)) {
        if (profile->m_lock.error() == QLockFile::LockFailedError)
            return refusal(tr("Another console uses the profile %1 already.").arg(folder));
        return refusal(tr("The profile folder %1 cannot be written.").arg(folder));
    }
    if (auto opened = profile->openStores(); !opened)
        return opened.error();
    makePrivate(folder);
    return profile;
}

Result<Nothing> Profile::openStores()
{
    const QString path = QDir(m_folder).filePath(QStringLiteral("outbox.sqlite"));
    auto outbox = OutboxStore::open(path);
    if (!outbox && isDamage(outbox.error())) {
        if (const auto aside = setAside(path)) {
            m_troubles.append(
                tr("The file of messages that were not sent yet is damaged and cannot be read. It is kept "
                   "as %1, and a new one has been begun. Please look into your chats for what is "
                   "missing.")
                    .arg(*aside));
            outbox = OutboxStore::open(path);
        }
    }
    if (!outbox)
        return refusal(tr("The outbox %1 cannot be used. %2").arg(path, outbox.error().message));
    m_outbox = std::move(*outbox);
    const QString seenPath = QDir(m_folder).filePath(QStringLiteral("desk.sqlite"));
    auto seen = DeskStore::open(seenPath);
    if (!seen && isDamage(seen.error())) {
        const QString why = seen.error().message;
        if (const auto aside = setAside(seenPath)) {
            qWarning("%s is damaged (%s) and has been moved to %s", qPrintable(seenPath), qPrintable(why),
                     qPrintable(*aside));
            m_troubles.append(tr("What this computer had kept of your chats is damaged. It comes anew from the server; "
                                 "only drafts are lost. The old file is kept as %1.")
                                  .arg(*aside));
            seen = DeskStore::open(seenPath);
        }
    }
    if (!seen)
        return refusal(tr("The file %1 cannot be used. %2").arg(seenPath, seen.error().message));
    m_deskStore = std::move(*seen);
    return Nothing{};
}

Result<Nothing> Profile::forget(const Account &account)
{
    const QString key = account.key();
    const auto letters = m_outbox->letters(key);
    if (!letters)
        return letters.error();
    if (auto done = m_outbox->forget(key); !done)
        return done;
    for (const Letter &letter : *letters) {
        for (const LetterFile &file : letter.files)
            m_shelf.drop(file);
    }
    const QHash<ChatId, Draft> drafts = m_deskStore->drafts(key);
    for (const Draft &draft : drafts) {
        for (const LetterFile &file : draft.files)
            m_shelf.drop(file);
    }
    m_shelf.clearPictures(); // of all desks; the others fetch theirs again
    m_settings.remove(openChatsKey(account));
    if (auto done = m_deskStore->forgetDrafts(key); !done)
        return done;
    return m_deskStore->forget(key);
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

QVariantMap Profile::window() const
{
    QVariantMap window;
    for (const QString &each : windowKeys)
        window.insert(each, m_settings.value(QStringLiteral("window/") + each));
    return window;
}

void Profile::setWindow(const QVariantMap &window)
{
    for (const QString &each : windowKeys)
        m_settings.setValue(QStringLiteral("window/") + each, window.value(each));
    m_settings.sync(); // it outlives a crash from here on
}

} // namespace deskbell::console
