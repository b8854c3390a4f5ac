#include "console/notify/alarmservice.h"
#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/translation.h"
#include "console/views/alarmbar.h"
#include "tests/gui/alarmfakes.h"
#include "tests/gui/samples.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using namespace std::chrono_literals;

/// Nobody who waits is missed, and nobody is rung for who has been helped.
class AlarmTest : public QObject
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

    void ringsUntilSomebodyTakesIt()
    {
        api::Chat chat = waiting(1);
        chat.lastMessage = samples::said(1, 1);
        chat.lastMessage->text.clear();
        api::Attachment photo;
        photo.id = AttachmentId::generate();
        photo.name = QStringLiteral("leg.jpg");
        chat.lastMessage->attachments.append(photo);
        desk->workspace.takeChat(chat);
        QCOMPARE(desk->notifier.shown.size(), 1);
        QCOMPARE(desk->notifier.shown.first().body, QStringLiteral("leg.jpg"));
        QVERIFY(desk->notifier.shown.first().canBeClaimed);
        QCOMPARE(desk->alarm.callingCount(), 1);
        QTRY_VERIFY(desk->ringer.rings >= 3);
        api::Chat taken = chat;
        taken.version = chat.version + 1;
        taken.status = api::ChatStatus::Active;
        taken.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        desk->workspace.takeChat(taken);
        QCOMPARE(desk->notifier.withdrawn, QList<ChatId>{chat.id});
        QCOMPARE(desk->alarm.callingCount(), 0);
        QVERIFY(desk->ringer.silences > 0);
        const int rings = desk->ringer.rings;
        desk->workspace.takeChat(waiting(2)); // the bell is not broken
        QVERIFY(desk->ringer.rings > rings);
    }

    void ringsOnForTheOther()
    {
        desk->workspace.takeChat(waiting(1));
        desk->workspace.takeChat(waiting(2));
        QCOMPARE(desk->alarm.callingCount(), 2);
        api::Chat ended = waiting(1);
        ended.version += 1;
        ended.status = api::ChatStatus::Ended;
        desk->workspace.takeChat(ended);
        QCOMPARE(desk->alarm.callingCount(), 1);
        const int rings = desk->ringer.rings;
        QTRY_VERIFY(desk->ringer.rings > rings);
    }

    void comesForwardWhenNobodyAnswers()
    {
        const QSignalSpy escalated(&desk->alarm, &AlarmService::escalated);
        desk->workspace.takeChat(waiting(1));
        QVERIFY(escalated.isEmpty());
        desk->clock.advance(120'000);
        QTRY_COMPARE(escalated.size(), 1);
        QVERIFY(desk->notifier.shown.last().urgent);
        const int rings = desk->ringer.rings;
        QTRY_VERIFY(desk->ringer.rings >= rings + 2);
        QCOMPARE(escalated.size(), 1); // once is enough
    }

    /// Who signs in where hundreds wait, or leaves them, is not to wait for each of them.
    void tellsOfManyAtOnce()
    {
        const QSignalSpy changes(&desk->alarm, &AlarmService::ringingChanged);
        const QSignalSpy escalated(&desk->alarm, &AlarmService::escalated);
        for (int number = 1; number <= 20; ++number)
            desk->workspace.takeChat(waiting(number));
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(desk->notifier.shown.size(), 20);
        desk->clock.advance(120'000);
        QTRY_VERIFY(!escalated.isEmpty());
        QCOMPARE(escalated.size(), 1);
        QCOMPARE(desk->notifier.shown.size(), 40);
    }

    void takesTheDesksTime_data()
    {
        QTest::addColumn<int>("escalateAfterS");
        QTest::addColumn<int>("waitsS");
        QTest::addColumn<bool>("isUrgent");
        QTest::newRow("the desk has more patience") << 300 << 120 << false;
        QTest::newRow("and then no more") << 300 << 301 << true;
        QTest::newRow("it has less") << 20 << 21 << true;
        QTest::newRow("it never escalates") << 0 << 61 << true;
    }

    void takesTheDesksTime()
    {
        QFETCH(int, escalateAfterS);
        QFETCH(int, waitsS);
        QFETCH(bool, isUrgent);
        api::DeskSettings settings;
        settings.routing = api::DeskRouting{};
        settings.routing->escalateAfterS = escalateAfterS;
        desk->workspace.office().setSettings(settings);
        const QSignalSpy escalated(&desk->alarm, &AlarmService::escalated);
        desk->workspace.takeChat(waiting(1));
        desk->clock.advance(qint64(waitsS) * 1'000);
        const int rings = desk->ringer.rings;
        QTRY_VERIFY(desk->ringer.rings >= rings + 2);
        QCOMPARE(!escalated.isEmpty(), isUrgent);
    }

    void ringsForWhatIsOffered()
    {
        api::Chat theirs = samples::active(1);
        theirs.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        desk->workspace.takeChat(theirs);
        QVERIFY(!desk->alarm.isRinging());
        theirs.version += 1;
        theirs.offer = api::ChatOffer{};
        theirs.offer->operatorId = samples::anna().id;
        theirs.offer->note = QStringLiteral("Likes oak");
        desk->workspace.takeChat(theirs);
        QVERIFY(desk->alarm.isRinging());
        QCOMPARE(desk->notifier.shown.last().body, QStringLiteral("Likes oak"));
        QVERIFY(desk->notifier.shown.last().canBeClaimed && desk->notifier.shown.last().isOffer);
        theirs.version += 1;
        theirs.offer.reset(); // declined, or taken back
        desk->workspace.takeChat(theirs);
        QVERIFY(!desk->alarm.isRinging());
        QCOMPARE(desk->notifier.withdrawn, QList<ChatId>{theirs.id});
    }

    void ringsForWhatWasOfferedBefore()
    {
        desk->workspace.setSelf({}); // not there yet
        desk->workspace.setConnection({ConnectionState::Phase::SignedOut, {}, false});
        api::Chat theirs = samples::active(1);
        theirs.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        theirs.offer = api::ChatOffer{};
        theirs.offer->departmentId = DepartmentId::fromTrusted(QStringLiteral("orders"));
        desk->workspace.takeChat(theirs);
        desk->workspace.setSelf(samples::anna());
        desk->workspace.setConnection({ConnectionState::Phase::Online, {}, false});
        QVERIFY(!desk->alarm.isRinging()); // nobody knows yet whose that is
        desk->workspace.office().setDepartments(
            {{DepartmentId::fromTrusted(QStringLiteral("orders")), QStringLiteral("Orders"), {samples::anna().id}}});
        QVERIFY(desk->alarm.isRinging());
    }

    void isSilencedUntilSomebodyElseComes()
    {
        const QSignalSpy changes(&desk->alarm, &AlarmService::ringingChanged);
        desk->workspace.takeChat(waiting(1));
        QVERIFY(desk->alarm.isRinging());
        QTRY_COMPARE(changes.size(), 1);
        desk->alarm.hush();
        QVERIFY(!desk->alarm.isRinging());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(desk->alarm.callingCount(), 1); // it is still to be done
        QVERIFY(desk->notifier.withdrawn.isEmpty());
        const int rings = desk->ringer.rings;
        desk->clock.advance(1'000);
        desk->workspace.takeChat(waiting(2));
        QCOMPARE(desk->ringer.rings, rings + 1);
        QVERIFY(desk->alarm.isRinging());
        QCOMPARE(desk->alarm.callers(), (QList<ChatId>{samples::chatId(1), samples::chatId(2)}));
    }

    void isNotSilencedForEver()
    {
        const QSignalSpy escalated(&desk->alarm, &AlarmService::escalated);
        desk->workspace.takeChat(waiting(1));
        desk->alarm.hush();
        desk->clock.advance(120'000);
        QTRY_COMPARE(escalated.size(), 1);
        QVERIFY(desk->alarm.isRinging());
        QVERIFY(desk->ringer.rings >= 2);
    }

    void takesBackWhatWasHandledElsewhere_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("a colleague has it now") << false;
        QTest::newRow("it has ended") << true;
    }

    void takesBackWhatWasHandledElsewhere()
    {
        QFETCH(bool, ends);
        api::Chat own = waiting(1);
        own.status = api::ChatStatus::Active;
        own.operatorId = samples::anna().id;
        own.lastSeq = 1;
        own.lastMessage = samples::said(1, 1);
        desk->workspace.takeChat(own);
        desk->workspace.takeMessage(samples::said(1, 2)); // nobody looks at our window
        QCOMPARE(desk->notifier.shown.size(), 1);
        own.version += 1;
        own.lastSeq = 2;
        own.lastMessage = samples::said(1, 2);
        desk->workspace.takeChat(own);
        QVERIFY(desk->notifier.withdrawn.isEmpty()); // still ours, still unread
        own.version += 1;
        if (ends)
            own.status = api::ChatStatus::Ended;
        else
            own.operatorId = OperatorId::fromTrusted(QStringLiteral("bruno"));
        desk->workspace.takeChat(own);
        QCOMPARE(desk->notifier.withdrawn, QList<ChatId>{own.id});
    }

    void showsNoNoticesWhereNobodyWantsThem()
    {
        desk->workspace.takeChat(waiting(1));
        desk->alarm.setNotifying(false);
        QCOMPARE(desk->notifier.withdrawn, QList<ChatId>{samples::chatId(1)});
        desk->workspace.takeChat(waiting(2));
        QCOMPARE(desk->notifier.shown.size(), 1);
        QVERIFY(desk->ringer.rings >= 2); // it still rings
    }

    void isSeenInTheWindow()
    {
        const Translation words(QStringLiteral("en"));
        SystemScheme scheme;
        Theme theme(*qApp, scheme);
        AlarmBar bar(theme, desk->workspace);
        const QSignalSpy claims(&bar, &AlarmBar::claimRequested);
        const QSignalSpy silences(&bar, &AlarmBar::silenceRequested);
        QVERIFY(!bar.isVisible());
        api::Chat chat = waiting(1);
        chat.visitorName = QStringLiteral("Maria");
        desk->workspace.takeChat(chat);
        desk->workspace.takeChat(waiting(2));
        desk->clock.advance(134'000);
        bar.setCallers({chat.id, samples::chatId(2)});
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("alarmLabel"))->text(),
                 QStringLiteral("Maria and 1 other are waiting"));
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("alarmWaitLabel"))->text(), QStringLiteral("2:14"));
        bar.findChild<QPushButton *>(QStringLiteral("alarmClaimButton"))->click();
        QCOMPARE(claims.first().first().value<ChatId>(), chat.id);
        bar.findChild<QPushButton *>(QStringLiteral("alarmSilenceButton"))->click();
        QCOMPARE(silences.size(), 1);
        bar.setCallers({});
        QVERIFY(!bar.isVisible());
    }

    void isSilentWhereSomebodyWantsItSo()
    {
        desk->alarm.setVisualOnly(true);
        desk->workspace.takeChat(waiting(1));
        QCOMPARE(desk->notifier.shown.size(), 1);
        QCOMPARE(desk->ringer.rings, 0);
    }

private:
    struct Desk
    {
        ManualClock clock;
        Workspace workspace{clock};
        FakeNotifier notifier;
        FakeRinger ringer;
        AlarmService alarm{workspace, notifier, ringer, {10ms, 60s}};
    };

    api::Chat waiting(int number)
    {
        api::Chat chat;
        chat.id = samples::chatId(number);
        chat.visitorId = samples::visitorId(number);
        chat.visitorName = QStringLiteral("Visitor");
        chat.status = api::ChatStatus::Waiting;
        chat.createdAt = desk->clock.now();
        return chat;
    }

    std::unique_ptr<Desk> desk;
};

QTEST_MAIN(AlarmTest)
#include "tst_alarm.moc"
