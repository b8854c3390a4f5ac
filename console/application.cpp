#include "console/application.h"

#include "console/views/loginview.h"

#include <QApplication>
#include <QNetworkInformation>

namespace deskbell::console {

Application::Application(QApplication &application, Profile &profile, TokenVault &vault)
    : m_profile(profile), m_translation(profile.language()), m_theme(application, m_scheme), m_workspace(m_clock),
      m_client(m_workspace, profile.outbox(), profile.deskStore(), vault), m_questions(m_theme),
      m_window(m_theme, m_workspace, m_client, m_questions)
{
    m_theme.setAppearance(profile.appearance());
    QObject::connect(&m_window, &MainWindow::appearanceChosen, &m_window,
                     [&profile](Appearance appearance) { profile.setAppearance(appearance); });
    QObject::connect(&m_client, &DeskClient::signedIn, &m_window,
                     [&profile](const Account &account) { profile.setAccount(account); });
    QObject::connect(&m_client, &DeskClient::sessionEnded, &m_window,
                     [this](const QString &notice) { m_window.login().say(notice); });
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
