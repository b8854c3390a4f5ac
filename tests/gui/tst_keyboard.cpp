#include "console/dialogs/palettedialog.h"
#include "console/dialogs/shortcutsdialog.h"
#include "console/views/actiontable.h"
#include "console/views/announcer.h"
#include "console/views/chatlistview.h"
#include "console/views/composerview.h"
#include "console/views/loginview.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QToolButton>

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

using namespace deskbell;
using namespace deskbell::console;

namespace {

QStringList spokenAlerts;
QStringList spokenMarks;

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert)
        spokenAlerts.append(event->accessibleInterface()->text(QAccessible::Name));
    if (event->type() == QAccessible::Focus)
        spokenMarks.append(event->accessibleInterface()->text(QAccessible::Name));
}

} // namespace

/// Everything without a mouse: the table of actions, the sheet, the moves, the ring of the focus.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
    }
    void cleanup() { stage.reset(); }

    void sheetNamesEveryShortcut();
    void sheetComesByQuestionMarkButNotWhileOneWrites();
    void menuHasEveryAction();
    void noShortcutTwice();
    void takesTheNextChat();
    void walksTheList();
    void goesToWhatIsUnread();
    void goesRoundTheWindow();
    void escapeLeadsBackToTheList();
    void reachesEveryControlByTab();
    void showsTheFocusEverywhere();
    void disablesWhatCannotBeDone();
    void paletteTellsReadersOfTheMark();
    void readersHearEachNameOnce();
    void announcesWhatDidNotWork();
    void announcesWhatComes();

private:
    std::unique_ptr<Stage> stage;
};

void KeyboardTest::sheetNamesEveryShortcut()
{
    stage->press(Qt::Key_F1);
    auto *sheet = stage->shown<ShortcutsDialog>();
    QVERIFY(sheet);
    QStringList said;
    const auto labels = sheet->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said.append(label->accessibleName());
    const QList<QAction *> actions = stage->window.table().all();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QStringList keys; // all of them: the second one is often the one that people know
        for (const QKeySequence &each : action->shortcuts())
            keys.append(each.toString(QKeySequence::NativeText));
        QVERIFY2(said.contains(action->text() + QStringLiteral(": ") + keys.join(QStringLiteral(" or "))),
                 qPrintable(action->text()));
    }
    stage->press(Qt::Key_Escape);
    QTRY_VERIFY(!stage->window.findChild<ShortcutsDialog *>());
}

void KeyboardTest::sheetComesByQuestionMarkButNotWhileOneWrites()
{
    stage->window.desk().showScope(ListScope::Mine);
    stage->window.desk().openChat(stage->script.booking);
    stage->window.desk().focusReply();
    QTest::keyClick(QGuiApplication::focusWindow(), '?');
    QCOMPARE(stage->find<MessageEdit>()->toPlainText(), QStringLiteral("?"));
    QVERIFY(!stage->window.findChild<ShortcutsDialog *>());
    stage->window.desk().focusStart();
    QTest::keyClick(QGuiApplication::focusWindow(), '?');
    QVERIFY(stage->shown<ShortcutsDialog>());
}

void KeyboardTest::menuHasEveryAction()
{
    stage->press(Qt::Key_F10);
    auto *menu = stage->find<QMenu>("mainMenu");
    QVERIFY(menu && menu->isVisible());
    QList<QAction *> inMenu = menu->actions();
    const auto menus = menu->findChildren<QMenu *>();
    for (const QMenu *each : menus)
        inMenu.append(each->actions());
    const QList<QAction *> actions = stage->window.table().all();
    for (QAction *action : actions) // but the one that opened it
        QVERIFY2(inMenu.contains(action) != (action->objectName() == QStringLiteral("menuAction")),
                 qPrintable(action->objectName()));
    menu->close();
}

void KeyboardTest::noShortcutTwice()
{
    QHash<QString, QString> owners;
    const QList<QAction *> actions = stage->window.table().all();
    for (const QAction *action : actions) {
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &each : keys) {
            QVERIFY2(!owners.contains(each.toString()), qPrintable(each.toString()));
            owners.insert(each.toString(), action->objectName());
        }
    }
    QVERIFY(owners.size() > 15);
}

void KeyboardTest::takesTheNextChat()
{
    stage->press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(stage->called(QStringLiteral("claim")));
    QCOMPARE(stage->window.desk().chatId(), stage->script.order); // she waits longest
    QVERIFY(stage->find<MessageEdit>()->hasFocus());
}

void KeyboardTest::walksTheList()
{
    const auto *list = stage->find<ChatListView>();
    const auto name = [list](int row) { return list->model()->index(row, 0).data().toString(); };
    stage->press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(stage->openVisitor(), name(0));
    stage->press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(stage->openVisitor(), name(1));
    stage->press(Qt::Key_Up, Qt::AltModifier);
    stage->press(Qt::Key_Up, Qt::AltModifier); // there is none above the first
    QCOMPARE(stage->openVisitor(), name(0));
    stage->window.desk().openChat({});
    stage->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(stage->openVisitor(), name(list->model()->rowCount() - 1));
}

void KeyboardTest::goesToWhatIsUnread()
{
    QVERIFY(stage->workspace.unread(stage->script.invoice) > 0);
    stage->press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(stage->window.desk().chatId(), stage->script.invoice);
    QCOMPARE(stage->find<QLabel>("scopeLabel")->text(), QStringLiteral("Mine"));
    QVERIFY(stage->find<MessageEdit>()->hasFocus());
}

void KeyboardTest::goesRoundTheWindow()
{
    stage->window.desk().showScope(ListScope::Mine);
    stage->window.desk().openChat(stage->script.booking);
    QVERIFY(stage->find<ChatListView>()->hasFocus());
    stage->press(Qt::Key_F6);
    QVERIFY(stage->find<MessageEdit>()->hasFocus());
    stage->press(Qt::Key_F6);
    QVERIFY(stage->find<QWidget>("detailsView")->isAncestorOf(QApplication::focusWidget()));
    stage->press(Qt::Key_F6);
    QVERIFY(stage->find<QWidget>("railView")->isAncestorOf(QApplication::focusWidget()));
    stage->press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(stage->find<QWidget>("detailsView")->isAncestorOf(QApplication::focusWidget()));
    stage->press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(stage->find<ThreadView>()->hasFocus());
    QVERIFY(stage->find<ThreadView>()->currentIndex().isValid());
    stage->press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(stage->find<MessageEdit>()->hasFocus());
}

void KeyboardTest::escapeLeadsBackToTheList()
{
    stage->window.resize(560, 700);
    stage->window.desk().showScope(ListScope::Mine);
    stage->window.desk().openChat(stage->script.booking);
    stage->window.desk().focusReply();
    stage->press(Qt::Key_Escape);
    QVERIFY(stage->find<ChatListView>()->isVisible());
    QVERIFY(stage->find<ChatListView>()->hasFocus());
}

void KeyboardTest::reachesEveryControlByTab()
{
    stage->window.desk().showScope(ListScope::Mine);
    stage->window.desk().openChat(stage->script.booking);
    QTest::keyClicks(stage->find<MessageEdit>(), QStringLiteral("So that Send can be pressed"));
    QSet<QString> reached;
    QSet<QString> wanted;
    const auto all = stage->window.findChildren<QWidget *>();
    for (const QWidget *each : all) {
        const auto *button = qobject_cast<const QAbstractButton *>(each);
        const bool oneOfMany = button && button->autoExclusive(); // arrows lead from one to the other
        const bool inField = qobject_cast<const QLineEdit *>(each->parentWidget());
        const bool control = button || qobject_cast<const QLineEdit *>(each) || qobject_cast<const MessageEdit *>(each)
            || qobject_cast<const QAbstractItemView *>(each);
        if (control && !oneOfMany && !inField && each->isVisible() && each->isEnabled())
            wanted.insert(each->objectName());
    }
    for (int step = 0; step < 60; ++step) {
        reached.insert(QApplication::focusWidget()->objectName());
        stage->press(Qt::Key_Tab);
    }
    const QSet<QString> missing = wanted - reached;
    QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(QLatin1Char(' '))));
    QVERIFY(wanted.size() > 8);
}

void KeyboardTest::showsTheFocusEverywhere()
{
    stage->window.desk().showScope(ListScope::Mine);
    stage->window.desk().openChat(stage->script.booking);
    QSet<QString> seen;
    for (int step = 0; step < 60; ++step) {
        stage->press(Qt::Key_Tab);
        QPointer<QWidget> widget = QApplication::focusWidget();
        if (seen.contains(widget->objectName()))
            continue;
        seen.insert(widget->objectName());
        QWidget *ground = widget->parentWidget()->objectName() == QStringLiteral("composerView")
            ? widget->parentWidget()
            : widget.data(); // the composer carries the ring for its field
        const QImage with = ground->grab().toImage();
        widget->clearFocus();
        QVERIFY2(ground->grab().toImage() != with, qPrintable(widget->objectName()));
        widget->setFocus(Qt::TabFocusReason);
    }
    QVERIFY(seen.size() > 8);
}

void KeyboardTest::disablesWhatCannotBeDone()
{
    const auto enabled = [this](const char *name) {
        return stage->window.table().action(QString::fromLatin1(name))->isEnabled();
    };
    QVERIFY(!enabled("claim"));
    QVERIFY(!enabled("endChat"));
    stage->window.desk().openChat(stage->script.order);
    QVERIFY(enabled("claim"));
    stage->window.desk().openChat(stage->script.booking);
    QVERIFY(!enabled("claim"));
    QVERIFY(enabled("endChat"));
    QVERIFY(!enabled("tryNow"));
    stage->script.goOffline();
    QVERIFY(enabled("tryNow"));
    QVERIFY(!enabled("busy"));
}

void KeyboardTest::paletteTellsReadersOfTheMark()
{
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    Stage::press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = stage->shown<PaletteDialog>();
    QVERIFY(palette);
    spokenMarks.clear();
    const auto before = QAccessible::installUpdateHandler(hear);
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Down);
    QAccessible::installUpdateHandler(before);
    const auto *list = palette->findChild<QListView *>();
    QVERIFY2(spokenMarks.contains(list->currentIndex().data(Qt::AccessibleTextRole).toString()),
             qPrintable(spokenMarks.join(u'|')));
    Stage::press(Qt::Key_Escape);
}

void KeyboardTest::readersHearEachNameOnce()
{
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    stage->window.desk().openChat(stage->script.booking);
    auto *edit = stage->find<MessageEdit>();
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral(":par"));
    spokenMarks.clear();
    const auto before = QAccessible::installUpdateHandler(hear);
    QTest::keyClick(edit, Qt::Key_Down);
    QAccessible::installUpdateHandler(before);
    QCOMPARE(spokenMarks.size(), 1);
}

void KeyboardTest::announcesWhatDidNotWork()
{
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    spokenAlerts.clear();
    const auto before = QAccessible::installUpdateHandler(hear);
    stage->window.say(QStringLiteral("The file cannot be written."));
    stage->window.login().say(QStringLiteral("The password is wrong."));
    QAccessible::installUpdateHandler(before);
    stage->window.warn(QStringLiteral("The bell cannot be heard."));
    stage->window.warn(QStringLiteral("There is no key store."));
    const auto *notice = stage->find<QLabel>("programNoticeLabel");
    QCOMPARE(notice->text(), QStringLiteral("The bell cannot be heard.\nThere is no key store.")); // none is lost
    stage->click(stage->find<QToolButton>("programNoticeCloseButton"));
    QVERIFY(!notice->isVisible());
    QCOMPARE(spokenAlerts,
             (QStringList{QStringLiteral("The file cannot be written."), QStringLiteral("The password is wrong.")}));
}

void KeyboardTest::announcesWhatComes()
{
    spokenAlerts.clear();
    const auto before = QAccessible::installUpdateHandler(hear);
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
    stage->script.goOffline();
    stage->script.goOnline();
    api::Message message = stage->workspace.chat(stage->script.booking)->lastMessage.value_or(api::Message());
    message.seq = stage->workspace.chat(stage->script.booking)->lastSeq + 1;
    message.chatId = stage->script.booking;
    message.senderType = api::SenderType::Visitor;
    message.text = QStringLiteral("One more thing");
    stage->workspace.takeMessage(message);
    stage->script.offerInvoice();
    message.clientId = QStringLiteral("mine");
    message.senderType = api::SenderType::Operator;
    stage->workspace.addOutgoing(message, Delivery::Failed, QStringLiteral("It is too long."));
    QAccessible::installUpdateHandler(before);
    const QStringList expected{QStringLiteral("The connection is lost. You can go on writing."),
                               QStringLiteral("The connection is back."),
                               QStringLiteral("Priya Raman writes: One more thing"),
                               QStringLiteral("The chat with %1 is offered to you: The discount was never booked. You "
                                              "know how to correct an invoice.")
                                   .arg(stage->workspace.chat(stage->script.invoice)->visitorName),
                               QStringLiteral("Your message to Priya Raman was not sent. It is too long.")};
    QCOMPARE(spokenAlerts, expected);
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
