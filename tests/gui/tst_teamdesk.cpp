#include "console/dialogs/dialogquestions.h"
#include "console/models/chatlistmodel.h"
#include "console/views/actiontable.h"
#include "console/views/chatlistview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace deskbell;
using namespace deskbell::console;

/// What an operator sees of colleagues and their chats, and what they give them without asking.
class TeamDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        stage->script.playOffice();
        stage->window.desk().openChat(stage->script.booking);
    }

    void findsChatsOfColleagues()
    {
        auto *list = stage->find<ChatListView>();
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(list->model()->rowCount(), 0);
        stage->script.loseOrder();
        QCOMPARE(list->model()->rowCount(), 1);
        press(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(list->model()->rowCount(), stage->workspace.chatCount());
        stage->script.offerInvoice(); // what is offered is among one's own too, with a number beside it
        press(Qt::Key_2, Qt::ControlModifier);
        const QModelIndex offered = list->model()->index(0, 0);
        QVERIFY(offered.data(ChatListModel::OfferedRole).toBool());
        QVERIFY(offered.data(ChatListModel::UnreadRole).toInt() >= 1);
    }

    void assignsByKeyboard()
    {
        press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stage->questions.asked, QStringList(QStringLiteral("assign Priya Raman")));
        stage->questions.assign(OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f2")));
        QVERIFY(stage->called(QStringLiteral("chat.assign")));
        QVERIFY(!stage->workspace.isMine(booking()));
        QVERIFY(!action("assign")->isEnabled()); // it is not ours to give away any more
        api::Operator admin = stage->workspace.self();
        admin.role = api::OperatorRole::Admin;
        stage->workspace.setSelf(admin);
        QVERIFY(action("assign")->isEnabled());
    }

    void showsWhatTheVisitorWrites()
    {
        api::TypingChanged typing{
            stage->script.booking, {}, api::SenderType::Visitor, true, QStringLiteral("Could we come at fi")};
        stage->workspace.takeEvent(typing);
        auto *label = stage->find<QLabel>("typingLabel");
        QCOMPARE(label->text(), QStringLiteral("Priya Raman is writing: Could we come at fi"));
        typing.text = QStringLiteral("Could we come at five?");
        stage->workspace.takeEvent(typing);
        QCOMPARE(label->text(), QStringLiteral("Priya Raman is writing: Could we come at five?"));
        typing.text = QString(1'000, QLatin1Char('x')) + QStringLiteral("the end");
        stage->workspace.takeEvent(typing);
        QVERIFY(label->text().endsWith(QStringLiteral("the end")));
        QVERIFY(label->fontMetrics().horizontalAdvance(label->text()) <= label->width());
        typing.text.reset(); // a desk that does not allow it
        stage->workspace.takeEvent(typing);
        QCOMPARE(label->text(), QStringLiteral("Priya Raman is typing …"));
    }

    void asksWhoIsToHaveIt()
    {
        DialogQuestions dialogs(stage->theme);
        OperatorId chosen;
        dialogs.askAssign(&stage->window, stage->workspace, booking(), [&](const OperatorId &who) { chosen = who; });
        auto *places = stage->find<QListWidget>("transferListView");
        QVERIFY(places->count() > 0);
        for (int row = 0; row < places->count(); ++row)
            QVERIFY2(!places->item(row)->text().contains(QStringLiteral("queue")), "nobody is no colleague");
        places->setCurrentRow(0);
        stage->click(stage->find<QPushButton>("acceptButton"));
        QCOMPARE(places->item(0)->text().section(QStringLiteral(" ·"), 0, 0),
                 stage->workspace.office().operatorName(chosen));
    }

private:
    QAction *action(const char *name) const
    {
        return stage->window.findChild<ActionTable *>()->action(QString::fromLatin1(name));
    }
    const api::Chat &booking() const { return *stage->workspace.chat(stage->script.booking); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const { QTest::keyClick(&stage->window, key, modifiers); }

    std::unique_ptr<Stage> stage;
};

QTEST_MAIN(TeamDeskTest)
#include "tst_teamdesk.moc"
