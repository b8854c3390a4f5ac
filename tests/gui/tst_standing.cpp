#include "console/models/chatlistmodel.h"
#include "console/views/chatlistview.h"
#include "console/views/composerview.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QPushButton>

using namespace deskbell;
using namespace deskbell::console;

/// What the desk says of how things stand with the server, and of what it cannot know.
class StandingTest : public QObject
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

    void saysWhenItIsOffline()
    {
        openBooking();
        QVERIFY(!stage->find<QWidget>("offlineBar")->isVisible());
        stage->script.goOffline();
        QVERIFY(stage->find<QWidget>("offlineBar")->isVisible());
        QTest::keyClicks(edit, QStringLiteral("Later"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->find<QLabel>("offlineLabel")->text().contains(QStringLiteral("1 message waits")));
        stage->click(stage->find<QPushButton>("tryNowButton"));
        QVERIFY(stage->called(QStringLiteral("tryNow")));
        stage->script.goOnline();
        QVERIFY(!stage->find<QWidget>("offlineBar")->isVisible());
    }

    void claimsToKnowNobodysPresenceWhileOffline()
    {
        openBooking();
        const QModelIndex row = list->model()->index(0, 0);
        const auto *standing = stage->find<QLabel>("standingLabel");
        QVERIFY(row.data(ChatListModel::OnlineRole).isValid());
        const QString before = standing->text();
        stage->script.goOffline();
        QVERIFY(!row.data(ChatListModel::OnlineRole).isValid());
        QVERIFY2(!standing->text().contains(QStringLiteral("nline")), qPrintable(standing->text()));
        const auto labels = stage->find<QWidget>("detailsView")->findChildren<QLabel *>();
        const bool claims = std::any_of(labels.begin(), labels.end(), [](const QLabel *each) {
            return each->text() == QStringLiteral("Online now")
                || each->text() == QStringLiteral("Not on the page now");
        });
        QVERIFY(!claims);
        stage->script.goOnline();
        QCOMPARE(standing->text(), before);
    }

    void saysWhyAConversationIsNotThere()
    {
        const ChatId id = stage->script.booking;
        const QList<api::Message> said = stage->actions.threads.take(id);
        stage->window.desk().openChat(id);
        const auto *state = stage->find<QWidget>("threadState");
        QVERIFY(!state->isVisible()); // it is on its way
        stage->workspace.thread(id)->setFailed(true);
        QVERIFY(state->isVisible());
        const auto *line = stage->find<QLabel>("threadStateLabel");
        QCOMPARE(line->text(), QStringLiteral("This conversation could not be loaded."));
        stage->script.goOffline();
        QVERIFY(line->text().startsWith(QStringLiteral("This conversation is not on this computer.")));
        QVERIFY(!stage->find<QPushButton>("threadAgainButton")->isVisible());
        stage->script.goOnline();
        stage->actions.threads.insert(id, said);
        stage->click(stage->find<QPushButton>("threadAgainButton"));
        QVERIFY(!state->isVisible());
        QCOMPARE(thread->model()->rowCount(), int(said.size()));
    }

private:
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

QTEST_MAIN(StandingTest)
#include "tst_standing.moc"
