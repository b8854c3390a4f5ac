#pragma once

#include "console/application.h"
#include "console/models/chatlistmodel.h"
#include "console/views/deskview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QTest>

namespace deskbell::console {

/// The real console with a profile and a window of its own, and hands for it. Several of them stand side by side, so
/// nothing here runs the event loop but what waits.
class ConsoleWindow
{
public:
    /// Signs in and waits for the desk. False if it does not come.
    bool start(const QUrl &server, const QString &email)
    {
        auto opened = Profile::open(m_folder.path());
        if (!opened)
            return false;
        m_profile = std::move(*opened);
        // The words that the tests read, and no second ring in the middle of it all.
        m_profile->setPreferences({.language = QStringLiteral("en"), .repeatSeconds = mostRepeatSeconds});
        m_console = std::make_unique<Application>(*qApp, *m_profile, m_vault);
        m_console->start({.server = server, .login = email, .profile = m_folder.path()}, demoPassword);
        return QTest::qWaitFor([this] { return shows("deskView"); }, limitMs);
    }
    Application &console() { return *m_console; }
    DeskView &desk() { return m_console->window().desk(); }
    template <class T>
    T *find(const char *name)
    {
        return m_console->window().findChild<T *>(QString::fromLatin1(name));
    }
    bool shows(const char *name)
    {
        const auto *found = find<QWidget>(name);
        return found && found->isVisible();
    }
    /// What the label says, nothing while it is out of sight.
    QString text(const char *label)
    {
        const auto *found = find<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }
    void click(const char *button) { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }
    /// Goes to whatever has the keyboard in this window.
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        MainWindow &window = m_console->window();
        QApplication::setActiveWindow(&window);
        QWidget *focus = window.focusWidget();
        QTest::keyClick(focus ? focus : &window, Qt::Key(key), modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(m_console->window().focusWidget(), c.toLatin1());
    }
    QListView *list() { return find<QListView>("chatListView"); }
    /// Where the chat stands in the list that is shown; invalid if it does not.
    QModelIndex rowOf(const ChatId &id)
    {
        const QAbstractItemModel *model = list()->model();
        return model->match(model->index(0, 0), ChatListModel::IdRole, id.toString(), 1, Qt::MatchExactly).value(0);
    }
    /// Opens a chat by a click on its row. False if it is not in the list.
    bool choose(const ChatId &id)
    {
        const QModelIndex row = rowOf(id);
        if (!row.isValid())
            return false;
        list()->scrollTo(row);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(row).center());
        return desk().chatId() == id;
    }

private:
    QTemporaryDir m_folder;
    OpenVault m_vault;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_console;
};

} // namespace deskbell::console
