#pragma once

#include "console/settings/preferences.h"
#include "shared/result.h"

#include <QCoreApplication>

namespace deskbell::console {

/// How the program's connections go out: through which proxy, and whose certificates they believe. It is one for the
/// whole program, since Qt keeps it so; connections that stand already keep what they began with.
class NetworkAccess
{
    Q_DECLARE_TR_FUNCTIONS(NetworkAccess)

public:
    /// The password counts where the proxy asks for one, and the preferences have a user.
    static void setProxy(const ProxyPreferences &proxy, const QString &password = {});
    /// Trusts the authorities of the system and those in all of these files; an empty name is none. Errors: a sentence
    /// for the person about the first file that has none, and the others count.
    static Result<Nothing> trust(const QStringList &caFiles);
};

} // namespace deskbell::console
