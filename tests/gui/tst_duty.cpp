#include "console/notify/alarmservice.h"
#include "tests/gui/alarmfakes.h"
#include "tests/gui/samples.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

/// What reaches whom: the queue those who are online, their own chats whoever is signed in.
class DutyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<Desk>();
        desk->workspace.setSelf(samples::anna());
        desk->workspace.setConnection({ConnectionState::Phase::Online, {}, false});
    }
    void cleanup() { desk.reset(); }

    void restsWhileOneIsBusy()
    {
        api::Operator busy = samples::anna();
        busy.status = api::OperatorStatus::Busy;
        desk->workspace.setSelf(busy);
        desk->workspace.takeChat(waiting());
        QVERIFY(desk->notifier.shown.isEmpty());
        desk->workspace.setSelf(samples::anna()); // back, and somebody still waits
        QCOMPARE(desk->alarm.callingCount(), 1);
        desk->workspace.setSelf(busy);
        QCOMPARE(desk->alarm.callingCount(), 0);
        QCOMPARE(desk->notifier.withdrawn.size(), 1);
    }

    void tellsWhoIsBusyOfTheirOwnChats()
    {
        api::Operator busy = samples::anna();
        busy.status = api::OperatorStatus::Busy;
        desk->workspace.setSelf(busy);
        api::Chat own = samples::active(1);
        own.operatorId = busy.id;
        own.lastSeq = 1;
        desk->workspace.takeChat(own);
        desk->workspace.takeMessage(samples::said(1, 2));
        QCOMPARE(desk->notifier.shown.size(), 1);
        QCOMPARE(desk->ringer.rings, 1);
        api::Chat theirs = samples::active(2);
        theirs.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        theirs.offer = api::ChatOffer{};
        theirs.offer->operatorId = busy.id; // somebody asks for them by name
        desk->workspace.takeChat(theirs);
        QVERIFY(desk->alarm.isRinging());
    }

private:
    api::Chat waiting() const
    {
        api::Chat chat;
        chat.id = samples::chatId(7);
        chat.visitorId = samples::visitorId(7);
        chat.status = api::ChatStatus::Waiting;
        chat.createdAt = desk->clock.now();
        return chat;
    }

    struct Desk
    {
        ManualClock clock;
        Workspace workspace{clock};
        FakeNotifier notifier;
        FakeRinger ringer;
        AlarmService alarm{workspace, notifier, ringer};
    };

    std::unique_ptr<Desk> desk;
};

QTEST_MAIN(DutyTest)
#include "tst_duty.moc"
