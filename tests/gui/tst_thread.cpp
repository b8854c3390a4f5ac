#include "console/state/thread.h"
#include "tests/gui/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using namespace deskbell::console::samples;

/// One chat's messages: in order, without gaps and doubles, whatever way they come.
class ThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        thread = std::make_unique<Thread>(chatId(1));
        waiting = 0;
        connect(thread.get(), &Thread::waitingChanged, this, [this](int by) { waiting += by; });
    }

    void takesNothingBeforeItIsLoaded()
    {
        QCOMPARE(thread->take(said(1, 1)), Taken::Known);
        QVERIFY(thread->entries().isEmpty());
        QVERIFY(!thread->isLoaded());
    }

    void loadsTheLatestOnce()
    {
        const QSignalSpy loaded(thread.get(), &Thread::loadedChanged);
        thread->takeLatest({said(1, 4), said(1, 5)}, true);
        thread->takeLatest({said(1, 4), said(1, 5), said(1, 6)}, true);
        QCOMPARE(seqs(), QList<qint64>({4, 5, 6}));
        QCOMPARE(thread->firstSeq(), 4);
        QCOMPARE(thread->lastSeq(), 6);
        QVERIFY(thread->hasEarlier());
        QCOMPARE(loaded.size(), 1);
    }

    void takesEachMessageOnceAndInOrder()
    {
        thread->takeLatest({said(1, 1)}, false);
        const QSignalSpy inserted(thread.get(), &Thread::insertionEnded);
        QCOMPARE(thread->take(said(1, 2)), Taken::New);
        QCOMPARE(thread->take(said(1, 2)), Taken::Known);
        QCOMPARE(thread->take(said(1, 4)), Taken::Gap);
        QCOMPARE(thread->take(said(1, 3)), Taken::New);
        QCOMPARE(thread->take(said(1, 4)), Taken::New);
        QCOMPARE(seqs(), QList<qint64>({1, 2, 3, 4}));
        QCOMPARE(inserted.size(), 3);
    }

    void takesTheFirstMessageOfAnEmptyChat()
    {
        thread->takeLatest({}, false);
        QVERIFY(thread->isLoaded());
        QCOMPARE(thread->take(said(1, 2)), Taken::Gap);
        QCOMPARE(thread->take(said(1, 1)), Taken::New);
    }

    void putsEarlierPagesBefore_data()
    {
        QTest::addColumn<QList<qint64>>("page");
        QTest::addColumn<QList<qint64>>("expected");
        QTest::newRow("joins") << QList<qint64>{1, 2, 3} << QList<qint64>{1, 2, 3, 4, 5};
        QTest::newRow("overlaps") << QList<qint64>{3, 4} << QList<qint64>{3, 4, 5};
        QTest::newRow("leaves a gap") << QList<qint64>{1, 2} << QList<qint64>{4, 5};
        QTest::newRow("is known") << QList<qint64>{4, 5} << QList<qint64>{4, 5};
    }
    void putsEarlierPagesBefore()
    {
        QFETCH(QList<qint64>, page);
        QFETCH(QList<qint64>, expected);
        thread->takeLatest({said(1, 4), said(1, 5)}, true);
        QList<api::Message> messages;
        for (const qint64 seq : page)
            messages.append(said(1, seq));
        thread->takeEarlier(messages, false);
        QCOMPARE(seqs(), expected);
        QVERIFY(!thread->hasEarlier());
    }

    void keepsAnOutgoingMessageInPlaceWhenItIsSent()
    {
        thread->takeLatest({said(1, 1)}, false);
        thread->addOutgoing(written(1, 0, QStringLiteral("c1")));
        QCOMPARE(waiting, 1);
        const QSignalSpy changed(thread.get(), &Thread::entryChanged);
        const QSignalSpy inserted(thread.get(), &Thread::insertionEnded);
        QCOMPARE(thread->take(written(1, 2, QStringLiteral("c1"))), Taken::New);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(seqs(), QList<qint64>({1, 2}));
        QCOMPARE(thread->entries().last().delivery, Delivery::Sent);
        QCOMPARE(waiting, 0);
    }

    void letsMessagesOfTheServerGoBeforeThoseThatWait()
    {
        thread->takeLatest({said(1, 1)}, false);
        thread->addOutgoing(written(1, 0, QStringLiteral("c1")));
        thread->addOutgoing(written(1, 0, QStringLiteral("c2")));
        QCOMPARE(thread->take(said(1, 2)), Taken::New);
        QCOMPARE(thread->take(written(1, 3, QStringLiteral("c2"))), Taken::New);
        QCOMPARE(seqs(), QList<qint64>({1, 2, 3, 0}));
        QCOMPARE(thread->entries().last().message.clientId, QStringLiteral("c1"));
        QCOMPARE(waiting, 1);
    }

    void forgetsAnOutgoingMessageThatThePageHas()
    {
        thread->addOutgoing(written(1, 0, QStringLiteral("c1")));
        thread->takeLatest({said(1, 1), written(1, 2, QStringLiteral("c1"))}, false);
        QCOMPARE(seqs(), QList<qint64>({1, 2}));
        QCOMPARE(waiting, 0);
    }

    void keepsAnOutgoingMessageBehindAGap()
    {
        thread->takeLatest({said(1, 1)}, false);
        thread->addOutgoing(written(1, 0, QStringLiteral("c1")));
        QCOMPARE(thread->take(written(1, 3, QStringLiteral("c1"))), Taken::Gap);
        QCOMPARE(seqs(), QList<qint64>({1, 0}));
        QCOMPARE(waiting, 1);
    }

    void countsWhatWaits()
    {
        thread->addOutgoing(written(1, 0, QStringLiteral("c1")));
        QVERIFY(thread->setDelivery(QStringLiteral("c1"), Delivery::Failed, QStringLiteral("Too long")));
        QCOMPARE(waiting, 0);
        QCOMPARE(thread->outgoing(QStringLiteral("c1"))->problem, QStringLiteral("Too long"));
        QVERIFY(thread->setDelivery(QStringLiteral("c1"), Delivery::Waiting, {}));
        QCOMPARE(waiting, 1);
        QVERIFY(thread->removeOutgoing(QStringLiteral("c1")));
        QCOMPARE(waiting, 0);
        QVERIFY(!thread->removeOutgoing(QStringLiteral("c1")));
        QVERIFY(!thread->setDelivery(QStringLiteral("c1"), Delivery::Failed, {}));
    }

private:
    QList<qint64> seqs() const
    {
        QList<qint64> seqs;
        for (const Entry &entry : thread->entries().all())
            seqs.append(entry.message.seq);
        return seqs;
    }

    std::unique_ptr<Thread> thread;
    int waiting = 0;
};

QTEST_APPLESS_MAIN(ThreadTest)
#include "tst_thread.moc"
