#include "console/models/messagehitmodel.h"
#include "console/models/threadmodel.h"
#include "console/views/chatlistpane.h"
#include "console/views/chatlistview.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace deskbell;
using namespace deskbell::console;

/// One field over everything: the chats of the list, and what was said anywhere.
class SearchFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        stage->script.playEnded();
        field = stage->find<QLineEdit>("searchEdit");
        list = stage->find<ChatListView>("chatListView");
        hits = stage->find<ChatListView>("messageHitsView");
        label = stage->find<QLabel>("hitsLabel");
        field->setFocus();
    }

    void asksOnceForAWord()
    {
        QTest::keyClicks(field, QStringLiteral("lamp"));
        QVERIFY(searches().isEmpty());
        QTRY_COMPARE(searches(), QStringList(QStringLiteral("search lamp")));
        answer(0, {hit(stage->script.order, 1)});
        QCOMPARE(hits->model()->rowCount(), 1);
        QVERIFY(hits->isVisible());
        QCOMPARE(hits->model()->index(0, 0).data(MessageHitModel::ExcerptRole).toString(),
                 QStringLiteral("My desk \u0002lamp\u0003 should"));
    }

    void anOlderAnswerNeverReplacesANewerOne()
    {
        ask(QStringLiteral("lam"));
        ask(QStringLiteral("lamp"));
        QCOMPARE(stage->actions.searches.size(), 2);
        answer(1, {hit(stage->script.order, 1)});
        answer(0, {hit(stage->script.order, 1), hit(stage->script.order, 2)});
        QCOMPARE(hits->model()->rowCount(), 1);
        field->clear();
        answer(1, {hit(stage->script.order, 1)}); // nobody asks any more
        QCOMPARE(hits->model()->rowCount(), 0);
        QVERIFY(!hits->isVisible());
    }

    void readsOnWhereThePageEnds()
    {
        QAbstractItemModelTester tester(hits->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        ask(QStringLiteral("lamp"));
        QList<api::SearchHit> many;
        for (int i = 0; i < 30; ++i)
            many.append(hit(stage->script.order, 1));
        answer(0, many, QStringLiteral("30"));
        qobject_cast<MessageHitModel *>(hits->model())->loadMore();
        QCOMPARE(searches().last(), QStringLiteral("search lamp from 30"));
        answer(1, {hit(stage->script.order, 2)});
        QCOMPARE(hits->model()->rowCount(), 31);
        qobject_cast<MessageHitModel *>(hits->model())->loadMore();
        QCOMPARE(searches().size(), 2); // there is no further page
    }

    void opensTheChatAtTheMessageByKeyboard()
    {
        ask(QStringLiteral("dentist"));
        answer(0, {hit(stage->script.booking, 1), hit(stage->script.booking, 2)});
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(hits->hasFocus()); // no chat of the queue says that
        QTest::keyClick(hits, Qt::Key_Down);
        QTest::keyClick(hits, Qt::Key_Return);
        QCOMPARE(stage->window.desk().chatId(), stage->script.booking);
        auto *thread = stage->find<ThreadView>();
        QVERIFY(thread->hasFocus());
        QCOMPARE(thread->currentIndex().data(ThreadModel::SeqRole).toLongLong(), 2);
        QVERIFY(thread->viewport()->rect().intersects(thread->visualRect(thread->currentIndex())));
    }

    void goesFromChatsToMessagesAndBack()
    {
        ask(QStringLiteral("maria"));
        answer(0, {hit(stage->script.booking, 1)});
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(hits->hasFocus());
        QTest::keyClick(hits, Qt::Key_Up);
        QVERIFY(list->hasFocus());
        QVERIFY(stage->window.desk().chatId().isNull()); // walking opens nothing here
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage->window.desk().chatId(), stage->script.order);
    }

    void bringsWhatIsNotHere()
    {
        const api::Chat away = *stage->workspace.chat(stage->script.ended);
        stage->workspace.takeSnapshot({}); // the queue and one's own go, an ended one stays
        api::Chat old = away;
        old.id = ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-c99999999999"));
        QList<api::Message> said = stage->actions.threads.value(away.id);
        for (api::Message &each : said)
            each.chatId = old.id;
        stage->actions.threads.insert(old.id, said);
        stage->actions.elsewhere.insert(old.id, old);
        ask(QStringLiteral("madeira"));
        answer(0, {hit(old.id, 1)});
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("bring 1")));
        QCOMPARE(stage->window.desk().chatId(), old.id);
        QCOMPARE(stage->find<ThreadView>()->currentIndex().data(ThreadModel::SeqRole).toLongLong(), 1);
    }

    void fetchesBackToAMessageOfLongAgo()
    {
        const QList<api::Message> whole = stage->actions.threads.value(stage->script.booking);
        stage->actions.threads[stage->script.booking] = whole.mid(4); // the latest page
        stage->window.desk().openChat(stage->script.booking);
        stage->actions.threads[stage->script.booking] = whole.mid(0, 4);
        stage->window.desk().openMessage(stage->script.booking, 1);
        QVERIFY(stage->called(QStringLiteral("bring 1")));
        auto *thread = stage->find<ThreadView>();
        QCOMPARE(thread->model()->rowCount(), int(whole.size()));
        QCOMPARE(thread->currentIndex().row(), 0);
    }

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<std::function<void()>>("happens");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("again");
        QTest::newRow("nobody said it") << std::function<void()>([this] { answer(0, QList<api::SearchHit>()); })
                                        << QStringLiteral("Nobody has said that.") << false;
        QTest::newRow("the server fails") << std::function<void()>([this] { refuse(0, Error(ErrorCode::Internal)); })
                                          << QStringLiteral("The server could not search just now.") << true;
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(std::function<void()>, happens);
        QFETCH(QString, said);
        QFETCH(bool, again);
        ask(QStringLiteral("zeppelin"));
        happens();
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), said);
        auto *retry = stage->find<QPushButton>("searchAgainButton");
        QCOMPARE(retry->isVisible(), again);
        if (again) {
            stage->click(retry);
            QCOMPARE(stage->actions.searches.size(), 2);
        }
    }

    void waitsForTheConnection()
    {
        stage->script.goOffline();
        field->setText(QStringLiteral("lamp"));
        QTRY_VERIFY(label->text().startsWith(QStringLiteral("What was said is searched when")));
        QVERIFY(searches().isEmpty());
        stage->script.goOnline();
        QCOMPARE(searches(), QStringList(QStringLiteral("search lamp")));
    }

    void escapeEndsTheSearchFirst()
    {
        ask(QStringLiteral("lamp"));
        QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QVERIFY(field->hasFocus());
        QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_Escape);
        QVERIFY(list->hasFocus());
    }

    void findsChatsOfEveryList()
    {
        const api::Chat ended = *stage->workspace.chat(stage->script.ended);
        const int all = list->model()->rowCount();
        field->setText(ended.visitorName.left(1)); // one letter searches this list
        QVERIFY(!namesInList().contains(ended.visitorName));
        field->setText(ended.visitorName);
        QCOMPARE(namesInList(), QStringList(ended.visitorName));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage->window.desk().chatId(), ended.id);
        field->clear();
        QCOMPARE(list->model()->rowCount(), all);
    }

    void asksTheServerForOtherChats()
    {
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        field->setText(QStringLiteral("ozgur"));
        QTRY_COMPARE(stage->actions.chatSearches.size(), 1);
        QCOMPARE(stage->actions.chatSearches.last().first.query, QStringLiteral("ozgur"));
        QCOMPARE(list->model()->rowCount(), 0);
        api::Chat old = *stage->workspace.chat(stage->script.ended);
        old.id = ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-c99999999999"));
        old.visitorName = QStringLiteral("Özgür"); // the server knows that it is the same
        stage->workspace.takeChat(old);
        stage->actions.chatSearches.last().second(api::ChatListAnswer{{old}, {}});
        QCOMPARE(namesInList(), QStringList(old.visitorName));
    }

    void narrowsTheList()
    {
        api::Chat urgent = *stage->workspace.chat(stage->script.order);
        urgent.priority = api::ChatPriority::Urgent;
        urgent.tags = {QStringLiteral("lamps & more")};
        ++urgent.version;
        stage->workspace.takeChat(urgent);
        const int all = list->model()->rowCount();
        stage->window.desk().openFilter();
        choose("Urgent");
        QCOMPARE(namesInList(), QStringList(urgent.visitorName));
        QTRY_COMPARE(stage->actions.chatSearches.size(), 1);
        QCOMPARE(stage->actions.chatSearches.last().first.priority, api::ChatPriority::Urgent);
        QCOMPARE(stage->actions.chatSearches.last().first.status, api::ChatStatus::Waiting);
        stage->window.desk().openFilter();
        choose("lamps && more");
        QTRY_COMPARE(chips(), 2);
        stage->window.desk().showScope(ListScope::Ended); // it stays narrowed
        QCOMPARE(list->model()->rowCount(), 0);
        stage->window.desk().showScope(ListScope::Queue);
        stage->window.desk().openFilter();
        choose("Show all");
        QCOMPARE(list->model()->rowCount(), all);
        QVERIFY(!stage->find<QWidget>("filterBar")->isVisible());
    }

    void takesACriterionAwayByKeyboard()
    {
        const int all = list->model()->rowCount();
        stage->window.desk().openFilter();
        choose("Low priority");
        QVERIFY(list->model()->rowCount() < all);
        auto *chip = stage->find<QPushButton>("filterChip");
        QCOMPARE(chip->accessibleName(), QStringLiteral("Narrowed to Low priority. Take away"));
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Space);
        QCOMPARE(list->model()->rowCount(), all);
        QVERIFY(stage->find<QToolButton>("filterButton")->hasFocus());
    }

    void speaksForThoseWhoDoNotSee()
    {
        ask(QStringLiteral("lamp"));
        answer(0, {hit(stage->script.order, 1)});
        const QString spoken = hits->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("Maria Keller, ")), qPrintable(spoken));
        QVERIFY2(spoken.endsWith(QStringLiteral("My desk lamp should")), qPrintable(spoken));
    }

private:
    api::SearchHit hit(const ChatId &chat, qint64 seq) const
    {
        api::SearchHit hit;
        hit.message = stage->actions.threads.value(chat).at(seq - 1);
        hit.highlight = QStringLiteral("My desk \u0002lamp\u0003 should");
        hit.visitorName = hit.message.senderName;
        return hit;
    }
    QStringList namesInList() const
    {
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        return names;
    }
    qsizetype chips() const
    {
        auto all = stage->window.findChildren<QPushButton *>(QStringLiteral("filterChip"));
        all.removeIf([](const QPushButton *chip) { return !chip->isVisible(); });
        return all.size();
    }
    /// What somebody does in the menu that is open.
    void choose(const char *text)
    {
        auto *menu = stage->find<QMenu>("filterMenu");
        QVERIFY(menu->isVisible());
        QList<QAction *> all = menu->actions();
        for (QAction *each : menu->actions())
            all += each->menu() ? each->menu()->actions() : QList<QAction *>();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [text](const QAction *each) { return each->text() == QLatin1String(text); });
        QVERIFY(found != all.end());
        (*found)->trigger();
        menu->close();
    }
    QStringList searches() const { return stage->actions.calls.filter(QStringLiteral("search")); }
    void ask(const QString &words)
    {
        const auto before = stage->actions.searches.size();
        field->setText(words);
        QTRY_COMPARE(stage->actions.searches.size(), before + 1);
    }
    void answer(int search, const QList<api::SearchHit> &found, const std::optional<QString> &next = {})
    {
        stage->actions.searches.at(search)(api::MessageSearchAnswer{found, next});
    }
    void refuse(int search, const Error &error) { stage->actions.searches.at(search)(error); }

    std::unique_ptr<Stage> stage;
    QLineEdit *field = nullptr;
    ChatListView *list = nullptr;
    ChatListView *hits = nullptr;
    QLabel *label = nullptr;
};

QTEST_MAIN(SearchFieldTest)
#include "tst_searchfield.moc"
