#include "console/settings/preferences.h"

#include <QSettings>

#include <array>

namespace deskbell::console {

namespace {

template <class Choice>
struct Named
{
    Choice choice;
    const char *name;
};
template <class Choice>
Named(Choice, const char *) -> Named<Choice>;

constexpr std::array appearances{Named{Appearance::System, "system"}, Named{Appearance::Light, "light"},
                                 Named{Appearance::Dark, "dark"}};
constexpr std::array modes{Named{ProxyMode::System, "system"}, Named{ProxyMode::None, "none"},
                           Named{ProxyMode::Manual, "manual"}};
constexpr std::array kinds{Named{ProxyKind::Http, "http"}, Named{ProxyKind::Socks5, "socks5"}};

const QString appearanceKey = QStringLiteral("window/appearance");
const QString languageKey = QStringLiteral("window/language");
const QString trayKey = QStringLiteral("window/tray");
const QString closeToTrayKey = QStringLiteral("window/closeToTray");
const QString spellingKey = QStringLiteral("writing/spelling");
const QString visualOnlyKey = QStringLiteral("alerts/visualOnly");
const QString volumeKey = QStringLiteral("alerts/volume");
const QString repeatKey = QStringLiteral("alerts/repeatSeconds");
const QString notificationsKey = QStringLiteral("alerts/notifications");
const QString proxyModeKey = QStringLiteral("network/proxy");
const QString proxyKindKey = QStringLiteral("network/proxyKind");
const QString proxyHostKey = QStringLiteral("network/proxyHost");
const QString proxyPortKey = QStringLiteral("network/proxyPort");
const QString proxyUserKey = QStringLiteral("network/proxyUser");
const QString caFileKey = QStringLiteral("network/caFile");

template <class Table, class Choice>
void readChoice(const QSettings &settings, const QString &key, const Table &table, Choice &choice)
{
    const QString name = settings.value(key).toString();
    for (const auto &each : table) {
        if (name == QLatin1String(each.name))
            choice = each.choice;
    }
}

template <class Table, class Choice>
void writeChoice(QSettings &settings, const QString &key, const Table &table, Choice choice)
{
    for (const auto &each : table) {
        if (each.choice == choice)
            settings.setValue(key, QString::fromLatin1(each.name));
    }
}

void readNumber(const QSettings &settings, const QString &key, int least, int most, int &number)
{
    bool ok = false;
    const int found = settings.value(key).toInt(&ok);
    if (ok && found >= least && found <= most)
        number = found;
}

} // namespace

Preferences readPreferences(const QSettings &settings)
{
    Preferences preferences;
    readChoice(settings, appearanceKey, appearances, preferences.appearance);
    preferences.language = settings.value(languageKey).toString();
    preferences.spelling = settings.value(spellingKey).toString();
    preferences.sound = !settings.value(visualOnlyKey, false).toBool();
    readNumber(settings, volumeKey, 0, 100, preferences.volume);
    readNumber(settings, repeatKey, leastRepeatSeconds, mostRepeatSeconds, preferences.repeatSeconds);
    preferences.notifications = settings.value(notificationsKey, true).toBool();
    preferences.tray = settings.value(trayKey, true).toBool();
    preferences.closeToTray = settings.value(closeToTrayKey, true).toBool();
    readChoice(settings, proxyModeKey, modes, preferences.proxy.mode);
    readChoice(settings, proxyKindKey, kinds, preferences.proxy.kind);
    preferences.proxy.host = settings.value(proxyHostKey).toString();
    readNumber(settings, proxyPortKey, 1, 65'535, preferences.proxy.port);
    preferences.proxy.user = settings.value(proxyUserKey).toString();
    preferences.caFile = settings.value(caFileKey).toString();
    return preferences;
}

void writePreferences(QSettings &settings, const Preferences &preferences)
{
    writeChoice(settings, appearanceKey, appearances, preferences.appearance);
    settings.setValue(languageKey, preferences.language);
    settings.setValue(spellingKey, preferences.spelling);
    settings.setValue(visualOnlyKey, !preferences.sound);
    settings.setValue(volumeKey, preferences.volume);
    settings.setValue(repeatKey, preferences.repeatSeconds);
    settings.setValue(notificationsKey, preferences.notifications);
    settings.setValue(trayKey, preferences.tray);
    settings.setValue(closeToTrayKey, preferences.closeToTray);
    writeChoice(settings, proxyModeKey, modes, preferences.proxy.mode);
    writeChoice(settings, proxyKindKey, kinds, preferences.proxy.kind);
    settings.setValue(proxyHostKey, preferences.proxy.host);
    settings.setValue(proxyPortKey, preferences.proxy.port);
    settings.setValue(proxyUserKey, preferences.proxy.user);
    settings.setValue(caFileKey, preferences.caFile);
}

} // namespace deskbell::console
