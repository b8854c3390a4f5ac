#include "console/state/workspace.h"
#include "tests/gui/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using namespace deskbell::console::samples;

/// The local truth: newer states win, events count once, and each change is announced once.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        workspace = std::make_unique<Workspace>(clock);
        workspace->setSelf(anna());
        workspace->setConnection({ConnectionState::Phase::Online, clock.now(), false});
    }

    void ignoresAnOlderState()
    {
        workspace->takeChat(active(1));
        const QSignalSpy changed(workspace.get(), &Workspace::chatChanged);
        workspace->takeChat(waiting(1));
        QCOMPARE(workspace->chat(chatId(1))->status, api::ChatStatus::Active);
        QCOMPARE(changed.size(), 0);
        workspace->takeEvent(api::ChatHasEnded{{ended(1)}});
        QCOMPARE(workspace->chat(chatId(1))->status, api::ChatStatus::Ended);
        QCOMPARE(changed.size(), 1);
    }

    void keepsAMessageThatOvertookTheState()
    {
        workspace->takeChat(active(1));
        workspace->takeMessage(said(1, 2, QStringLiteral("newer")));
        workspace->takeChat(active(1));
        QCOMPARE(workspace->chat(chatId(1))->lastSeq, 2);
        QCOMPARE(workspace->chat(chatId(1))->lastMessage->text, QStringLiteral("newer"));
    }

    void dropsWhatTheSnapshotDoesNotHave()
    {
        for (const int number : {1, 2, 3})
            workspace->takeChat(waiting(number));
        workspace->takeChat(ended(4));
        const QSignalSpy removed(workspace.get(), &Workspace::chatRemoved);
        workspace->takeSnapshot({waiting(2), waiting(5)});
        QCOMPARE(removed.size(), 2);
        QVERIFY(!workspace->chat(chatId(1)));
        QVERIFY(!workspace->chat(chatId(3)));
        for (const int number : {2, 4, 5})
            QCOMPARE(workspace->chatAt(workspace->rowOf(chatId(number))).id, chatId(number));
    }

    void knowsVisitorsThatWereAskedFor()
    {
        Visitors &visitors = workspace->visitors();
        const api::Visitor one{visitorId(1), QStringLiteral("Vera"), {}, {}, true, {}, false, {}};
        workspace->takeEvent(api::VisitorUpdated{one});
        QVERIFY(!visitors.find(one.id)); // nobody has looked at them
        visitors.setState(one.id, VisitorState::Loading);
        const QSignalSpy changed(&visitors, &Visitors::changed);
        workspace->takeEvent(api::VisitorUpdated{one});
        workspace->takeEvent(api::VisitorUpdated{one});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(visitors.state(one.id), VisitorState::Known);
        visitors.setState(one.id, VisitorState::Failed);
        QCOMPARE(visitors.state(one.id), VisitorState::Known);
        workspace->clear();
        QCOMPARE(visitors.state(one.id), VisitorState::Unasked);
    }

    void tellsWhoAVisitorIs()
    {
        for (const int number : {1, 2})
            workspace->takeChat(waiting(number));
        api::Visitor one{
            visitorId(1), QStringLiteral("Vera"), QStringLiteral("v@mail.example"), {}, true, {}, false, {}};
        workspace->takeEvent(api::VisitorUpdated{one});
        QCOMPARE(workspace->chat(chatId(1))->visitorName, one.name);
        QCOMPARE(workspace->chat(chatId(1))->visitorEmail, one.email);
        QCOMPARE(workspace->chat(chatId(2))->visitorName, QStringLiteral("Visitor 2"));
    }

    void emptiesTheChatsOfAnErasedVisitor()
    {
        api::Chat chat = ended(1);
        chat.page = QStringLiteral("https://shop.example");
        chat.tags = {QStringLiteral("angry")};
        chat.rating = api::ChatRating{2, QStringLiteral("Vera is angry"), {}};
        chat.lastSeq = 2;
        chat.lastMessage = written(1, 2, QStringLiteral("c"));
        workspace->takeChat(chat);
        Thread *thread = workspace->thread(chatId(1));
        thread->takeLatest({said(1, 1), *chat.lastMessage}, false);
        thread->takeNotes(
            {{NoteId::generate(), chatId(1), anna().id, QStringLiteral("Anna"), QStringLiteral("!"), {}}});
        workspace->setDraft(chatId(1), {QStringLiteral("Dear Vera")});
        const QSignalSpy erased(workspace.get(), &Workspace::chatErased);
        api::Visitor nobody{visitorId(1), QStringLiteral("Erased visitor"), {}, {}, false, {}, false, {}};
        nobody.erasedAt = clock.now();
        for (int time = 0; time < 2; ++time)
            workspace->takeEvent(api::VisitorUpdated{nobody});
        QVERIFY(erased.size() >= 1);
        for (const Entry &each : thread->entries().all()) {
            QCOMPARE(each.message.text, QString());
            QVERIFY(each.message.deletedAt);
            QCOMPARE(each.message.change, each.message.seq); // as the server numbers them
        }
        QCOMPARE(thread->entries().first().message.senderName, nobody.name);
        QCOMPARE(thread->entries().last().message.senderName, QStringLiteral("Anna"));
        QVERIFY(thread->notes().isEmpty());
        QVERIFY(workspace->draft(chatId(1)).isEmpty());
        const api::Chat &now = *workspace->chat(chatId(1));
        QVERIFY(!now.page && now.tags.isEmpty() && !now.rating->comment);
        QCOMPARE(now.lastMessage->text, QString());
        QCOMPARE(now.rating->score, 2);
    }

    void countsUnreadMessagesOnce()
    {
        workspace->takeChat(active(1));
        const QSignalSpy wrote(workspace.get(), &Workspace::visitorWrote);
        workspace->takeMessage(said(1, 2));
        workspace->takeMessage(said(1, 2));
        workspace->takeMessage(written(1, 3, QStringLiteral("c1")));
        workspace->takeMessage(said(1, 4));
        QCOMPARE(workspace->unread(chatId(1)), 2);
        QCOMPARE(wrote.size(), 2);
        workspace->setOpenChat(chatId(1));
        QCOMPARE(workspace->unread(chatId(1)), 0);
        workspace->takeMessage(said(1, 5));
        QCOMPARE(workspace->unread(chatId(1)), 0);
        workspace->setOpenChat({}, chatId(1));
        workspace->takeMessage(said(1, 6));
        QCOMPARE(workspace->unread(chatId(1)), 1);
    }

    void whatComesWhileNobodyLooksIsUnread()
    {
        workspace->takeChat(active(1));
        workspace->setOpenChat(chatId(1));
        workspace->setWatched(false); // another window is in front
        workspace->takeMessage(said(1, 2));
        QCOMPARE(workspace->unread(chatId(1)), 1);
        workspace->setWatched(true);
        QCOMPARE(workspace->unread(chatId(1)), 0);
    }

    void countsNothingTwiceOfAChatThatBecomesOurs()
    {
        api::Chat chat = active(1);
        chat.operatorId = OperatorId::generate();
        workspace->takeChat(chat);
        const qint64 seen = chat.lastSeq;
        chat.operatorId = workspace->self().id;
        chat.lastSeq = seen + 4;
        chat.lastMessage = said(1, seen + 4);
        chat.operatorUnread = 4; // as the server has counted
        ++chat.version;
        workspace->takeChat(chat);
        QCOMPARE(workspace->unread(chatId(1)), 4);
        QVERIFY(workspace->uncounted().isEmpty());
        for (qint64 seq = seen + 1; seq <= seen + 4; ++seq)
            workspace->takeMessage(said(1, int(seq)));
        QCOMPARE(workspace->unread(chatId(1)), 4);
    }

    void letsThreadsOfLongAgoGo()
    {
        constexpr int opened = 60;
        for (int number = 1; number <= opened; ++number) {
            workspace->takeChat(active(number));
            workspace->thread(chatId(number))->takeLatest({said(number, 1)}, false);
            if (number == 1)
                workspace->addOutgoing(written(1, 0, QStringLiteral("c1")));
            workspace->setOpenChat(chatId(number), chatId(number - 1));
        }
        const auto keeps = [&](int number) { return workspace->existingThread(chatId(number)) != nullptr; };
        QVERIFY(keeps(1)); // something in it waits to be sent
        QVERIFY(!keeps(2) && !keeps(opened / 4));
        QVERIFY(keeps(opened) && keeps(opened - 10));
    }

    void asksForWhatIsMissing()
    {
        workspace->takeChat(active(1));
        workspace->thread(chatId(1))->takeLatest({said(1, 1)}, false);
        const QSignalSpy gaps(workspace.get(), &Workspace::gapFound);
        workspace->takeMessage(said(1, 2));
        QCOMPARE(gaps.size(), 0);
        workspace->takeMessage(said(1, 5));
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps.first().at(0).value<ChatId>(), chatId(1));
        QCOMPARE(gaps.first().at(1).toLongLong(), 2);
    }

    void countsWhatWaitsToBeSent_data()
    {
        QTest::addColumn<std::function<void(Workspace &)>>("then");
        QTest::addColumn<int>("left");
        const auto row = [](const char *name, std::function<void(Workspace &)> then, int left) {
            QTest::newRow(name) << then << left;
        };
        const QString c1 = QStringLiteral("c1");
        row(
            "nothing", [](Workspace &) {}, 2);
        row(
            "sent", [c1](Workspace &w) { w.takeMessage(written(1, 2, c1)); }, 1);
        row(
            "sent twice",
            [c1](Workspace &w) {
                w.takeMessage(written(1, 2, c1));
                w.takeMessage(written(1, 2, c1));
            },
            1);
        row(
            "in a page", [c1](Workspace &w) { w.thread(chatId(1))->takeLatest({written(1, 2, c1)}, false); }, 1);
        row(
            "failed", [c1](Workspace &w) { w.setDelivery(chatId(1), c1, Delivery::Failed); }, 1);
        row(
            "failed, then again",
            [c1](Workspace &w) {
                w.setDelivery(chatId(1), c1, Delivery::Failed);
                w.setDelivery(chatId(1), c1, Delivery::Waiting);
            },
            2);
        row(
            "discarded", [c1](Workspace &w) { w.removeOutgoing(chatId(1), c1); }, 1);
        row(
            "failed before it came here",
            [](Workspace &w) {
                w.addOutgoing(written(1, 0, QStringLiteral("c3")), Delivery::Failed, QStringLiteral("Too long"));
            },
            2);
        row(
            "signed out", [](Workspace &w) { w.clear(); }, 0);
    }
    void countsWhatWaitsToBeSent()
    {
        QFETCH(std::function<void(Workspace &)>, then);
        workspace->takeChat(active(1));
        workspace->thread(chatId(1))->takeLatest({said(1, 1)}, false);
        workspace->addOutgoing(written(1, 0, QStringLiteral("c1")));
        workspace->addOutgoing(written(1, 0, QStringLiteral("c2")));
        int announced = 2;
        connect(workspace.get(), &Workspace::outgoingCountChanged, this, [&](int count) { announced = count; });
        then(*workspace);
        QTEST(workspace->outgoingCount(), "left");
        QTEST(announced, "left");
    }

    void endsTyping_data()
    {
        QTest::addColumn<std::function<void(Workspace &)>>("by");
        const auto row = [](const char *name, std::function<void(Workspace &)> by) { QTest::newRow(name) << by; };
        row("stopping", [](Workspace &w) {
            w.takeEvent(api::TypingChanged{chatId(1), {}, api::SenderType::Visitor, false});
        });
        row("sending", [](Workspace &w) { w.takeMessage(said(1, 2)); });
        row("ending", [](Workspace &w) { w.takeChat(ended(1)); });
        row("leaving", [](Workspace &w) { w.takeEvent(api::PresenceChanged{{}, visitorId(1), {}, false, {}}); });
        row("losing the connection", [](Workspace &w) {
            w.setConnection({ConnectionState::Phase::Offline, {}, false});
        });
    }
    void endsTyping()
    {
        QFETCH(std::function<void(Workspace &)>, by);
        workspace->takeChat(active(1));
        workspace->takeEvent(api::TypingChanged{chatId(1), {}, api::SenderType::Visitor, true});
        QVERIFY(workspace->visitorTypes(chatId(1)));
        const QSignalSpy changed(workspace.get(), &Workspace::typingChanged);
        by(*workspace);
        QVERIFY(!workspace->visitorTypes(chatId(1)));
        QCOMPARE(changed.size(), 1);
    }

    void forgetsWhoStoppedTypingSilently()
    {
        workspace->takeChat(active(1));
        workspace->takeEvent(api::TypingChanged{chatId(1), {}, api::SenderType::Visitor, true});
        clock.advance(60'000);
        QTRY_VERIFY(!workspace->visitorTypes(chatId(1)));
    }

    void tellsWhereItStands()
    {
        workspace->takeChat(waiting(1));
        workspace->takeChat(active(2));
        workspace->takeChat(active(3));
        workspace->takeChat(ended(4));
        workspace->thread(chatId(3))->takeLatest({said(3, 1), said(3, 2)}, false);
        const auto positions = workspace->positions();
        QCOMPARE(positions.size(), 3);
        QHash<ChatId, qint64> seqs;
        for (const api::ChatPosition &each : positions)
            seqs.insert(each.chatId, each.seq);
        QCOMPARE(seqs, (QHash<ChatId, qint64>{{chatId(1), 1}, {chatId(2), 1}, {chatId(3), 2}}));
    }

    void tellsOfOnesOwnBeforeAllOthers()
    {
        constexpr int waitingBefore = 1'200; // more than the server answers at once
        QList<api::Chat> many;
        for (int number = 1; number <= waitingBefore; ++number)
            many.append(waiting(number));
        workspace->takeChats(many + QList{active(waitingBefore + 1)});
        const auto positions = workspace->positions();
        QVERIFY(positions.size() < 1'000);
        QCOMPARE(positions.first().chatId, chatId(waitingBefore + 1));
    }

    void hearsOfPresence()
    {
        workspace->takeChat(active(1));
        const QSignalSpy changed(workspace.get(), &Workspace::chatChanged);
        workspace->takeEvent(api::PresenceChanged{{}, visitorId(1), {}, false, {}});
        QVERIFY(!workspace->chat(chatId(1))->visitorOnline);
        workspace->takeEvent(api::PresenceChanged{{}, visitorId(2), {}, false, {}});
        QCOMPARE(changed.size(), 1);
        workspace->takeEvent(api::PresenceChanged{anna().id, {}, {}, true, api::OperatorStatus::Busy});
        QCOMPARE(workspace->self().status, api::OperatorStatus::Busy);
    }

    void forgetsEverythingForTheNextOperator()
    {
        workspace->takeChat(active(1));
        workspace->addOutgoing(written(1, 0, QStringLiteral("c1")));
        workspace->setListState(ListScope::Queue, ListState::Loaded);
        workspace->clear();
        QCOMPARE(workspace->chatCount(), 0);
        QVERIFY(!workspace->existingThread(chatId(1)));
        QVERIFY(workspace->self().id.isNull());
        QCOMPARE(workspace->listState(ListScope::Queue), ListState::Unasked);
    }

private:
    ManualClock clock;
    std::unique_ptr<Workspace> workspace;
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
