#include "console/models/chatlistmodel.h"
#include "console/models/chatscopemodel.h"
#include "tests/gui/samples.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using namespace deskbell::console::samples;

/// The lists of chats: exact rows, the right order, never a reset.
class ChatModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<Desk>();
        desk->workspace.setSelf(anna());
    }

    void tellsExactRows()
    {
        const QSignalSpy inserted(&desk->chats, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&desk->chats, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(&desk->chats, &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(&desk->chats, &QAbstractItemModel::modelReset);
        desk->workspace.takeChat(waiting(1));
        desk->workspace.takeChat(waiting(2));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted.at(1).at(1).toInt(), 1);
        desk->workspace.takeChat(active(2));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        desk->workspace.takeSnapshot({active(2)});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void tellsWhoTypes()
    {
        desk->workspace.takeChat(waiting(1));
        const QSignalSpy changed(&desk->chats, &QAbstractItemModel::dataChanged);
        desk->workspace.takeEvent(api::TypingChanged{chatId(1), {}, api::SenderType::Visitor, true});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int>{ChatListModel::TypingRole});
        QVERIFY(desk->chats.index(0).data(ChatListModel::TypingRole).toBool());
    }

    void sortsTheQueueByWaitingTime()
    {
        for (const int number : {3, 1, 2})
            desk->workspace.takeChat(waiting(number));
        QCOMPARE(names(desk->queue), QStringLiteral("1 2 3"));
        desk->workspace.takeChat(active(1));
        QCOMPARE(names(desk->queue), QStringLiteral("2 3"));
        QCOMPARE(names(desk->mine), QStringLiteral("1"));
        desk->workspace.takeChat(ended(1));
        QCOMPARE(names(desk->mine), QString());
        QCOMPARE(names(desk->ended), QStringLiteral("1"));
    }

    void sortsOnesOwnByTheLatestMessage()
    {
        for (const int number : {1, 2, 3})
            desk->workspace.takeChat(active(number));
        desk->workspace.takeMessage(said(2, 5));
        QCOMPARE(names(desk->mine).section(QLatin1Char(' '), 0, 0), QStringLiteral("2"));
        desk->workspace.takeMessage(said(1, 9));
        QCOMPARE(names(desk->mine).section(QLatin1Char(' '), 0, 1), QStringLiteral("1 2"));
    }

    void keepsAColleaguesChatOut()
    {
        api::Chat chat = active(1);
        chat.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        desk->workspace.takeChat(chat);
        QCOMPARE(names(desk->mine), QString());
        QCOMPARE(names(desk->queue), QString());
    }

    void searchesNamesAndLastMessages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing") << QString() << QStringLiteral("1 2");
        QTest::newRow("name") << QStringLiteral("VISITOR 2") << QStringLiteral("2");
        QTest::newRow("message") << QStringLiteral("lamp") << QStringLiteral("1");
        QTest::newRow("neither") << QStringLiteral("chair") << QString();
        QTest::newRow("a word in each") << QStringLiteral("lamp visitor") << QStringLiteral("1");
        QTest::newRow("one word alone") << QStringLiteral("lamp chair") << QString();
        QTest::newRow("address") << QStringLiteral("second@mail") << QStringLiteral("2");
        QTest::newRow("tag") << QStringLiteral("RETURNS") << QStringLiteral("2");
        QTest::newRow("subject") << QStringLiteral("broken") << QStringLiteral("2");
    }
    void searchesNamesAndLastMessages()
    {
        QFETCH(QString, text);
        desk->workspace.takeChat(waiting(1));
        api::Chat second = waiting(2);
        second.visitorEmail = QStringLiteral("second@mail.example");
        second.tags = {QStringLiteral("late"), QStringLiteral("returns")};
        second.subject = QStringLiteral("A broken shade");
        desk->workspace.takeChat(second);
        desk->workspace.takeMessage(said(1, 2, QStringLiteral("Where is my lamp?")));
        desk->queue.setFilter({text});
        QTEST(names(desk->queue), "found");
    }

    /// Rows that come, go, change and are searched, in any order: always what sorting them all would give.
    void agreesWithAPlainSort_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 3, 4, 5})
            QTest::addRow("%d", seed) << seed;
    }
    void agreesWithAPlainSort()
    {
        QFETCH(int, seed);
        QRandomGenerator dice{quint32(seed)};
        const auto any = [&dice](int below) { return int(dice.bounded(below)); };
        for (int step = 0; step < 300; ++step) {
            const int number = any(40);
            switch (any(7)) {
            case 0:
                desk->workspace.takeChats({waiting(number), waiting(any(40)), waiting(any(40))});
                break;
            case 1:
                desk->workspace.takeChat(active(number));
                break;
            case 2:
                desk->workspace.takeChat(ended(number));
                break;
            case 3:
                desk->workspace.takeMessage(said(number, 2 + any(100), QStringLiteral("lamp %1").arg(any(3))));
                break;
            case 4:
                if (step % 10 == 0)
                    desk->workspace.takeSnapshot({waiting(any(40)), active(any(40))});
                break;
            case 6: { // a colleague takes it, or hands it to us
                api::Chat theirs = active(number);
                theirs.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
                theirs.version += 1 + any(2);
                desk->workspace.takeChat(theirs);
                break;
            }
            case 5:
                desk->setSearch(QStringList{QString(), QStringLiteral("lamp"), QStringLiteral("lamp 1")}.at(any(3)));
                break;
            }
            for (const ChatScopeModel *model : desk->scopes)
                QCOMPARE(names(*model), sorted(model->scope()));
        }
    }

    void findsAChat()
    {
        for (const int number : {3, 1, 2})
            desk->workspace.takeChat(waiting(number));
        desk->workspace.takeChat(active(4));
        QCOMPARE(desk->queue.indexOf(chatId(2)).row(), 1);
        QVERIFY(!desk->queue.indexOf(chatId(4)).isValid());
        QVERIFY(!desk->queue.indexOf(chatId(9)).isValid());
    }

    void speaksForThoseWhoDoNotSee()
    {
        desk->workspace.takeChat(waiting(1));
        desk->workspace.takeMessage(said(1, 2, QStringLiteral("Where is\nmy lamp?")));
        const QString spoken = desk->chats.index(0).data(Qt::AccessibleTextRole).toString();
        for (const auto *part : {"Visitor 1", "waiting", "1 unread", "Where is my lamp?"})
            QVERIFY2(spoken.contains(QLatin1String(part)), qPrintable(spoken));
    }

private:
    struct Desk
    {
        ManualClock clock;
        Workspace workspace{clock};
        ChatListModel chats{workspace};
        ChatScopeModel queue{&chats, ListScope::Queue};
        ChatScopeModel mine{&chats, ListScope::Mine};
        ChatScopeModel team{&chats, ListScope::Team};
        ChatScopeModel ended{&chats, ListScope::Ended};
        ChatScopeModel all{&chats, ListScope::All};
        const QList<ChatScopeModel *> scopes{&queue, &mine, &team, &ended, &all};
        QAbstractItemModelTester chatsTester{&chats, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester queueTester{&queue, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester mineTester{&mine, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester teamTester{&team, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester endedTester{&ended, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester allTester{&all, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QString search;

        void setSearch(const QString &text)
        {
            search = text;
            for (ChatScopeModel *model : scopes)
                model->setFilter({text});
        }
    };

    /// What a scope is to hold, worked out the plain way.
    QString sorted(ListScope scope) const
    {
        QList<api::Chat> chats;
        for (int row = 0; row < desk->workspace.chatCount(); ++row) {
            const api::Chat &each = desk->workspace.chatAt(row);
            const bool active = each.status == api::ChatStatus::Active;
            const bool belongs = scope == ListScope::Queue ? each.status == api::ChatStatus::Waiting
                : scope == ListScope::Mine                 ? active && desk->workspace.isMine(each)
                : scope == ListScope::Team                 ? active && !desk->workspace.isMine(each)
                : scope == ListScope::Ended                ? each.status == api::ChatStatus::Ended
                                                           : true;
            const QStringList words = desk->search.split(u' ', Qt::SkipEmptyParts);
            const auto has = [&](const QString &word) {
                return each.visitorName.contains(word, Qt::CaseInsensitive) || each.lastMessage->text.contains(word);
            };
            if (belongs && std::all_of(words.begin(), words.end(), has))
                chats.append(each);
        }
        std::sort(chats.begin(), chats.end(), [scope](const api::Chat &a, const api::Chat &b) {
            const qint64 left = momentOf(a).ms;
            const qint64 right = momentOf(b).ms;
            if (left == right)
                return a.id < b.id;
            return scope == ListScope::Queue ? left < right : left > right;
        });
        QStringList names;
        for (const api::Chat &each : chats)
            names << each.visitorName.section(QLatin1Char(' '), 1);
        return names.join(QLatin1Char(' '));
    }

    static QString names(const ChatScopeModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, 0).data().toString().section(QLatin1Char(' '), 1);
        return names.join(QLatin1Char(' '));
    }

    std::unique_ptr<Desk> desk;
};

QTEST_GUILESS_MAIN(ChatModelsTest)
#include "tst_chatmodels.moc"
