#pragma once

#include "console/application.h"
#include "console/views/deskview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

namespace deskbell::console {

/// The real program at the real server, for one who has no mouse: every step is a key that goes to whatever has the
/// focus, and what came of it is read off the window.
class KeyboardDesk
{
protected:
    /// A server with the demo desk, a visitor, and our window with the login before it.
    bool begin(const QString &visitorName)
    {
        if (!m_server.start(withoutRates))
            return false;
        m_relay = std::make_unique<Relay>(m_server.url());
        auto profile = Profile::open(m_folder.path());
        if (!profile)
            return false;
        m_profile = std::move(*profile);
        // The words that the tests read, and no second ring in the middle of it all.
        m_profile->setPreferences({.language = QStringLiteral("en"), .repeatSeconds = mostRepeatSeconds});
        m_console = std::make_unique<Application>(*qApp, *m_profile, m_vault);
        m_console->start({.profile = m_folder.path()}, {});
        m_visitor = std::make_unique<Visitor>(m_server.url(), visitorName);
        return QTest::qWaitForWindowActive(&m_console->window())
            && QTest::qWaitFor([this] { return m_visitor->isConnected(); }, limitMs);
    }
    bool signIn(const QString &email)
    {
        type(m_relay->url().toString());
        press(Qt::Key_Tab);
        type(email);
        press(Qt::Key_Tab);
        type(demoPassword);
        press(Qt::Key_Return);
        return QTest::qWaitFor([this] { return shows("deskView"); }, limitMs);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(target(), Qt::Key(key), modifiers); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(target(), c.toLatin1());
    }
    QWindow *target() const { return QGuiApplication::focusWindow(); }
    /// Whether the window or dialog of this name has the keyboard.
    bool hasKeyboard(const char *name) const
    {
        const QWidget *active = QApplication::activeWindow();
        return active && active->objectName() == QLatin1String(name);
    }
    QString focus() const
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    /// What a window manager does when a dialog has closed; the offscreen platform has none.
    bool isBackInTheWindow()
    {
        const auto closed = [] { return !QApplication::activeModalWidget(); };
        if (!QTest::qWaitFor(closed, limitMs))
            return false;
        m_console->window().activateWindow();
        return QTest::qWaitForWindowActive(&m_console->window(), limitMs);
    }
    /// The command palette, for what has no key of its own.
    bool call(const QString &action)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        if (!QTest::qWaitFor([this] { return focus() == QStringLiteral("paletteEdit"); }, limitMs))
            return false;
        type(action);
        press(Qt::Key_Return);
        return isBackInTheWindow();
    }
    QString label(const char *name) const
    {
        const auto *found = m_console->window().findChild<QLabel *>(QString::fromLatin1(name));
        return found && found->isVisible() ? found->text() : QString();
    }
    bool shows(const char *name) const
    {
        const auto *found = m_console->window().findChild<QWidget *>(QString::fromLatin1(name));
        return found && found->isVisible();
    }

    tests::ServerProcess m_server;
    QTemporaryDir m_folder;
    OpenVault m_vault;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_console;
    std::unique_ptr<Visitor> m_visitor;
};

} // namespace deskbell::console
