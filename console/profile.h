#pragma once

#include "console/settings/preferences.h"
#include "console/store/account.h"
#include "console/store/deskstore.h"
#include "console/store/fileshelf.h"
#include "console/store/outboxstore.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QSettings>

namespace deskbell::console {

/// The folder with all that an operator has on this computer: settings, outbox, what was seen. Held by one console at a
/// time; one that was killed leaves no lock behind that counts.
class Profile
{
    Q_DECLARE_TR_FUNCTIONS(Profile)

public:
    /// Makes the folder if it is not there, and sees to it that nobody but its owner can read it: it holds what
    /// customers wrote. A file that is damaged is moved aside and begun anew. Errors: a sentence for the person.
    static Result<std::unique_ptr<Profile>> open(const QString &folder);

    const QString &folder() const { return m_folder; }
    OutboxStore &outbox() { return *m_outbox; }
    DeskStore &deskStore() { return *m_deskStore; }
    FileShelf &shelf() { return m_shelf; }
    QSettings &settings() { return m_settings; }

    /// What the person has to hear of what open() found.
    const QStringList &troubles() const { return m_troubles; }
    /// Deletes all that this computer has of an account: what was seen, drafts, unsent messages and their files.
    Result<Nothing> forget(const Account &account);

    /// Of the last time.
    Account account() const;
    void setAccount(const Account &account);
    /// All that somebody signed in with, oldest first.
    QList<Account> accounts() const { return readAccounts(accountsKey); }
    void setAccounts(const QList<Account> &accounts) { writeAccounts(accountsKey, accounts); }
    /// Signed out on this computer, while the server could not be told.
    QList<Account> farewells() const { return readAccounts(farewellsKey); }
    void setFarewells(const QList<Account> &accounts) { writeAccounts(farewellsKey, accounts); }
    Preferences preferences() const { return readPreferences(m_settings); }
    void setPreferences(const Preferences &preferences) { writePreferences(m_settings, preferences); }
    /// Which chats are open on a desk: the one in front, which may be null, and then all of them.
    QList<ChatId> openChats(const Account &account) const;
    void setOpenChats(const Account &account, const QList<ChatId> &chats);
    /// Of the window: what it was given, as it was given.
    QVariantMap window() const;
    void setWindow(const QVariantMap &window);

private:
    static constexpr const char *accountsKey = "accounts";
    static constexpr const char *farewellsKey = "farewells";

    explicit Profile(const QString &folder);
    Result<Nothing> openStores();
    QList<Account> readAccounts(const char *key) const;
    void writeAccounts(const char *key, const QList<Account> &accounts);

    QString m_folder; // absolute
    QLockFile m_lock;
    QSettings m_settings;
    FileShelf m_shelf;
    QStringList m_troubles;
    std::unique_ptr<OutboxStore> m_outbox;
    std::unique_ptr<DeskStore> m_deskStore;
};

} // namespace deskbell::console
