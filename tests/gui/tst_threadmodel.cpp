#include "console/models/threadmodel.h"
#include "tests/gui/samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using namespace deskbell::console::samples;

/// A conversation as rows: groups, days, voices, and what a change touches.
class ThreadModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<Desk>();
        desk->workspace.setSelf(anna());
        desk->workspace.takeChat(active(1));
        desk->thread()->takeLatest({said(1, 1), said(1, 2)}, false);
        desk->model.setThread(desk->thread());
    }

    void groupsBySenderAndMinute()
    {
        api::Message later = said(1, 4);
        later.createdAt.ms += 120'000;
        api::Message evenLater = said(1, 5);
        evenLater.createdAt.ms += 180'000;
        desk->thread()->take(written(1, 3, QStringLiteral("c1")));
        desk->thread()->take(later);
        desk->thread()->take(evenLater);
        QCOMPARE(flags(ThreadModel::GroupStartRole), QList<bool>({true, false, true, true, true}));
        QCOMPARE(flags(ThreadModel::GroupEndRole), QList<bool>({false, true, true, true, true}));
    }

    void headsEachDay()
    {
        api::Message next = said(1, 3);
        next.createdAt.ms += 86'400'000;
        desk->thread()->take(next);
        QVERIFY(!desk->at(0, ThreadModel::DayRole).toString().isEmpty());
        QVERIFY(desk->at(1, ThreadModel::DayRole).toString().isEmpty());
        QVERIFY(!desk->at(2, ThreadModel::DayRole).toString().isEmpty());
    }

    void knowsWhoseLineItIs()
    {
        api::Message colleague = written(1, 4, QStringLiteral("c2"));
        colleague.senderId = QStringLiteral("bruno");
        api::Message system = said(1, 5);
        system.senderType = api::SenderType::System;
        desk->thread()->take(written(1, 3, QStringLiteral("c1")));
        desk->thread()->take(colleague);
        desk->thread()->take(system);
        QList<Voice> voices;
        for (int row = 1; row < desk->model.rowCount(); ++row)
            voices.append(Voice(desk->at(row, ThreadModel::VoiceRole).toInt()));
        QCOMPARE(voices, QList<Voice>({Voice::Visitor, Voice::Own, Voice::Colleague, Voice::System}));
    }

    void insertsAtTheEndAndTouchesTheNeighbour()
    {
        const QSignalSpy inserted(&desk->model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy changed(&desk->model, &QAbstractItemModel::dataChanged);
        desk->thread()->take(said(1, 3));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 2);
        QCOMPARE(inserted.first().at(2).toInt(), 2);
        QCOMPARE(changed.size(), 1); // the row before no longer ends its group
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    }

    void showsHowFarAMessageIs()
    {
        desk->workspace.addOutgoing(written(1, 0, QStringLiteral("c1")));
        QCOMPARE(Delivery(desk->at(2, ThreadModel::DeliveryRole).toInt()), Delivery::Waiting);
        const QString key = desk->at(2, ThreadModel::KeyRole).toString();
        desk->workspace.setDelivery(chatId(1), QStringLiteral("c1"), Delivery::Failed, QStringLiteral("Too long"));
        QCOMPARE(desk->at(2, ThreadModel::ProblemRole).toString(), QStringLiteral("Too long"));
        QVERIFY(desk->at(2, Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("not sent: Too long")));
        desk->workspace.setDelivery(chatId(1), QStringLiteral("c1"), Delivery::Waiting);
        desk->workspace.takeMessage(written(1, 3, QStringLiteral("c1")));
        QCOMPARE(Delivery(desk->at(2, ThreadModel::DeliveryRole).toInt()), Delivery::Sent);
        QCOMPARE(desk->at(2, ThreadModel::KeyRole).toString(), key);
    }

    void removesADiscardedMessage()
    {
        desk->workspace.addOutgoing(written(1, 0, QStringLiteral("c1")));
        const QSignalSpy removed(&desk->model, &QAbstractItemModel::rowsRemoved);
        desk->workspace.removeOutgoing(chatId(1), QStringLiteral("c1"));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 2);
        QCOMPARE(desk->model.rowCount(), 2);
    }

    void isEmptyWhenItsThreadGoes()
    {
        desk->workspace.clear();
        QCOMPARE(desk->model.rowCount(), 0);
    }

    void putsNotesBetweenMessages()
    {
        desk->thread()->take(written(1, 4, QStringLiteral("gap"))); // not taken: 3 is missing
        desk->thread()->take(said(1, 3));
        desk->thread()->takeNotes({noted(1, 1'500), noted(2, 9'000)});
        QCOMPARE(voices(), QStringLiteral("vnvvn"));
        desk->thread()->takeNotes({noted(1, 1'500)}); // known
        desk->thread()->takeNotes({noted(3, 2'500)});
        QCOMPARE(voices(), QStringLiteral("vnvnvn"));
        QVERIFY(desk->at(2, ThreadModel::GroupStartRole).toBool()); // a note ends the group before it
        api::Message own = written(1, 0, QStringLiteral("c1"));
        own.createdAt.ms += 10'000;
        desk->workspace.addOutgoing(own);
        QCOMPARE(voices().right(2), QStringLiteral("no"));
        desk->workspace.removeOutgoing(chatId(1), QStringLiteral("c1"));
        QCOMPARE(voices(), QStringLiteral("vnvnvn"));
    }

    void movesNotesBehindMessagesThatCameLate()
    {
        desk->thread()->takeNotes({noted(1, 3'500)});
        QCOMPARE(voices(), QStringLiteral("vvn"));
        desk->thread()->take(said(1, 3));
        QCOMPARE(voices(), QStringLiteral("vvvn"));
        desk->thread()->take(said(1, 4));
        QCOMPARE(voices(), QStringLiteral("vvvnv"));
    }

    void keepsOldNotesUntilTheirTimeIsLoaded()
    {
        Thread *thread = desk->workspace.thread(chatId(2));
        desk->model.setThread(thread);
        thread->takeNotes({noted(1, 1'500)});
        QCOMPARE(voices(), QString());
        thread->takeLatest({said(2, 3), said(2, 4)}, true);
        QCOMPARE(voices(), QStringLiteral("vv"));
        thread->takeEarlier({said(2, 1), said(2, 2)}, false);
        QCOMPARE(voices(), QStringLiteral("vnvvv"));
    }

    void touchesExactlyWhatWasRead()
    {
        for (const int seq : {3, 4, 5})
            desk->thread()->take(written(1, seq, QStringLiteral("c%1").arg(seq)));
        desk->thread()->takeNotes({noted(1, 3'500)});
        const QSignalSpy changed(&desk->model, &QAbstractItemModel::dataChanged);
        api::MessageRead read;
        read.chatId = chatId(1);
        read.seq = 4;
        desk->workspace.takeEvent(read);
        QCOMPARE(Delivery(desk->at(4, ThreadModel::DeliveryRole).toInt()), Delivery::Read);
        QCOMPARE(Delivery(desk->at(5, ThreadModel::DeliveryRole).toInt()), Delivery::Sent);
        QCOMPARE(changed.size(), 4);
        desk->workspace.takeEvent(read);
        QCOMPARE(changed.size(), 4);
    }

    void showsAnotherTextOnlyIfItIsNewer()
    {
        const auto edit = [this](qint64 change, const QString &text) {
            api::Message message = said(1, 2, text);
            message.change = change;
            message.editedAt = message.createdAt;
            desk->workspace.takeChange(message);
        };
        const QString key = desk->at(1, ThreadModel::KeyRole).toString();
        edit(2, QStringLiteral("Second"));
        edit(1, QStringLiteral("First"));
        QCOMPARE(desk->at(1, Qt::DisplayRole).toString(), QStringLiteral("Second"));
        QVERIFY(desk->at(1, ThreadModel::EditedRole).toBool());
        QVERIFY(desk->at(1, ThreadModel::KeyRole).toString() != key);
        QCOMPARE(desk->thread()->lastChange(), 2);
        QCOMPARE(desk->workspace.positions().first().change, 2);
    }

private:
    static api::Note noted(int number, qint64 ms)
    {
        api::Note note;
        note.id = NoteId::fromTrusted(QStringLiteral("note-%1").arg(number));
        note.text = QStringLiteral("Noted");
        note.createdAt.ms = 1'767'225'600'000 + ms;
        return note;
    }

    /// A letter a row: own, visitor, colleague, system, note.
    QString voices() const
    {
        QString letters;
        for (int row = 0; row < desk->model.rowCount(); ++row)
            letters += QStringLiteral("ovcsn").at(desk->at(row, ThreadModel::VoiceRole).toInt());
        return letters;
    }

    struct Desk
    {
        ManualClock clock;
        Workspace workspace{clock};
        ThreadModel model{workspace};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        Thread *thread() { return workspace.thread(chatId(1)); }
        QVariant at(int row, int role) const { return model.index(row, 0).data(role); }
    };

    QList<bool> flags(int role) const
    {
        QList<bool> flags;
        for (int row = 0; row < desk->model.rowCount(); ++row)
            flags.append(desk->at(row, role).toBool());
        return flags;
    }

    std::unique_ptr<Desk> desk;
};

QTEST_GUILESS_MAIN(ThreadModelTest)
#include "tst_threadmodel.moc"
