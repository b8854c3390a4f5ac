#pragma once

#include "console/settings/preferences.h"
#include "console/state/actions.h"
#include "console/store/account.h"
#include "console/writing/writingaids.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace deskbell::console {

class ActionTable;
class AlarmBar;
class DeskView;
class LoginView;
class NoticeBar;
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

    AlarmBar &alarmBar() { return *m_alarmBar; }
    WritingAids &writing() { return m_writing; }

    /// What the settings and the switches in the menu show; the appearance is taken on at once.
    void setPreferences(const Preferences &preferences);
    /// The code and name of each language that there is.
    void setLanguages(const QList<std::pair<QString, QString>> &languages) { m_languages = languages; }
    /// The code and name of each dictionary that there is.
    void setDictionaries(const QList<std::pair<QString, QString>> &dictionaries) { m_dictionaries = dictionaries; }
    /// A sentence about something that did not work, wherever the person is.
    void say(const QString &problem);
    /// The same, until the person has closed it: about what lasts, or is lost.
    void warn(const QString &problem);
    /// Where one has signed in, and where one is now.
    void setAccounts(const QList<Account> &accounts, const Account &current);
    void showSettings();
    void showAccounts();
    void showPalette();
    void showShortcuts();
    void showMenu();

Q_SIGNALS:
    void preferencesChosen(const deskbell::console::Preferences &preferences);
    /// Before the preferences that name this proxy, if it is another one.
    void proxyPasswordChosen(const deskbell::console::ProxyPreferences &proxy, const QString &password);
    /// Some were removed: these are left.
    void accountsKept(const QList<deskbell::console::Account> &accounts);
    /// Null: one that is not in the list.
    void accountChosen(const deskbell::console::Account &account);
    void bellTried(int volume);
    void silenceRequested();
    void quitRequested();
    void aboutToClose();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions();
    void addProgramActions();
    void popUp(QMenu *menu);
    void showPage();
    void setAppearance(Appearance appearance);
    void choose(const Preferences &preferences);
    void signOut();

    Theme &m_theme;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    WritingAids m_writing;
    ActionTable *m_table;
    QStackedWidget *m_pages;
    LoginView *m_login;
    DeskView *m_desk;
    AlarmBar *m_alarmBar;
    NoticeBar *m_notice;
    Preferences m_preferences;
    QList<std::pair<QString, QString>> m_languages;
    QList<std::pair<QString, QString>> m_dictionaries;
    QList<Account> m_accounts;
    Account m_account;
    int m_waiting = 0;
};

} // namespace deskbell::console
