#include "console/dialogs/dialogquestions.h"
#include "console/models/threadmodel.h"
#include "console/views/actiontable.h"
#include "console/views/composerview.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace deskbell;
using namespace deskbell::console;

/// What an operator does with chats beside answering: hands them over, notes, sorts, mends what was said.
class WorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        stage->script.playOffice();
        edit = stage->find<MessageEdit>();
        thread = stage->find<ThreadView>();
        stage->window.desk().openChat(stage->script.booking);
    }

    void handsOverByKeyboard()
    {
        press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(stage->questions.asked, QStringList(QStringLiteral("transfer Priya Raman")));
        api::ChatTransfer transfer{stage->script.booking};
        transfer.operatorId = bruno();
        stage->questions.transfer(transfer);
        QVERIFY(stage->called(QStringLiteral("chat.transfer")));
        auto *panel = stage->find<QWidget>("offerPanel");
        QVERIFY(panel->isVisible());
        QVERIFY(stage->find<QLabel>("offerLabel")->text().startsWith(QStringLiteral("Offered to Bruno Costa")));
        QVERIFY(edit->isVisible()); // until somebody accepts, the visitor has somebody to talk to
        QVERIFY(!action("transfer")->isEnabled());
        stage->click(stage->find<QWidget>("declineButton"));
        QVERIFY(stage->called(QStringLiteral("chat.decline")));
        QVERIFY(!panel->isVisible());
    }

    void saysWhyAnOfferWasNotMade()
    {
        stage->actions.refusal = Error{ErrorCode::OperatorUnavailable, QStringLiteral("Bruno has gone.")};
        stage->click(stage->find<QWidget>("transferButton"));
        stage->questions.transfer(api::ChatTransfer{stage->script.booking, bruno()});
        QVERIFY(stage->find<QWidget>("noticeBar")->isVisible());
        QVERIFY(!stage->find<QWidget>("offerPanel")->isVisible());
    }

    void acceptsWithEnter()
    {
        stage->script.offerInvoice();
        stage->window.desk().showScope(ListScope::Mine);
        stage->window.desk().openChat(stage->script.invoice);
        auto *accept = stage->find<QPushButton>("acceptOfferButton");
        QVERIFY(accept->isVisible());
        QVERIFY(!edit->isVisible());
        QVERIFY(stage->find<QLabel>("offerNoteLabel")->text().startsWith(QStringLiteral("The discount")));
        stage->window.desk().focusReply();
        QTRY_VERIFY(accept->hasFocus());
        QTest::keyClick(accept, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("chat.accept")));
        QVERIFY(edit->hasFocus());
    }

    void declinesAnOffer()
    {
        stage->script.offerInvoice();
        stage->window.desk().openChat(stage->script.invoice);
        QVERIFY(action("decline")->isEnabled());
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage->called(QStringLiteral("chat.decline")));
        QVERIFY(!stage->find<QWidget>("offerPanel")->isVisible());
        QVERIFY(stage->find<QWidget>("readOnlyLabel")->isVisible());
    }

    void putsBackIntoTheQueue()
    {
        action("release")->trigger();
        QVERIFY(stage->called(QStringLiteral("chat.release")));
        QCOMPARE(stage->workspace.chat(stage->script.booking)->status, api::ChatStatus::Waiting);
        QVERIFY(stage->find<QWidget>("claimPanel")->isVisible());
    }

    void notesForColleagues()
    {
        QTest::keyClicks(edit, QStringLiteral("Dear"));
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(edit->hasFocus());
        QCOMPARE(edit->toPlainText(), QString());
        QCOMPARE(edit->accessibleName(), QStringLiteral("Note"));
        const int rows = thread->model()->rowCount();
        QTest::keyClicks(edit, QStringLiteral("Likes oak"));
        QCOMPARE(stage->workspace.draft(stage->script.booking).text, QStringLiteral("Dear"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("note.add")));
        QVERIFY(!stage->called(QStringLiteral("send Likes oak")));
        QCOMPARE(thread->model()->rowCount(), rows + 1);
        const QModelIndex note = thread->model()->index(rows, 0);
        QCOMPARE(Voice(note.data(ThreadModel::VoiceRole).toInt()), Voice::Note);
        QVERIFY(note.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Note. Anna Lindqvist")));
        QCOMPARE(edit->toPlainText(), QStringLiteral("Dear"));
    }

    void keepsANoteThatWasNotTaken()
    {
        stage->actions.refusal = Error{ErrorCode::Disconnected, QStringLiteral("There is no connection.")};
        stage->click(stage->find<QWidget>("noteButton"));
        QTest::keyClicks(edit, QStringLiteral("Likes oak"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->toPlainText(), QStringLiteral("Likes oak"));
        QVERIFY(stage->find<QWidget>("noticeBar")->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->accessibleName(), QStringLiteral("Reply"));
        QCOMPARE(edit->toPlainText(), QString());
        QVERIFY(edit->hasFocus()); // Escape left the note and not the chat
    }

    void notesInAChatOfOthers()
    {
        stage->script.loseOrder();
        stage->window.desk().openChat(stage->script.order);
        QVERIFY(!edit->isVisible());
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
    }

    void editsTheLastMessageWithUp()
    {
        edit->setFocus();
        const QModelIndex last = lastOwn();
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(edit->toPlainText(), last.data().toString());
        edit->setPlainText(QStringLiteral("Thursday at 17:00."));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("message.edit")));
        QCOMPARE(last.data().toString(), QStringLiteral("Thursday at 17:00."));
        QVERIFY(last.data(ThreadModel::EditedRole).toBool());
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("edited")));
        QCOMPARE(edit->toPlainText(), QString());
    }

    void editsAndDeletesFromTheConversation()
    {
        thread->setFocus();
        thread->setCurrentIndex(lastOwn());
        QTest::keyClick(thread, Qt::Key_F2);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Escape);
        thread->setFocus();
        QTest::keyClick(thread, Qt::Key_Delete);
        QCOMPARE(stage->questions.asked.size(), 1);
        stage->questions.deletion();
        QVERIFY(stage->called(QStringLiteral("message.delete")));
        QCOMPARE(thread->currentIndex().data().toString(), QStringLiteral("This message was deleted."));
        QTest::keyClick(thread, Qt::Key_F2); // what is gone is not edited
        QVERIFY(thread->hasFocus());
    }

    void leavesWordsOfOthersAlone()
    {
        thread->setFocus();
        thread->setCurrentIndex(thread->model()->index(0, 0));
        QCOMPARE(Voice(thread->currentIndex().data(ThreadModel::VoiceRole).toInt()), Voice::Visitor);
        QTest::keyClick(thread, Qt::Key_F2);
        QTest::keyClick(thread, Qt::Key_Delete);
        QVERIFY(thread->hasFocus());
        QVERIFY(stage->questions.asked.isEmpty());
    }

    void showsHowFarMessagesHaveCome()
    {
        const QModelIndex last = lastOwn();
        const qint64 seq = last.data(ThreadModel::SeqRole).toLongLong();
        const auto delivery = [&] { return Delivery(last.data(ThreadModel::DeliveryRole).toInt()); };
        QCOMPARE(delivery(), Delivery::Sent);
        api::MessageDelivered delivered;
        delivered.chatId = stage->script.booking;
        delivered.seq = seq;
        stage->workspace.takeEvent(delivered);
        QCOMPARE(delivery(), Delivery::Delivered);
        api::MessageRead read;
        read.chatId = stage->script.booking;
        read.seq = seq;
        stage->workspace.takeEvent(read);
        QCOMPARE(delivery(), Delivery::Read);
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("read")));
    }

    void tellsThatOneHasRead()
    {
        stage->window.desk().openChat(stage->script.invoice);
        QVERIFY(stage->called(QStringLiteral("markRead")));
    }

    void saysHowUrgentAChatIs()
    {
        stage->window.resize(1'280, 800);
        action("priorityUrgent")->trigger();
        QCOMPARE(booking().priority, api::ChatPriority::Urgent);
        QVERIFY(action("priorityUrgent")->isChecked());
        QCOMPARE(stage->find<QPushButton>("priorityButton")->text(), QStringLiteral("Urgent"));
    }

    void showsTheRating()
    {
        stage->window.resize(1'280, 800);
        auto *rating = stage->find<QLabel>("ratingLabel");
        QVERIFY(!rating->isVisible());
        stage->script.enrichBooking();
        QVERIFY(rating->isVisible());
        QCOMPARE(rating->accessibleName(), QStringLiteral("Rating: 4 of 5. Quick and friendly!"));
    }

    void takesCannedRepliesBehindASlash()
    {
        auto *popup = stage->find<QWidget>("cannedPopup");
        auto *canned = stage->find<QListWidget>("cannedListView");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("/"));
        QVERIFY(popup->isVisible());
        QCOMPARE(canned->count(), 4);
        QTest::keyClicks(edit, QStringLiteral("hel"));
        QVERIFY(canned->item(0)->text().startsWith(QStringLiteral("/hello")));
        const QString filled = QStringLiteral("Hello Priya Raman, I am Anna Lindqvist from Brightroom. What can I do?");
        QCOMPARE(stage->find<QLabel>("cannedPreviewLabel")->text(), filled);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!popup->isVisible());
        QCOMPARE(edit->toPlainText(), filled);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send ") + filled));
    }

    void goesAboutCannedReplies()
    {
        auto *popup = stage->find<QWidget>("cannedPopup");
        auto *canned = stage->find<QListWidget>("cannedListView");
        edit->setFocus();
        press(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(popup->isVisible());
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(canned->currentRow(), 3);
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(canned->currentRow(), 0);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(edit->hasFocus());
        edit->setPlainText(QStringLiteral("A moment: "));
        edit->moveCursor(QTextCursor::End);
        press(Qt::Key_Slash, Qt::ControlModifier); // where something is written it goes to the cursor
        QTest::keyClick(edit, Qt::Key_Up);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->toPlainText(), QStringLiteral("A moment: One moment please, I am looking that up."));
        edit->setPlainText(QStringLiteral("/nothing of ours"));
        QVERIFY(!popup->isVisible());
    }

    void asksToWhom()
    {
        DialogQuestions questions(stage->theme);
        std::optional<ChatChange> answer;
        questions.askTransfer(&stage->window, stage->workspace, booking(),
                              [&](const ChatChange &change) { answer = change; });
        auto *dialog = stage->find<QDialog>("transferDialog");
        auto *places = dialog->findChild<QListWidget *>(QStringLiteral("transferListView"));
        QCOMPARE(places->count(), 7); // four colleagues, two departments, the queue
        QVERIFY(places->item(0)->text().startsWith(QStringLiteral("Bruno Costa")));
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("transferNoteEdit"))
            ->setPlainText(QStringLiteral("Likes oak"));
        stage->click(dialog->findChild<QWidget *>(QStringLiteral("acceptButton")));
        QVERIFY(answer);
        const api::ChatTransfer *transfer = std::get_if<api::ChatTransfer>(&*answer);
        QVERIFY(transfer);
        QCOMPARE(transfer->operatorId, bruno());
        QCOMPARE(transfer->note, QStringLiteral("Likes oak"));
    }

private:
    QAction *action(const char *name) const
    {
        return stage->window.findChild<ActionTable *>()->action(QString::fromLatin1(name));
    }
    const api::Chat &booking() const { return *stage->workspace.chat(stage->script.booking); }
    static OperatorId bruno()
    {
        return OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f2"));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const { QTest::keyClick(&stage->window, key, modifiers); }
    QModelIndex lastOwn() const
    {
        for (int row = thread->model()->rowCount() - 1; row >= 0; --row) {
            const QModelIndex index = thread->model()->index(row, 0);
            if (Voice(index.data(ThreadModel::VoiceRole).toInt()) == Voice::Own)
                return index;
        }
        return {};
    }

    std::unique_ptr<Stage> stage;
    MessageEdit *edit = nullptr;
    ThreadView *thread = nullptr;
};

QTEST_MAIN(WorkTest)
#include "tst_work.moc"
