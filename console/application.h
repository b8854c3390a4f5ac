#pragma once

#include "console/commandline.h"
#include "console/dialogs/dialogquestions.h"
#include "console/net/deskclient.h"
#include "console/notify/alarmservice.h"
#include "console/notify/bellringer.h"
#include "console/notify/desktopnotifier.h"
#include "console/notify/trayicon.h"
#include "console/profile.h"
#include "console/settings/autostart.h"
#include "console/singleinstance.h"
#include "console/theme/systemscheme.h"
#include "console/translation.h"
#include "console/views/mainwindow.h"
#include "console/windowmemory.h"

#include <QMenu>

class QApplication;

namespace deskbell::console {

/// The running console: makes every part and hands each the others that it needs.
class Application
{
public:
    /// None of them is owned.
    Application(QApplication &application, Profile &profile, TokenVault &vault);
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)

    /// Shows the window. With a password it signs in; without one it goes on with the session of last time, if the
    /// options do not ask for somebody else.
    void start(const Options &options, const QString &password);
    MainWindow &window() { return m_window; }
    AlarmService &alarm() { return m_alarm; }
    /// Brings the window forward, wherever it is.
    void raise();
    TrayIcon &tray() { return m_tray; }
    /// Comes forward, and goes to the desk that a second start has named.
    void takeWish(const Wish &wish);

private:
    void connectAlarm();
    void connectTray();
    void connectSettings();
    void connectAccounts();
    void connectTabs();
    void restoreTabs();
    /// Makes the preferences count, as far as they can at once; `before` is what counted until now.
    void apply(const Preferences &before);
    void applySpelling();
    void openProxy(std::function<void()> then);
    void trust();
    void reconnect();
    void goTo(const Account &account);
    void askForget(const QList<Account> &accounts, std::function<void()> yes);
    void forget(const Account &account);
    void followNetwork();

    Profile &m_profile;
    TokenVault &m_vault;
    QString m_trustedFile; // of the command line
    QHash<QString, QString> m_secrets; // of proxies, as they were typed in this run
    bool m_tabsKnown = false; // what is open is what the person wants, and worth remembering
    Autostart m_autostart;
    Preferences m_preferences;
    const QList<InstalledDictionary> m_dictionaries = installedDictionaries();
    SystemClock m_clock;
    Translation m_translation;
    SystemScheme m_scheme;
    Theme m_theme;
    Workspace m_workspace;
    DeskClient m_client;
    DialogQuestions m_questions;
    MainWindow m_window;
    WindowMemory m_memory;
    DesktopNotifier m_notifier;
    BellRinger m_ringer;
    AlarmService m_alarm;
    TrayIcon m_tray;
    QMenu m_trayMenu;
};

} // namespace deskbell::console
