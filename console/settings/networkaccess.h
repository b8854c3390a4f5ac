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
    static void setProxy(const ProxyPreferences &proxy);
    /// Trusts the authorities of the system and those in the file; an empty name takes the system's alone. Errors: a
    /// sentence for the person, and what was trusted before stays trusted.
    static Result<Nothing> trust(const QString &caFile);
};

} // namespace deskbell::console
