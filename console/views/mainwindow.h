#pragma once

#include "console/state/actions.h"
#include "console/theme/theme.h"

#include <QMainWindow>

class QStackedWidget;

namespace deskbell::console {

class ActionTable;
class DeskView;
class LoginView;
class Questions;
class Workspace;

/// The program's window: signing in, and then the desk.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, QWidget *parent = nullptr);

    LoginView &login() { return *m_login; }
    DeskView &desk() { return *m_desk; }
    ActionTable &table() { return *m_table; }

    /// Whether alerts ring; what the switch in the menu shows.
    void setSound(bool sound);
    void showPalette();
    void showShortcuts();
    void showMenu();

Q_SIGNALS:
    void appearanceChosen(deskbell::console::Appearance appearance);
    void quitRequested();
    void soundChosen(bool sound);

private:
    void addActions();
    void showPage();
    void setAppearance(Appearance appearance);
    void signOut();

    Theme &m_theme;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    ActionTable *m_table;
    QStackedWidget *m_pages;
    LoginView *m_login;
    DeskView *m_desk;
    int m_waiting = 0;
};

} // namespace deskbell::console
