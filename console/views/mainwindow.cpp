#include "console/views/mainwindow.h"

#include "console/dialogs/palettedialog.h"
#include "console/dialogs/questions.h"
#include "console/dialogs/settingsdialog.h"
#include "console/dialogs/shortcutsdialog.h"
#include "console/state/workspace.h"
#include "console/views/accountmenu.h"
#include "console/views/actiontable.h"
#include "console/views/alarmbar.h"
#include "console/views/announcer.h"
#include "console/views/deskview.h"
#include "console/views/loginview.h"
#include "console/views/noticebar.h"
#include "console/views/wheelfilter.h"

#include <QCloseEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace deskbell::console {

MainWindow::MainWindow(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_questions(questions),
      m_table(new ActionTable(theme, this)), m_pages(new QStackedWidget(this)),
      m_login(new LoginView(theme, actions, this)),
      m_desk(new DeskView(theme, workspace, actions, questions, *m_table, this)),
      m_alarmBar(new AlarmBar(theme, workspace, this)),
      m_notice(new NoticeBar(theme, this, QStringLiteral("programNotice")))
{
    setObjectName(QStringLiteral("mainWindow"));
    m_desk->setWriting(m_writing);
    setWindowIcon(theme.icon(QStringLiteral("bell"), Token::Brass));
    m_pages->setObjectName(QStringLiteral("pagesStackedWidget"));
    m_pages->addWidget(m_login);
    m_pages->addWidget(m_desk);
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_alarmBar);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    setCentralWidget(middle);
    setMinimumSize(420, 340); // at 300 % a usual display has no more
    resize(1280, 800);
    connect(&workspace, &Workspace::connectionChanged, this, &MainWindow::showPage);
    connect(m_desk, &DeskView::appearanceRequested, this, &MainWindow::setAppearance);
    connect(m_desk, &DeskView::menuRequested, this, &MainWindow::showMenu);
    connect(m_desk, &DeskView::signOutRequested, this, &MainWindow::signOut);
    connect(m_login, &LoginView::accountChosen, this, &MainWindow::accountChosen);
    connect(m_alarmBar, &AlarmBar::silenceRequested, this, &MainWindow::silenceRequested);
    connect(m_alarmBar, &AlarmBar::claimRequested, m_desk, [this](const ChatId &chat) {
        m_desk->openChat(chat);
        m_desk->take();
    });
    connect(m_desk, &DeskView::waitingChanged, this, [this](int count) {
        m_waiting = count;
        showPage();
    });
    addActions();
    new Announcer(workspace, this);
    new WheelFilter(this);
    showPage();
}

void MainWindow::addActions()
{
    const auto add = [this](ActionGroup group, const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        m_table->add(this, {group, name, text, icon, keys}, std::move(run));
    };
    const auto view = ActionGroup::View;
    add(view, QStringLiteral("light"), tr("Light"), QStringLiteral("sun"), {},
        [this] { setAppearance(Appearance::Light); });
    add(view, QStringLiteral("dark"), tr("Dark"), QStringLiteral("moon"), {},
        [this] { setAppearance(Appearance::Dark); });
    add(view, QStringLiteral("system"), tr("Light or dark like the system"), QStringLiteral("screen"), {},
        [this] { setAppearance(Appearance::System); });
    QAction *sound = m_table->add(
        this, {ActionGroup::You, QStringLiteral("sound"), tr("Alerts with sound"), QStringLiteral("sound"), {}},
        [this] {
            Preferences chosen = m_preferences;
            chosen.sound = m_table->action(QStringLiteral("sound"))->isChecked();
            choose(chosen);
        });
    sound->setCheckable(true);
    sound->setChecked(true);
    add(ActionGroup::You, QStringLiteral("silence"), tr("Silence the bell"), QStringLiteral("bell"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_B}, [this] { Q_EMIT silenceRequested(); });
    add(ActionGroup::You, QStringLiteral("desks"), tr("Go to another desk …"), QStringLiteral("server"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, [this] { showAccounts(); });
    addProgramActions();
}

void MainWindow::addProgramActions()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        m_table->add(this, {ActionGroup::Program, name, text, icon, keys}, std::move(run));
    };
    add(QStringLiteral("palette"), tr("Command palette …"), QStringLiteral("search"),
        {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [this] { showPalette(); });
    add(QStringLiteral("settings"), tr("Settings …"), QStringLiteral("settings"), {Qt::CTRL | Qt::Key_Comma},
        [this] { showSettings(); });
    add(QStringLiteral("shortcuts"), tr("Keyboard shortcuts"), QStringLiteral("keyboard"),
        {Qt::Key_F1, Qt::Key_Question}, [this] { showShortcuts(); });
    add(QStringLiteral("menu"), tr("Menu"), QStringLiteral("more"), {Qt::Key_F10}, [this] { showMenu(); });
    add(QStringLiteral("quit"), tr("Quit"), QStringLiteral("close"), {Qt::CTRL | Qt::Key_Q},
        [this] { Q_EMIT quitRequested(); });
}

void MainWindow::setAppearance(Appearance appearance)
{
    Preferences chosen = m_preferences;
    chosen.appearance = appearance;
    choose(chosen);
}

void MainWindow::choose(const Preferences &preferences)
{
    setPreferences(preferences);
    Q_EMIT preferencesChosen(preferences);
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_theme.setAppearance(preferences.appearance);
    m_table->action(QStringLiteral("sound"))->setChecked(preferences.sound);
}

void MainWindow::setAccounts(const QList<Account> &accounts, const Account &current)
{
    m_accounts = accounts;
    m_account = current;
    m_login->setAccounts(accounts);
}

void MainWindow::say(const QString &problem)
{
    m_notice->say(problem);
}

void MainWindow::warn(const QString &problem)
{
    m_notice->say(problem, NoticeBar::Stay::UntilClosed);
}

void MainWindow::showSettings()
{
    const SettingsStart start{m_preferences,
                              m_accounts,
                              m_languages,
                              m_dictionaries,
                              m_writing.vocabulary.words(),
                              QSystemTrayIcon::isSystemTrayAvailable()};
    auto *settings = new SettingsDialog(m_theme, start, this);
    settings->setAttribute(Qt::WA_DeleteOnClose);
    connect(settings, &SettingsDialog::bellTried, this, &MainWindow::bellTried);
    connect(settings, &QDialog::accepted, this, [this, settings] {
        if (!settings->proxyPassword().isEmpty())
            Q_EMIT proxyPasswordChosen(settings->preferences().proxy, settings->proxyPassword());
        if (settings->preferences() != m_preferences)
            choose(settings->preferences());
        for (const QString &each : settings->removedWords())
            m_writing.vocabulary.removeWord(each);
        if (settings->accounts() != m_accounts)
            Q_EMIT accountsKept(settings->accounts());
    });
    settings->open();
}

void MainWindow::showAccounts()
{
    auto *menu = new AccountMenu(m_accounts, m_account, this);
    connect(menu, &AccountMenu::chosen, this, &MainWindow::accountChosen);
    popUp(menu);
}

void MainWindow::showPalette()
{
    const auto openChat = [this](const ChatId &id) {
        m_desk->openChat(id);
        m_desk->focusReply();
    };
    auto *palette = new PaletteDialog(m_theme, m_workspace, m_table->available(), openChat, this);
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, std::min(96, height() / 8))));
    palette->open();
}

void MainWindow::showShortcuts()
{
    QList<ShortcutGroup> groups;
    for (int group = 0; group < actionGroupCount; ++group) {
        ShortcutGroup shown{ActionTable::titleOf(ActionGroup(group)), {}};
        const QList<QAction *> actions = m_table->in(ActionGroup(group));
        for (const QAction *action : actions) {
            QStringList keys;
            for (const QKeySequence &each : action->shortcuts())
                keys.append(each.toString(QKeySequence::NativeText));
            if (!keys.isEmpty())
                shown.entries.append({action->text(), keys});
        }
        if (!shown.entries.isEmpty())
            groups.append(shown);
    }
    const auto keys = [](QKeyCombination key) {
        return QStringList{QKeySequence(key).toString(QKeySequence::NativeText)};
    };
    groups.insert(1,
                  {tr("In the list and in a chat"),
                   {{tr("Open, then claim, the marked chat"), keys(Qt::Key_Return)},
                    {tr("Send the reply"), keys(Qt::Key_Return)},
                    {tr("New line in the reply"), keys(Qt::SHIFT | Qt::Key_Return)},
                    {tr("Copy the marked message"), keys(Qt::CTRL | Qt::Key_C)},
                    {tr("Discard a message that was not sent"), keys(Qt::Key_Delete)}}});
    auto *sheet = new ShortcutsDialog(m_theme, groups, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mainMenu"));
    for (int group = 0; group < actionGroupCount; ++group) {
        QList<QAction *> actions = m_table->in(ActionGroup(group));
        actions.removeAll(m_table->action(QStringLiteral("menu"))); // that is where one is
        const bool submenu = ActionGroup(group) != ActionGroup::Program;
        QMenu *into = submenu ? menu->addMenu(ActionTable::titleOf(ActionGroup(group))) : menu;
        if (!submenu)
            menu->addSeparator();
        else
            into->menuAction()->setEnabled(m_desk->isVisible() || ActionGroup(group) == ActionGroup::View);
        into->addActions(actions);
    }
    popUp(menu);
}

void MainWindow::popUp(QMenu *menu)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int x = isRightToLeft() ? width() - space::s - menu->sizeHint().width() : space::s;
    menu->popup(mapToGlobal(QPoint(x, 60)));
    menu->setActiveAction(menu->actions().constFirst());
}

void MainWindow::showPage()
{
    const auto phase = m_workspace.connection().phase;
    using Phase = ConnectionState::Phase;
    // What an earlier run saw is readable while the first connection is still being made.
    const bool remembers = phase == Phase::Connecting && m_workspace.chatCount() > 0;
    const bool atDesk = phase == Phase::Online || phase == Phase::Offline || remembers;
    QWidget *page = atDesk ? static_cast<QWidget *>(m_desk) : m_login;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        if (atDesk)
            m_desk->focusStart();
    }
    setWindowTitle(atDesk && m_waiting > 0 ? QStringLiteral("(%1) Deskbell").arg(m_waiting)
                                           : QStringLiteral("Deskbell"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT aboutToClose();
    QMainWindow::closeEvent(event);
}

void MainWindow::signOut()
{
    const int waiting = m_workspace.outgoingCount();
    if (waiting == 0) {
        m_actions.signOut();
        return;
    }
    m_questions.askSignOut(this, waiting, [this] { m_actions.signOut(); });
}

} // namespace deskbell::console
