#include "console/application.h"

#include "console/views/actiontable.h"
#include "console/views/deskview.h"
#include "console/views/loginview.h"

#include <QApplication>
#include <QDBusConnection>
#include <QNetworkInformation>

namespace deskbell::console {

Application::Application(QApplication &application, Profile &profile, TokenVault &vault)
    : m_profile(profile), m_translation(profile.language()), m_theme(application, m_scheme), m_workspace(m_clock),
      m_client(m_workspace, profile.outbox(), profile.deskStore(), vault), m_questions(m_theme),
      m_window(m_theme, m_workspace, m_client, m_questions), m_notifier(QDBusConnection::sessionBus()),
      m_alarm(m_workspace, m_notifier, m_ringer), m_tray(m_theme)
{
    m_theme.setAppearance(profile.appearance());
    QObject::connect(&m_window, &MainWindow::appearanceChosen, &m_window,
                     [&profile](Appearance appearance) { profile.setAppearance(appearance); });
    QObject::connect(&m_client, &DeskClient::signedIn, &m_window,
                     [&profile](const Account &account) { profile.setAccount(account); });
    QObject::connect(&m_client, &DeskClient::sessionEnded, &m_window,
                     [this](const QString &notice) { m_window.login().say(notice); });
    connectAlarm();
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
    m_window.restoreGeometry(m_profile.geometry());
    m_window.login().fill(account.server.toString(), account.email);
    m_window.show();
    if (!password.isEmpty())
        m_window.login().signIn(password);
    else if (!account.isNull())
        m_client.comeBack(account);
}

void Application::connectAlarm()
{
    m_alarm.setVisualOnly(m_profile.isVisualOnly());
    QObject::connect(&m_window, &MainWindow::soundChosen, &m_alarm, [this](bool sound) {
        m_profile.setVisualOnly(!sound);
        m_alarm.setVisualOnly(!sound);
    });
    m_window.setSound(!m_profile.isVisualOnly());
    QObject::connect(&m_notifier, &Notifier::openRequested, &m_window, [this](const ChatId &chat) {
        raise();
        m_window.desk().openChat(chat);
    });
    QObject::connect(&m_notifier, &Notifier::claimRequested, &m_window, [this](const ChatId &chat) {
        raise();
        m_window.desk().openChat(chat);
        m_window.desk().claim();
    });
    QObject::connect(&m_alarm, &AlarmService::callingCountChanged, &m_tray, &TrayIcon::setCount);
    QObject::connect(&m_alarm, &AlarmService::callingCountChanged, &m_window, [this](int count) {
        if (count > 0 && !m_window.isActiveWindow())
            QApplication::alert(&m_window);
    });
    QObject::connect(&m_alarm, &AlarmService::escalated, &m_window, [this] { raise(); });
    QObject::connect(qApp, &QGuiApplication::applicationStateChanged, &m_window,
                     [this](Qt::ApplicationState state) { m_alarm.setWatched(state == Qt::ApplicationActive); });

    m_trayMenu.addAction(MainWindow::tr("Open Deskbell"), &m_window, [this] { raise(); });
    m_trayMenu.addAction(m_window.table().action(QStringLiteral("sound")));
    m_trayMenu.addSeparator();
    m_trayMenu.addAction(MainWindow::tr("Quit"), &m_window, &QCoreApplication::quit);
    m_tray.setContextMenu(&m_trayMenu);
    QObject::connect(&m_tray, &TrayIcon::raiseRequested, &m_window, [this] { raise(); });
    QObject::connect(&m_window, &MainWindow::quitRequested, &m_window, &QCoreApplication::quit);
    // With a tray, closing the window leaves the bell there; without one nobody would find the program again.
    QApplication::setQuitOnLastWindowClosed(!QSystemTrayIcon::isSystemTrayAvailable());
    m_tray.show();
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
