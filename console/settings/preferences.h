#pragma once

#include "console/theme/theme.h"

class QSettings;

namespace deskbell::console {

enum class ProxyMode { System, None, Manual };
enum class ProxyKind { Http, Socks5 };

/// The way to the server. Host, port and user count for Manual alone.
struct ProxyPreferences
{
    ProxyMode mode = ProxyMode::System;
    ProxyKind kind = ProxyKind::Http;
    QString host{};
    int port = 8080;
    QString user{}; ///< Empty: it asks for nobody. Their password is in the desktop's key store.
    /// By which the vault knows the password.
    QString secretKey() const { return QStringLiteral("proxy %1@%2:%3").arg(user, host).arg(port); }
    bool operator==(const ProxyPreferences &) const = default;
};

/// What people set once and expect to find again.
struct Preferences
{
    Appearance appearance = Appearance::System;
    QString language{}; ///< A code such as "de"; empty for the desktop's own.

    QString spelling{}; ///< The code of a dictionary such as "de_DE"; empty for the one of the language; noSpelling.

    bool sound = true; ///< Without it alerts are seen only.
    int volume = 100; ///< In percent.
    int repeatSeconds = 8; ///< Between two rings, 3 to 60.
    bool notifications = true;

    bool tray = true;
    bool closeToTray = true;
    bool autostart = false; ///< Kept where the desktop looks for it, not in the profile.

    ProxyPreferences proxy{};
    QString caFile{}; ///< Certificate authorities to trust beside the system's, as PEM.
    bool operator==(const Preferences &) const = default;
};

/// Nothing is marked.
inline const QString noSpelling = QStringLiteral("none");

inline constexpr int leastRepeatSeconds = 3;
inline constexpr int mostRepeatSeconds = 60;

/// What cannot be understood, or is out of its bounds, is as if it had never been set.
Preferences readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const Preferences &preferences);

} // namespace deskbell::console
