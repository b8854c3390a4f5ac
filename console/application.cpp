#include "console/application.h"

#include "console/settings/networkaccess.h"
#include "console/views/actiontable.h"
#include "console/views/alarmbar.h"
#include "console/views/conversationpanes.h"
#include "console/views/deskview.h"
#include "console/views/loginview.h"

#include <QApplication>
#include <QDBusConnection>
#include <QNetworkInformation>

namespace deskbell::console {

Application::Application(QApplication &application, Profile &profile, TokenVault &vault)
    : m_profile(profile), m_vault(vault), m_autostart(QCoreApplication::applicationFilePath(), profile.folder()),
      m_preferences(profile.preferences()), m_translation(m_preferences.language), m_theme(application, m_scheme),
      m_workspace(m_clock), m_client(m_workspace, profile.outbox(), profile.deskStore(), profile.shelf(), vault),
      m_questions(m_theme), m_window(m_theme, m_workspace, m_client, m_questions), m_memory(profile, m_window),
      m_notifier(QDBusConnection::sessionBus()), m_alarm(m_workspace, m_notifier, m_ringer), m_tray(m_theme)
{
    m_preferences.autostart = m_autostart.isOn();
    connectSettings();
    connectAccounts();
    connectTabs();
    connectAlarm();
    connectTray();
    m_scheme.followPortal();
    followNetwork();
}

Application::~Application()
{
    m_memory.save();
}

void Application::start(const Options &options, const QString &password)
{
    const Account before = m_profile.account();
    Account account{options.server.isEmpty() ? before.server : options.server,
                    options.login.isEmpty() ? before.email : options.login};
    m_trustedFile = options.caFile;
    trust();
    m_memory.restore();
    m_window.login().fill(account.server.toString(), account.email);
    m_window.show();
    if (!m_profile.troubles().isEmpty())
        m_window.warn(m_profile.troubles().join(QLatin1Char('\n')));
    openProxy([this, account, password] {
        m_client.farewell().resume(m_profile.farewells());
        if (!password.isEmpty())
            m_window.login().signIn(password);
        else if (!account.isNull())
            m_client.comeBack(account);
    });
}

/// Gives the proxy its password, which the vault has; then it is time for connections.
void Application::openProxy(std::function<void()> then)
{
    if (m_preferences.proxy.mode != ProxyMode::Manual || m_preferences.proxy.user.isEmpty()) {
        NetworkAccess::setProxy(m_preferences.proxy);
        then();
        return;
    }
    const QString key = m_preferences.proxy.secretKey();
    if (const auto known = m_secrets.constFind(key); known != m_secrets.constEnd()) {
        NetworkAccess::setProxy(m_preferences.proxy, *known);
        then();
        return;
    }
    m_vault.load(key, [this, alive = QPointer(&m_window), proxy = m_preferences.proxy, then](const QString &password) {
        if (!alive || m_preferences.proxy != proxy)
            return;
        NetworkAccess::setProxy(proxy, password);
        then();
    });
}

void Application::connectSettings()
{
    QList<std::pair<QString, QString>> languages;
    const QStringList codes = Translation::languages();
    for (const QString &code : codes)
        languages.append({code, Translation::nameOf(code)});
    m_window.setLanguages(languages);
    m_window.writing().vocabulary.keepIn(m_profile.settings());
    QList<std::pair<QString, QString>> dictionaries;
    for (const InstalledDictionary &each : m_dictionaries)
        dictionaries.append({each.code, each.name()});
    m_window.setDictionaries(dictionaries);
    m_window.setPreferences(m_preferences);
    apply({});
    QObject::connect(&m_window, &MainWindow::preferencesChosen, &m_window, [this](const Preferences &chosen) {
        const Preferences before = std::exchange(m_preferences, chosen);
        m_profile.setPreferences(chosen);
        apply(before);
        if (chosen.proxy != before.proxy || chosen.caFile != before.caFile)
            openProxy([this] { reconnect(); });
    });
    QObject::connect(&m_window, &MainWindow::proxyPasswordChosen, &m_window,
                     [this](const ProxyPreferences &proxy, const QString &password) {
                         m_secrets.insert(proxy.secretKey(), password); // the vault may not work
                         m_vault.save(proxy.secretKey(), password);
                         if (proxy == m_preferences.proxy)
                             openProxy([this] { reconnect(); });
                     });
    m_vault.onTrouble([window = QPointer(&m_window)](const QString &why) {
        if (window)
            window->warn(MainWindow::tr("This desktop has no key store that works, so you have to sign in again at the "
                                        "next start. %1")
                             .arg(why));
    });
    QObject::connect(&m_window, &MainWindow::bellTried, &m_window, [this](int volume) { m_ringer.tryOut(volume); });
}

void Application::apply(const Preferences &before)
{
    if (m_preferences.caFile != before.caFile)
        trust();
    if (m_preferences.autostart != before.autostart) {
        if (const auto set = m_autostart.set(m_preferences.autostart); !set)
            m_window.say(set.error().message);
    }
    applySpelling();
    m_ringer.setVolume(m_preferences.volume);
    AlarmTimes times;
    times.repeat = std::chrono::seconds(m_preferences.repeatSeconds);
    m_alarm.setTimes(times);
    m_alarm.setVisualOnly(!m_preferences.sound);
    m_alarm.setNotifying(m_preferences.notifications);
    m_tray.setVisible(m_preferences.tray);
}

/// The language that was chosen; else that of the program, in the way of the person's own country.
void Application::applySpelling()
{
    QString wanted = m_preferences.spelling;
    if (wanted.isEmpty()) {
        const QString spoken = QCoreApplication::translate("Wording", "en", "the code of this language");
        const QString system = QLocale::system().name();
        wanted = system.startsWith(spoken) ? system : spoken;
    }
    const InstalledDictionary *found = dictionaryFor(m_dictionaries, wanted);
    m_window.writing().spelling.setDictionary(found ? found->path : QString());
}

/// The file of the command line counts beside that of the settings.
void Application::trust()
{
    if (const auto trusted = NetworkAccess::trust({m_trustedFile, m_preferences.caFile}); !trusted)
        m_window.say(trusted.error().message);
}

void Application::reconnect()
{
    m_client.reconnect();
    m_client.farewell().tryNow();
}

void Application::connectTabs()
{
    ConversationPanes &panes = m_window.desk().conversations();
    QObject::connect(&m_workspace, &Workspace::connectionChanged, &m_window, [this] {
        if (m_workspace.connection().phase == ConnectionState::Phase::SignedOut)
            m_tabsKnown = false;
        else if (!m_tabsKnown)
            restoreTabs();
    });
    // Later, since who signs out leaves all chats before the connection says so.
    const auto keep = [this, &panes] {
        QMetaObject::invokeMethod(
            &m_window,
            [this, &panes] {
                if (m_tabsKnown)
                    m_profile.setOpenChats(m_profile.account(), QList{panes.chatId()} + panes.openChats().all());
            },
            Qt::QueuedConnection);
    };
    QObject::connect(&panes.openChats(), &OpenChats::changed, &m_window, keep);
    QObject::connect(&panes, &ConversationPanes::chatOpened, &m_window, keep);
}

/// Those that are known: at once what an earlier run has seen, and the rest with the connection.
void Application::restoreTabs()
{
    QList<ChatId> chats = m_profile.openChats(m_profile.account());
    chats.removeIf([this](const ChatId &each) { return !m_workspace.chat(each); });
    ConversationPanes &panes = m_window.desk().conversations();
    panes.openChats().restore(chats);
    if (panes.chatId().isNull() && !chats.isEmpty())
        panes.open(chats.first());
    m_tabsKnown = m_workspace.connection().phase == ConnectionState::Phase::Online;
}

void Application::connectAlarm()
{
    QObject::connect(&m_notifier, &Notifier::openRequested, &m_window, [this](const ChatId &chat) {
        raise();
        m_window.desk().openChat(chat);
    });
    QObject::connect(&m_notifier, &Notifier::claimRequested, &m_window, [this](const ChatId &chat) {
        raise();
        m_window.desk().openChat(chat);
        m_window.desk().take();
    });
    QObject::connect(&m_alarm, &AlarmService::callingCountChanged, &m_tray, &TrayIcon::setCount);
    QObject::connect(&m_alarm, &AlarmService::callingCountChanged, &m_window, [this](int count) {
        if (count > 0 && !m_window.isActiveWindow())
            QApplication::alert(&m_window);
    });
    QObject::connect(&m_alarm, &AlarmService::ringingChanged, &m_window, [this] {
        m_window.alarmBar().setCallers(m_alarm.isRinging() ? m_alarm.callers() : QList<ChatId>());
    });
    QObject::connect(&m_ringer, &BellRinger::unheard, &m_window, [this] {
        m_window.say(
            MainWindow::tr("The bell cannot be heard: no program on this computer can play it (pw-play, paplay "
                           "or aplay). Alerts are seen only."));
    });
    QObject::connect(&m_alarm, &AlarmService::rang, &m_window, [this] { m_window.alarmBar().swing(); });
    QObject::connect(&m_window, &MainWindow::silenceRequested, &m_alarm, &AlarmService::hush);
    QObject::connect(&m_alarm, &AlarmService::escalated, &m_window, [this] { raise(); });
    QObject::connect(qApp, &QGuiApplication::applicationStateChanged, &m_window,
                     [this](Qt::ApplicationState state) { m_workspace.setWatched(state == Qt::ApplicationActive); });
}

void Application::connectTray()
{
    m_trayMenu.addAction(MainWindow::tr("Open Deskbell"), &m_window, [this] { raise(); });
    m_trayMenu.addAction(m_window.table().action(QStringLiteral("sound")));
    m_trayMenu.addSeparator();
    m_trayMenu.addAction(MainWindow::tr("Quit"), &m_window, &QCoreApplication::quit);
    m_tray.setContextMenu(&m_trayMenu);
    // Asked when it counts: without a tray nobody would find the program again, and it may come later than we do.
    QObject::connect(&m_window, &MainWindow::aboutToClose, &m_window, [this] {
        const bool hides = m_preferences.tray && m_preferences.closeToTray && m_tray.isFound();
        QApplication::setQuitOnLastWindowClosed(!hides);
    });
    QObject::connect(&m_tray, &TrayIcon::raiseRequested, &m_window, [this] { raise(); });
    QObject::connect(&m_window, &MainWindow::quitRequested, &m_window, &QCoreApplication::quit);
}

void Application::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

/// A network that is there again is no reason to wait for the next attempt.
void Application::followNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &m_client,
                     [this](QNetworkInformation::Reachability reachability) {
                         if (reachability == QNetworkInformation::Reachability::Online)
                             m_client.tryNow();
                     });
}

} // namespace deskbell::console
