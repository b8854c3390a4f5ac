#include "console/models/threadmodel.h"
#include "console/views/actiontable.h"
#include "console/views/attachingcontroller.h"
#include "console/views/attachmenttray.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "console/views/messagelayout.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryFile>
#include <QToolButton>

using namespace deskbell;
using namespace deskbell::console;

constexpr int limitMs = 5'000;
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)

/// Answers to one message: how they are written, and how they are shown.
class ReplyingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        booking = stage->script.booking;
        stage->window.desk().openChat(booking);
        edit = stage->find<MessageEdit>();
        thread = stage->find<ThreadView>();
        strip = stage->find<QLabel>("composerModeLabel");
    }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void answersTheLastMessageOfTheVisitor()
    {
        QVERIFY(!strip->isVisible());
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("Yes, "));
        press(Qt::Key_R);
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->text(),
                 QStringLiteral("Replying to Priya Raman: One more thing: do you have the table in walnut there too?"));
        QCOMPARE(edit->accessibleDescription(), strip->text());
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("we do."));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send Yes, we do. to 9")));
        QVERIFY(!strip->isVisible());
        QCOMPARE(quoteOfRow(thread->model()->rowCount() - 1).seq, 9);
        QTest::keyClicks(edit, QStringLiteral("Bye"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send Bye"))); // the next one answers nothing
    }

    void answersTheVisitorThoughWeSpokeLast()
    {
        const Thread *known = stage->workspace.existingThread(booking);
        api::Message own = *known->message(4);
        own.id = MessageId::generate();
        own.seq = known->lastSeq() + 1;
        own.clientId.reset();
        stage->workspace.takeMessage(own);
        press(Qt::Key_R);
        QVERIFY2(strip->text().startsWith(QStringLiteral("Replying to Priya Raman: One more")),
                 qPrintable(strip->text()));
    }

    void answersTheMessageUnderTheKeyboard_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("says");
        QTest::newRow("the visitor's") << 0 << QStringLiteral("Replying to Priya Raman: Hi, I booked");
        QTest::newRow("one's own") << 3 << QStringLiteral("Replying to your own message: Hello Priya");
        QTest::newRow("of the desk") << 2 << QStringLiteral("Replying to Priya Raman: One more thing");
    }
    void answersTheMessageUnderTheKeyboard()
    {
        QFETCH(int, row);
        QFETCH(QString, says);
        thread->setFocus();
        thread->setCurrentIndex(thread->model()->index(row, 0));
        QVERIFY(action("answerMessage")->isEnabled());
        press(Qt::Key_R);
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().startsWith(says), qPrintable(strip->text()));
    }

    void answersByTheMenu()
    {
        QAction *reply = menuAction(4, QStringLiteral("Reply"));
        QVERIFY(reply);
        QCOMPARE(reply->shortcut(), QKeySequence(answerKey));
        reply->trigger();
        stage->find<QMenu>("messageMenu")->close();
        QVERIFY(strip->text().startsWith(QStringLiteral("Replying to your own message: I have 14:30")));
        QVERIFY(edit->hasFocus());
    }

    void isLeftByEscapeAndByTheCross()
    {
        auto *leave = stage->find<QToolButton>("leaveModeButton");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("Dear"));
        press(Qt::Key_R);
        QCOMPARE(leave->accessibleName(), QStringLiteral("Reply to no message in particular"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!strip->isVisible());
        QCOMPARE(edit->toPlainText(), QStringLiteral("Dear"));
        QVERIFY(edit->hasFocus()); // Escape left the answer and not the chat
        press(Qt::Key_R);
        stage->click(leave);
        QVERIFY(!strip->isVisible());
        QCOMPARE(edit->toPlainText(), QStringLiteral("Dear"));
    }

    void everyChatKeepsItsOwn()
    {
        press(Qt::Key_R);
        stage->window.desk().openChat(stage->script.invoice);
        QVERIFY(!strip->isVisible());
        stage->window.desk().openChat(booking);
        QVERIFY(strip->isVisible());
        press(Qt::Key_N); // a note meanwhile
        QVERIFY(strip->text().startsWith(QStringLiteral("Note")));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(strip->text().startsWith(QStringLiteral("Replying to Priya")));
        stage->window.desk().conversation().composing().editLast();
        press(Qt::Key_R); // from the other text back to the answer
        QVERIFY(strip->text().startsWith(QStringLiteral("Replying to Priya")));
        QCOMPARE(edit->toPlainText(), QString());
    }

    /// Which is on the disk.
    void theFilesBelongToTheDraftToo()
    {
        QTemporaryFile plan;
        QVERIFY(plan.open() && plan.write("bytes") == 5 && plan.flush());
        stage->window.desk().conversation().attaching().takePaths({plan.fileName()});
        press(Qt::Key_R);
        QCOMPARE(stage->workspace.draft(booking).files.size(), 1);
        QCOMPARE(stage->workspace.draft(booking).replyToSeq, std::optional<qint64>(9));
        stage->window.desk().openChat(stage->script.invoice);
        auto *tray = stage->find<AttachmentTray>();
        QVERIFY(tray->files().isEmpty());
        stage->window.desk().openChat(booking);
        QCOMPARE(tray->files().size(), 1);
        stage->click(tray->findChildren<QPushButton *>().last());
        QVERIFY(stage->workspace.draft(booking).files.isEmpty());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(stage->workspace.draft(booking).isEmpty());
    }

    void followsTheMessageThatItAnswers()
    {
        press(Qt::Key_R);
        change(9, [](api::Message &message) { message.text = QStringLiteral("In oak?"); });
        QCOMPARE(strip->text(), QStringLiteral("Replying to Priya Raman: In oak?"));
        change(9, [](api::Message &message) { message.deletedAt = message.createdAt; });
        QCOMPARE(strip->text(), QStringLiteral("Replying to Priya Raman: Message removed"));
    }

    void showsWhatIsAnswered()
    {
        hear(QStringLiteral("Those two"), 4);
        const QModelIndex row = last();
        const MessageLayout at = layOutMessage(row, 600, stage->theme);
        QVERIFY(at.bubble.contains(at.quote) && !at.quote.isEmpty());
        QVERIFY(at.quote.bottom() < at.textAt.y());
        QCOMPARE(quoteOfRow(row.row()).name, QStringLiteral("You"));
        QCOMPARE(
            row.data(Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), 2),
            QStringLiteral("in answer to an own message, “Hello Priya, no problem at all. Let me look at Thursday.”: "
                           "Those two"));
        const int height = thread->visualRect(row).height();
        change(4, [](api::Message &message) { message.text = QStringLiteral("Hm"); });
        QCOMPARE(quoteOfRow(row.row()).text, QStringLiteral("Hm"));
        QCOMPARE(thread->visualRect(row).height(), height);
        QVERIFY(layOutMessage(row, 600, stage->theme).bubble.width() < at.bubble.width());
    }

    void standsAtTheOtherSideWhereOneReadsFromTheRight()
    {
        hear(QStringLiteral("Those two"), 4);
        const MessageLayout left = layOutMessage(last(), 600, stage->theme);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const MessageLayout right = layOutMessage(last(), 600, stage->theme);
        QVERIFY(right.bubble.contains(right.quote));
        QCOMPARE(right.quote.right(), 599 - left.quote.left());
    }

    void goesToWhatIsAnswered_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"click", "enter", "shortcut", "menu"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void goesToWhatIsAnswered()
    {
        QFETCH(QString, way);
        hear(QStringLiteral("What you said first"), 1);
        thread->setFocus();
        thread->setCurrentIndex(last());
        if (way == QStringLiteral("click"))
            QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, quoteInView(last()).center());
        else if (way == QStringLiteral("enter"))
            QTest::keyClick(thread, Qt::Key_Return);
        else if (way == QStringLiteral("shortcut"))
            press(Qt::Key_M);
        else
            menuAction(last().row(), QStringLiteral("Go to the answered message"))->trigger();
        QCOMPARE(thread->currentIndex().row(), 0);
        QVERIFY(thread->viewport()->rect().intersects(thread->visualRect(thread->currentIndex())));
    }

    void asksForWhatIsNotHere()
    {
        beginWithTheLast(2);
        stage->workspace.setConnection({ConnectionState::Phase::Offline, {}, false});
        const QList<api::Message> all = std::exchange(stage->actions.threads[booking], {}); // nothing is found
        hear(QStringLiteral("That one"), 2);
        TRY_VERIFY(stage->called(QStringLiteral("fetch 2")));
        QVERIFY(!quoteOfRow(last().row()).known);
        QVERIFY(last()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("in answer to an earlier message: That one")));
        stage->actions.threads[booking] = all;
        stage->workspace.setConnection({ConnectionState::Phase::Online, {}, false});
        QCOMPARE(quoteOfRow(last().row()).text, QStringLiteral("Is there anything later that day?"));
        thread->setFocus();
        thread->setCurrentIndex(last());
        QTest::keyClick(thread, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("bring 2")));
        QCOMPARE(thread->currentIndex().data(ThreadModel::SeqRole).toLongLong(), 2);
    }

    /// What an earlier run left: a draft that answers a message of long ago.
    void theStripFindsWhatIsNotHere()
    {
        stage->workspace.setDraft(stage->script.order, {QStringLiteral("On"), {}, 1});
        api::Chat order = *stage->workspace.chat(stage->script.order);
        order.status = api::ChatStatus::Active;
        order.operatorId = stage->workspace.self().id;
        ++order.version;
        stage->workspace.takeChat(order);
        const QList<api::Message> all = stage->actions.threads.value(order.id);
        stage->workspace.thread(order.id)->takeLatest(all.mid(1), true);
        stage->window.desk().openChat(order.id);
        QCOMPARE(edit->toPlainText(), QStringLiteral("On"));
        QCOMPARE(strip->text(), QStringLiteral("Replying to %1: %2").arg(all.first().senderName, all.first().text));
    }

    void aNarrowFieldShortensItsHint()
    {
        QCOMPARE(edit->placeholderText(), QStringLiteral("Reply to Priya Raman …"));
        api::Chat named = *stage->workspace.chat(booking);
        named.visitorName = QStringLiteral("Priya Raman of the third workshop in the old yard behind the bridge");
        ++named.version;
        stage->workspace.takeChat(named);
        const QString whole = QStringLiteral("Reply to %1 …").arg(named.visitorName);
        stage->window.resize(1'100, 700);
        stage->window.desk().conversations().openBeside(stage->script.invoice);
        const auto fields = stage->window.findChildren<MessageEdit *>();
        QCOMPARE(fields.size(), 2);
        for (const MessageEdit *each : fields) {
            QVERIFY(each->placeholderText().endsWith(QStringLiteral("…")));
            TRY_VERIFY(each->fontMetrics().horizontalAdvance(each->placeholderText()) <= each->viewport()->width());
        }
        QVERIFY(edit->placeholderText().size() < whole.size());
    }

private:
    QAction *action(const char *name) const { return stage->find<QAction>((QByteArray(name) + "Action").constData()); }
    void press(Qt::Key key) const { QTest::keyClick(&stage->window, key, Qt::ControlModifier | Qt::ShiftModifier); }
    QModelIndex last() const { return thread->model()->index(thread->model()->rowCount() - 1, 0); }
    Quote quoteOfRow(int row) const
    {
        return thread->model()->index(row, 0).data(ThreadModel::QuoteRole).value<Quote>();
    }
    QRect quoteInView(const QModelIndex &row) const
    {
        const QRect whole = thread->visualRect(row);
        return layOutMessage(row, whole.width(), stage->theme).quote.translated(whole.topLeft());
    }
    QAction *menuAction(int row, const QString &text) const
    {
        thread->setCurrentIndex(thread->model()->index(row, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(thread->viewport(), &event);
        const auto actions = stage->find<QMenu>("messageMenu")->actions();
        const auto found =
            std::find_if(actions.begin(), actions.end(), [&](const QAction *each) { return each->text() == text; });
        return found == actions.end() ? nullptr : *found;
    }
    /// The visitor answers a message.
    void hear(const QString &text, qint64 replyToSeq)
    {
        const Thread *known = stage->workspace.existingThread(booking);
        api::Message message = *known->message(9);
        message.id = MessageId::generate();
        message.seq = known->lastSeq() + 1;
        message.text = text;
        message.replyToSeq = replyToSeq;
        message.createdAt.ms += 100'000;
        stage->workspace.takeMessage(message);
    }
    void change(qint64 seq, const std::function<void(api::Message &)> &how)
    {
        api::Message message = *stage->workspace.existingThread(booking)->message(seq);
        how(message);
        ++message.change;
        stage->workspace.takeChange(message);
    }
    /// As if no more of the conversation had been loaded.
    void beginWithTheLast(int count)
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        booking = stage->script.booking;
        const QList<api::Message> all = stage->actions.threads.value(booking);
        stage->workspace.thread(booking)->takeLatest(all.mid(all.size() - count), true);
        stage->window.desk().openChat(booking);
        edit = stage->find<MessageEdit>();
        thread = stage->find<ThreadView>();
        strip = stage->find<QLabel>("composerModeLabel");
    }

    std::unique_ptr<Stage> stage;
    ChatId booking;
    MessageEdit *edit = nullptr;
    ThreadView *thread = nullptr;
    QLabel *strip = nullptr;
};

QTEST_MAIN(ReplyingTest)
#include "tst_replying.moc"
