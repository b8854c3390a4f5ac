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
    : m_profile(profile),
      m_autostart({QCoreApplication::applicationFilePath(), QStringLiteral("--profile"), profile.folder()}),
      m_preferences(profile.preferences()), m_translation(m_preferences.language), m_theme(application, m_scheme),
      m_workspace(m_clock), m_client(m_workspace, profile.outbox(), profile.deskStore(), profile.shelf(), vault),
      m_questions(m_theme), m_window(m_theme, m_workspace, m_client, m_questions),
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
    m_profile.setGeometry(m_window.saveGeometry());
}

void Application::start(const Options &options, const QString &password)
{
    const Account before = m_profile.account();
    Account account{options.server.isEmpty() ? before.server : options.server,
                    options.login.isEmpty() ? before.email : options.login};
    if (!options.caFile.isEmpty())
        trust(options.caFile);
    m_window.restoreGeometry(m_profile.geometry());
    m_window.login().fill(account.server.toString(), account.email);
    m_window.show();
    m_client.farewell().resume(m_profile.farewells());
    if (!password.isEmpty())
        m_window.login().signIn(password);
    else if (!account.isNull())
        m_client.comeBack(account);
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
        if (chosen.proxy != before.proxy || chosen.caFile != before.caFile) {
            m_client.reconnect();
            m_client.farewell().tryNow();
        }
    });
    QObject::connect(&m_window, &MainWindow::bellTried, &m_window, [this](int volume) { m_ringer.tryOut(volume); });
}

void Application::apply(const Preferences &before)
{
    NetworkAccess::setProxy(m_preferences.proxy);
    if (m_preferences.caFile != before.caFile)
        trust(m_preferences.caFile);
    if (const auto set = m_autostart.set(m_preferences.autostart); !set)
        m_window.say(set.error().message);
    applySpelling();
    m_ringer.setVolume(m_preferences.volume);
    AlarmTimes times;
    times.repeat = std::chrono::seconds(m_preferences.repeatSeconds);
    m_alarm.setTimes(times);
    m_alarm.setVisualOnly(!m_preferences.sound);
    m_alarm.setNotifying(m_preferences.notifications);
    m_tray.setVisible(m_preferences.tray);
    // Without a tray nobody would find the program again.
    const bool hides = m_preferences.tray && m_preferences.closeToTray && QSystemTrayIcon::isSystemTrayAvailable();
    QApplication::setQuitOnLastWindowClosed(!hides);
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

void Application::trust(const QString &caFile)
{
    if (const auto trusted = NetworkAccess::trust(caFile); !trusted)
        m_window.say(trusted.error().message);
}

void Application::connectAccounts()
{
    const auto show = [this] { m_window.setAccounts(m_profile.accounts(), m_profile.account()); };
    show();
    QObject::connect(&m_client, &DeskClient::signedIn, &m_window, [this, show](const Account &account) {
        m_profile.setAccount(account);
        show();
    });
    QObject::connect(&m_client, &DeskClient::sessionEnded, &m_window,
                     [this](const QString &notice) { m_window.login().say(notice); });
    QObject::connect(&m_window, &MainWindow::accountChosen, &m_window, [this, show](const Account &account) {
        m_client.stepOut();
        m_window.login().fill(account.server.toString(), account.email);
        m_window.login().say({});
        if (account.isNull())
            return;
        m_profile.setAccount(account);
        m_client.comeBack(account);
        show();
    });
    QObject::connect(&m_window, &MainWindow::accountsKept, &m_window, [this, show](const QList<Account> &kept) {
        const QList<Account> all = m_profile.accounts();
        for (const Account &each : all) {
            if (!kept.contains(each))
                forget(each);
        }
        m_profile.setAccounts(kept);
        show();
    });
    QObject::connect(&m_client.farewell(), &Farewell::pendingChanged, &m_window,
                     [this] { m_profile.setFarewells(m_client.farewell().pending()); });
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

void Application::forget(const Account &account)
{
    if (account == m_profile.account()) {
        m_client.signOut();
        m_profile.setAccount({});
        m_window.login().fill({}, {});
    } else {
        m_client.farewell().sayFor(account);
    }
    if (const auto forgotten = m_profile.deskStore().forget(account.key()); !forgotten)
        m_window.say(forgotten.error().message);
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
