#pragma once

#include "console/dialogs/questions.h"
#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/translation.h"
#include "console/views/deskview.h"
#include "console/views/mainwindow.h"
#include "tests/gui/script.h"

#include <QApplication>
#include <QTest>

namespace deskbell::console {

/// The real window over a scripted server, with a clock and questions that the test answers.
struct Stage
{
    Translation translation;
    ManualClock clock;
    SystemScheme system;
    Theme theme{*qApp, system};
    Workspace workspace{clock};
    ScriptedActions actions{workspace};
    ScriptedQuestions questions;
    MainWindow window{theme, workspace, actions, questions};
    Script script{workspace, actions, clock.now()};

    explicit Stage(const QString &language = QStringLiteral("en")) : translation(language) { }

    bool show()
    {
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }
    /// Online, with three chats in the queue and three of one's own.
    bool showBusyDesk()
    {
        script.goOnline();
        script.playQueue();
        script.playMine();
        return show();
    }
    template <class T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }
    template <class T>
    T *find() const
    {
        return window.findChild<T *>();
    }
    void click(QWidget *widget) const { QTest::mouseClick(widget, Qt::LeftButton); }
    /// By whoever has the keyboard now.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
    }
    /// The dialog that is open, with the keyboard in it; null if there is none.
    template <class Dialog>
    Dialog *shown() const
    {
        auto *dialog = find<Dialog>();
        return dialog && dialog->isVisible() && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    /// Whose chat is open.
    QString openVisitor()
    {
        const api::Chat *chat = workspace.chat(window.desk().chatId());
        return chat ? chat->visitorName : QString();
    }
    bool called(const QString &call) const { return actions.calls.contains(call); }
};

} // namespace deskbell::console
