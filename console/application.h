#pragma once

#include "console/commandline.h"
#include "console/dialogs/dialogquestions.h"
#include "console/net/deskclient.h"
#include "console/profile.h"
#include "console/theme/systemscheme.h"
#include "console/translation.h"
#include "console/views/mainwindow.h"

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

private:
    void followNetwork();

    Profile &m_profile;
    SystemClock m_clock;
    Translation m_translation;
    SystemScheme m_scheme;
    Theme m_theme;
    Workspace m_workspace;
    DeskClient m_client;
    DialogQuestions m_questions;
    MainWindow m_window;
};

} // namespace deskbell::console
