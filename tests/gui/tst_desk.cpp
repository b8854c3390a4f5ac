#include "console/models/threadmodel.h"
#include "console/views/chatlistview.h"
#include "console/views/composerview.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace deskbell;
using namespace deskbell::console;

/// An operator at the desk, by keyboard and mouse.
class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        list = stage->find<ChatListView>();
        edit = stage->find<MessageEdit>();
        thread = stage->find<ThreadView>();
    }

    void startsInTheList() { QVERIFY(list->hasFocus()); }

    void claimsWithEnter()
    {
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(stage->window.desk().chatId(), stage->script.order);
        QVERIFY(!stage->called(QStringLiteral("claim")));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("claim")));
        QCOMPARE(stage->find<QLabel>("scopeLabel")->text(), QStringLiteral("Mine"));
        QVERIFY(edit->hasFocus());
    }

    void opensWithEnterBeforeItClaims()
    {
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(stage->window.desk().chatId(), stage->script.order);
        QVERIFY(!stage->called(QStringLiteral("claim")));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("claim")));
    }

    void standsOnARowWithoutOpeningIt()
    {
        openBooking();
        stage->window.desk().showScope(ListScope::Queue);
        QTest::keyClick(&stage->window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(list->currentIndex().isValid());
        QVERIFY(!list->selectionModel()->hasSelection());
        QCOMPARE(stage->window.desk().chatId(), stage->script.booking);
    }

    void claimsWithTheButton()
    {
        open(0);
        auto *claim = stage->find<QPushButton>("claimButton");
        QVERIFY(claim->isVisible());
        QVERIFY(!edit->isVisible());
        stage->click(claim);
        QCOMPARE(stage->actions.calls.count(QStringLiteral("claim")), 1);
        QVERIFY(!claim->isVisible());
        QVERIFY(edit->isVisible());
    }

    void claimsOnlyOnceWhileItIsUnderWay()
    {
        stage->actions.slow = true;
        open(0);
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClick(list, Qt::Key_Return);
        stage->click(stage->find<QPushButton>("claimButton"));
        QCOMPARE(stage->actions.calls.count(QStringLiteral("claim")), 1);
        QVERIFY(!stage->find<QPushButton>("claimButton")->isEnabled());
        stage->actions.held();
        QVERIFY(edit->isVisible());
    }

    void saysWhoWasQuicker()
    {
        stage->actions.refusal = Error{ErrorCode::ChatAlreadyClaimed, QStringLiteral("Bruno has this chat.")};
        open(0);
        stage->click(stage->find<QPushButton>("claimButton"));
        QVERIFY(stage->find<QWidget>("noticeBar")->isVisible());
        QCOMPARE(stage->find<QLabel>("noticeLabel")->text(), QStringLiteral("Bruno has this chat."));
        QVERIFY(stage->find<QPushButton>("claimButton")->isEnabled());
        stage->script.loseOrder();
        QVERIFY(stage->find<QLabel>("readOnlyLabel")->text().startsWith(QStringLiteral("Bruno Costa")));
        QVERIFY(stage->find<QLabel>("readOnlyLabel")->isVisible());
    }

    void sendsWithEnterAndBreaksLinesWithShift()
    {
        openBooking();
        QTest::keyClicks(edit, QStringLiteral("One"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(edit, QStringLiteral("Two"));
        QVERIFY(stage->called(QStringLiteral("typing")));
        QCOMPARE(edit->toPlainText(), QStringLiteral("One\nTwo"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send One\nTwo")));
        QVERIFY(stage->called(QStringLiteral("notTyping")));
        QVERIFY(edit->toPlainText().isEmpty());
        QVERIFY(edit->hasFocus());
    }

    void sendsWithTheButtonAndKeepsTheCursor()
    {
        openBooking();
        auto *send = stage->find<QPushButton>("sendButton");
        QVERIFY(!send->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("  "));
        QVERIFY(!send->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("Hi"));
        stage->click(send);
        QVERIFY(stage->called(QStringLiteral("send   Hi")));
        QVERIFY(edit->hasFocus());
    }

    void refusesWhatTheServerWouldNotTake()
    {
        openBooking();
        edit->setPlainText(QString(4'000, QLatin1Char('x')));
        QVERIFY(stage->find<QPushButton>("sendButton")->isEnabled());
        QTest::keyClicks(edit, QStringLiteral("yz"));
        QVERIFY(!stage->find<QPushButton>("sendButton")->isEnabled());
        const auto calls = stage->actions.calls.size();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(stage->actions.calls.size(), calls);
        QCOMPARE(edit->toPlainText().size(), 4'002);
    }

    void keepsDrafts()
    {
        openBooking();
        QTest::keyClicks(edit, QStringLiteral("For Priya"));
        stage->window.desk().openChat(stage->script.invoice);
        QVERIFY(edit->toPlainText().isEmpty());
        QTest::keyClicks(edit, QStringLiteral("For Tom"));
        stage->window.desk().openChat(stage->script.booking);
        QCOMPARE(edit->toPlainText(), QStringLiteral("For Priya"));
        stage->window.desk().openChat(stage->script.invoice);
        QCOMPARE(edit->toPlainText(), QStringLiteral("For Tom"));
    }

    void closesAfterAskingWhy()
    {
        openBooking();
        stage->click(stage->find<QPushButton>("endChatButton"));
        QCOMPARE(stage->questions.asked, QStringList{QStringLiteral("end Priya Raman")});
        QVERIFY(!stage->called(QStringLiteral("endChat resolved")));
        stage->questions.endReason(QStringLiteral("resolved"));
        QVERIFY(stage->called(QStringLiteral("endChat resolved")));
        QVERIFY(stage->find<QLabel>("readOnlyLabel")->text().endsWith(QStringLiteral("Resolved")));
        QVERIFY(!edit->isVisible());
    }

    void closesByShortcut()
    {
        openBooking();
        QTest::keyClick(&stage->window, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(stage->questions.asked.size(), 1);
        stage->actions.refusal = Error{ErrorCode::Forbidden, QStringLiteral("Not yours.")};
        stage->questions.endReason({});
        QVERIFY(stage->called(QStringLiteral("endChat -")));
        QCOMPARE(stage->find<QLabel>("noticeLabel")->text(), QStringLiteral("Not yours."));
        QVERIFY(edit->isVisible());
    }

    void sendsAFailedMessageAgainOrDiscardsIt()
    {
        openBooking();
        stage->actions.send(stage->script.booking, QStringLiteral("Hello"));
        const QString id = QStringLiteral("c-%1").arg(stage->actions.calls.size());
        const QModelIndex last = thread->model()->index(thread->model()->rowCount() - 1, 0);
        const auto clickFoot = [&] {
            const QRect row = thread->visualRect(last);
            QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, row.bottomRight() - QPoint(60, 10));
        };
        clickFoot();
        QVERIFY(!stage->called(QStringLiteral("sendAgain")));
        stage->workspace.setDelivery(stage->script.booking, id, Delivery::Failed, QStringLiteral("Too long"));
        clickFoot();
        QVERIFY(stage->called(QStringLiteral("sendAgain")));
        stage->workspace.setDelivery(stage->script.booking, id, Delivery::Failed, QStringLiteral("Too long"));
        thread->setFocus();
        QTest::keyClick(thread, Qt::Key_End);
        QTest::keyClick(thread, Qt::Key_Return);
        QCOMPARE(stage->actions.calls.count(QStringLiteral("sendAgain")), 2);
        stage->workspace.setDelivery(stage->script.booking, id, Delivery::Failed, QStringLiteral("Too long"));
        QTest::keyClick(thread, Qt::Key_Delete);
        QVERIFY(stage->called(QStringLiteral("discard")));
    }

    void staysAtTheEndUnlessOneReadsAbove()
    {
        openBooking();
        stage->window.resize(1'280, 500);
        QCoreApplication::processEvents();
        QScrollBar *bar = thread->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        const int before = bar->maximum();
        stage->actions.send(stage->script.booking, QStringLiteral("One"));
        QVERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(20);
        const int reading = bar->value(); // what comes into sight for the first time is measured, and may move it
        QVERIFY(reading < bar->maximum());
        stage->actions.send(stage->script.booking, QStringLiteral("Two"));
        QCOMPARE(bar->value(), reading);
        bar->setValue(0);
        QVERIFY(stage->called(QStringLiteral("loadEarlier")));
    }

    void goesAboutByShortcut()
    {
        const auto scope = [this] { return stage->find<QLabel>("scopeLabel")->text(); };
        QTest::keyClick(&stage->window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(scope(), QStringLiteral("Mine"));
        QTest::keyClick(&stage->window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(scope(), QStringLiteral("Team"));
        QTest::keyClick(&stage->window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(scope(), QStringLiteral("Ended"));
        QTest::keyClick(&stage->window, Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(scope(), QStringLiteral("All chats"));
        QTest::keyClick(&stage->window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(scope(), QStringLiteral("Queue"));
        QTest::keyClick(&stage->window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(stage->find<QLineEdit>("searchEdit")->hasFocus());
        QTest::keyClicks(stage->find<QLineEdit>("searchEdit"), QStringLiteral("jonas"));
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(&stage->window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(list->hasFocus());
    }

    void marksReadWhatIsOpen()
    {
        QCOMPARE(stage->workspace.unread(stage->script.invoice), 1);
        stage->window.desk().openChat(stage->script.invoice);
        QCOMPARE(stage->workspace.unread(stage->script.invoice), 0);
    }

    void takesTurnsWhereThereIsLittleRoom()
    {
        openBooking();
        QVERIFY(stage->find<QWidget>("detailsView")->isVisible());
        stage->window.resize(960, 700);
        QVERIFY(!stage->find<QWidget>("detailsView")->isVisible());
        QVERIFY(list->isVisible());
        stage->window.resize(560, 700);
        QVERIFY(!list->isVisible());
        QVERIFY(edit->isVisible());
        stage->click(stage->find<QWidget>("backButton"));
        QVERIFY(list->isVisible());
        QVERIFY(!edit->isVisible());
    }

    void leavesTheLineToTheTextWhereItIsNarrow()
    {
        openBooking();
        const auto *composer = stage->find<QWidget>("composerView");
        const auto isBeside = [&](const char *button) {
            const auto *each = stage->find<QWidget>(button);
            return each->mapTo(composer, QPoint()).y() < edit->geometry().bottom();
        };
        stage->window.resize(1280, 700);
        QVERIFY(isBeside("attachButton") && isBeside("sendButton"));
        stage->window.resize(400, 700);
        QTRY_VERIFY(!isBeside("attachButton") && !isBeside("sendButton"));
        QVERIFY(edit->width() > composer->width() * 9 / 10);
        stage->window.resize(960, 700);
        QTRY_VERIFY(isBeside("attachButton") && isBeside("sendButton"));
    }

    void showsTheDetailsWhereThereIsLittleRoom()
    {
        openBooking();
        auto *details = stage->find<QWidget>("detailsView");
        stage->window.resize(960, 700);
        QVERIFY(stage->find<QWidget>("detailsButton")->isVisible());
        stage->click(stage->find<QWidget>("detailsButton"));
        QVERIFY(details->isVisible() && edit->isVisible() && !list->isVisible());
        QTest::keyClick(&stage->window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!details->isVisible() && list->isVisible());
        stage->window.resize(560, 700);
        edit->setFocus();
        QTest::keyClick(&stage->window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(details->isVisible() && !edit->isVisible() && !list->isVisible());
        QVERIFY(details->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!details->isVisible());
        QVERIFY(edit->hasFocus());
        QTest::keyClick(&stage->window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage->find<QWidget>("tagEdit")->hasFocus());
        stage->click(stage->find<QWidget>("backToChatButton"));
        QVERIFY(!details->isVisible() && edit->isVisible());
    }

    void asksBeforeSigningOutWithUnsentMessages()
    {
        Q_EMIT stage->window.desk().signOutRequested();
        QVERIFY(stage->called(QStringLiteral("signOut")));
        QVERIFY(stage->questions.asked.isEmpty());
        stage->actions.calls.clear();
        stage->actions.send(stage->script.booking, QStringLiteral("Hello"));
        Q_EMIT stage->window.desk().signOutRequested();
        QCOMPARE(stage->questions.asked, QStringList{QStringLiteral("signOut 1")});
        QVERIFY(!stage->called(QStringLiteral("signOut")));
        stage->questions.signOut();
        QVERIFY(stage->called(QStringLiteral("signOut")));
    }

private:
    /// A click on a row of the list.
    void open(int row)
    {
        const QRect rect = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, rect.center());
    }
    void openBooking()
    {
        stage->window.desk().showScope(ListScope::Mine);
        stage->window.desk().openChat(stage->script.booking);
        edit->setFocus();
    }

    std::unique_ptr<Stage> stage;
    ChatListView *list = nullptr;
    MessageEdit *edit = nullptr;
    ThreadView *thread = nullptr;
};

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
