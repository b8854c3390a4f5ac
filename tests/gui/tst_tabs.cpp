#include "console/views/chattabbar.h"
#include "console/views/composerview.h"
#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "tests/gui/stage.h"

#include <QToolButton>

using namespace deskbell;
using namespace deskbell::console;

/// Several chats at hand: as tabs, and two of them side by side.
class TabsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        tabs = stage->find<ChatTabBar>();
        panes = &stage->window.desk().conversations();
    }

    void leavesNoTrailOfWhatIsOnlyLookedAt()
    {
        open(stage->script.order);
        QVERIFY(!tabs->isVisible()); // one needs no tabs
        open(waitingBehind(stage->script.order));
        QCOMPARE(tabs->count(), 1);
        open(stage->script.booking); // one's own: it takes the place, and stays
        QCOMPARE(names(), QStringList(QStringLiteral("Priya Raman")));
        open(stage->script.order);
        open(stage->script.invoice);
        QCOMPARE(names(), (QStringList{QStringLiteral("Priya Raman"), QStringLiteral("Tom Okafor")}));
        QVERIFY(tabs->isVisible());
    }

    void keepsWhatIsClaimed()
    {
        open(stage->script.order);
        stage->window.desk().claim();
        open(waitingBehind(stage->script.order));
        QCOMPARE(names().first(), QStringLiteral("Maria Keller"));
        QCOMPARE(tabs->count(), 2);
    }

    void goesFromTabToTab()
    {
        openAll();
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(panes->chatId(), stage->script.booking); // round about
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(panes->chatId(), stage->script.invoice);
        press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(panes->chatId(), stage->script.booking);
        QVERIFY(stage->find<MessageEdit>()->hasFocus());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QCOMPARE(panes->chatId(), stage->script.invoice);
    }

    void closesThem()
    {
        openAll();
        press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(names(), QStringList(QStringLiteral("Priya Raman")));
        QCOMPARE(panes->chatId(), stage->script.booking);
        press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(panes->chatId().isNull());
        openAll();
        QTest::mouseClick(tabs, Qt::MiddleButton, {}, tabs->tabRect(0).center());
        QCOMPARE(names(), QStringList(QStringLiteral("Tom Okafor")));
        QCOMPARE(panes->chatId(), stage->script.invoice); // the other one was only behind it
    }

    void keepsADraftInEach()
    {
        openAll();
        auto *edit = stage->find<MessageEdit>();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("The same number"));
        press(Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(edit->toPlainText().isEmpty());
        press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(edit->toPlainText(), QStringLiteral("The same number"));
    }

    void saysWhatIsUnread()
    {
        openAll();
        api::Message more = *stage->workspace.chat(stage->script.booking)->lastMessage;
        more.seq += 1;
        more.text = QStringLiteral("Hello?");
        stage->workspace.takeMessage(more);
        QCOMPARE(qobject_cast<TabEnd *>(tabs->tabButton(0, QTabBar::RightSide))->unread(), 1);
        QCOMPARE(tabs->accessibleTabName(0), QStringLiteral("Priya Raman, 1 unread"));
        open(stage->script.booking);
        QCOMPARE(qobject_cast<TabEnd *>(tabs->tabButton(0, QTabBar::RightSide))->unread(), 0);
    }

    void areMovedAndRemembered()
    {
        openAll();
        tabs->moveTab(0, 1);
        QCOMPARE(panes->openChats().all(), (QList<ChatId>{stage->script.invoice, stage->script.booking}));
        QCOMPARE(panes->chatId(), stage->script.invoice);
        Stage again;
        again.script.goOnline();
        again.script.playQueue();
        again.script.playMine();
        again.window.desk().conversations().openChats().restore(panes->openChats().all());
        QCOMPARE(again.find<ChatTabBar>()->tabText(0), QStringLiteral("Tom Okafor"));
    }

    void letsAnEndedChatGo()
    {
        openAll();
        end(stage->script.booking); // behind the one in front
        QCOMPARE(names(), QStringList(QStringLiteral("Tom Okafor")));
        end(stage->script.invoice); // in front: it stays until the next one comes
        QCOMPARE(panes->chatId(), stage->script.invoice);
        open(stage->script.order);
        QCOMPARE(names(), QStringList(QStringLiteral("Maria Keller")));
    }

    void showsTwoSideBySide()
    {
        stage->window.resize(1'500, 800);
        openAll();
        press(Qt::Key_Backslash, Qt::ControlModifier);
        QVERIFY(panes->isSplit());
        const auto views = sides();
        QCOMPARE(views.size(), 2);
        QCOMPARE(views.at(0)->chatId(), stage->script.invoice);
        QCOMPARE(views.at(1)->chatId(), stage->script.booking);
        QVERIFY(views.at(0)->isVisible() && views.at(1)->isVisible());
        QCOMPARE(panes->chatId(), stage->script.booking); // what was opened is at hand
        QCOMPARE(stage->workspace.openChats().size(), 2); // both are read
        press(Qt::Key_Bar, Qt::ControlModifier | Qt::ShiftModifier);
        open(stage->script.booking); // it stands there already
        QCOMPARE(panes->chatId(), stage->script.booking);
        QCOMPARE(views.at(0)->chatId(), stage->script.invoice);
        views.at(0)->focusFoot();
        QCOMPARE(panes->chatId(), stage->script.invoice); // where the keyboard is
        open(stage->script.order);
        QCOMPARE(views.at(0)->chatId(), stage->script.order);
        QCOMPARE(views.at(1)->chatId(), stage->script.booking);
    }

    void closesOneSide()
    {
        stage->window.resize(1'500, 800);
        openAll();
        panes->openBeside({});
        const auto views = sides();
        stage->click(views.at(0)->findChild<QToolButton *>(QStringLiteral("closeSideButton")));
        QVERIFY(!panes->isSplit());
        QCOMPARE(panes->chatId(), stage->script.booking);
        QVERIFY(views.at(0)->isVisible() && !views.at(1)->isVisible());
        QCOMPARE(tabs->count(), 2); // both are still open
        QCOMPARE(stage->workspace.openChats(), QSet<ChatId>{stage->script.booking});
    }

    void typesOnBothSides()
    {
        stage->window.resize(1'500, 800);
        openAll();
        panes->openBeside({});
        const auto edits = stage->window.findChildren<MessageEdit *>();
        QCOMPARE(edits.size(), 2);
        for (MessageEdit *edit : edits) {
            edit->setFocus();
            QTest::keyClicks(edit, QStringLiteral("One moment"));
            QTest::keyClick(edit, Qt::Key_Return);
        }
        QCOMPARE(stage->actions.calls.count(QStringLiteral("send One moment")), 2);
        QCOMPARE(stage->workspace.thread(stage->script.booking)->entries().last().message.text,
                 QStringLiteral("One moment"));
        QCOMPARE(stage->workspace.thread(stage->script.invoice)->entries().last().message.text,
                 QStringLiteral("One moment"));
    }

private:
    void open(const ChatId &id) { stage->window.desk().openChat(id); }
    void openAll()
    {
        open(stage->script.booking);
        open(stage->script.invoice);
    }
    /// From left to right.
    QList<ConversationView *> sides() const
    {
        auto views = stage->window.findChildren<ConversationView *>();
        std::sort(views.begin(), views.end(), [](const auto *a, const auto *b) { return a->x() < b->x(); });
        return views;
    }
    void end(const ChatId &id)
    {
        stage->actions.endChat(id, std::nullopt, [](const Result<Nothing> &) {});
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
    }
    ChatId waitingBehind(const ChatId &first) const
    {
        for (int row = 0; row < stage->workspace.chatCount(); ++row) {
            const api::Chat &chat = stage->workspace.chatAt(row);
            if (chat.status == api::ChatStatus::Waiting && chat.id != first)
                return chat.id;
        }
        return {};
    }
    QStringList names() const
    {
        QStringList names;
        for (int tab = 0; tab < tabs->count(); ++tab)
            names << tabs->tabText(tab);
        return names;
    }

    std::unique_ptr<Stage> stage;
    ChatTabBar *tabs = nullptr;
    ConversationPanes *panes = nullptr;
};

QTEST_MAIN(TabsTest)
#include "tst_tabs.moc"
