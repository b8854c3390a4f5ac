#pragma once

#include "console/store/account.h"
#include "console/store/deskstore.h"
#include "console/store/outboxstore.h"
#include "console/theme/theme.h"

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
    /// Makes the folder if it is not there, for its owner alone. Errors: a sentence for the person.
    static Result<std::unique_ptr<Profile>> open(const QString &folder);

    OutboxStore &outbox() { return *m_outbox; }
    DeskStore &deskStore() { return *m_deskStore; }

    /// Of the last time.
    Account account() const;
    void setAccount(const Account &account);
    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /// The code of a language; empty for the desktop's own.
    QString language() const;
    void setLanguage(const QString &language);
    /// Alerts without their sound.
    bool isVisualOnly() const;
    void setVisualOnly(bool visualOnly);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    explicit Profile(const QString &folder);

    QLockFile m_lock;
    QSettings m_settings;
    std::unique_ptr<OutboxStore> m_outbox;
    std::unique_ptr<DeskStore> m_deskStore;
};

} // namespace deskbell::console
