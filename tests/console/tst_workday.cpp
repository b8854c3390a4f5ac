#include "console/views/alarmbar.h"
#include "tests/console/keyboarddesk.h"

#include <QAbstractButton>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// A whole working day at the real server, by one who has no mouse: what came of each step is read off the window and
/// heard by the visitor.
class TestWorkday : public QObject, private KeyboardDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsIn();
    void silencesTheBell();
    void claimsWhoIsFoundByName();
    void answers();
    void goesToWhatIsUnread();
    void looksAround();
    void writesOnWhileTheLineIsDown();
    void setsTheBell();
    void closesTheChat();
    void takesTheNext();
    void isBusyForAWhile();
    void signsOut();
};

void TestWorkday::initTestCase()
{
    QVERIFY(begin(QStringLiteral("Quentin Vogel")));
}

void TestWorkday::signsIn()
{
    QCOMPARE(focus(), QStringLiteral("serverEdit"));
    QVERIFY(signIn(anna));
}

void TestWorkday::silencesTheBell()
{
    m_visitor->start(QStringLiteral("Is my lamp on its way?"));
    TRY_VERIFY(!m_visitor->chatId.isNull());
    TRY_VERIFY(shows("alarmBar"));
    QVERIFY(label("alarmLabel").contains(QStringLiteral("waiting")));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!shows("alarmBar"));
    QVERIFY(m_console->alarm().callingCount() > 0);
}

void TestWorkday::claimsWhoIsFoundByName()
{
    QVERIFY(call(QStringLiteral("quentin")));
    TRY_COMPARE(m_console->window().desk().chatId(), m_visitor->chatId);
    TRY_VERIFY(shows("claimButton"));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_COMPARE(focus(), QStringLiteral("messageEdit"));
    QCOMPARE(label("scopeLabel"), QStringLiteral("Mine"));
}

void TestWorkday::answers()
{
    type(QStringLiteral("Yes,"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    type(QStringLiteral("since this morning."));
    TRY_VERIFY(m_visitor->typing.contains(true));
    press(Qt::Key_Return);
    TRY_COMPARE(m_visitor->texts().value(1), QStringLiteral("Yes,\nsince this morning."));
}

void TestWorkday::goesToWhatIsUnread()
{
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(label("scopeLabel"), QStringLiteral("Queue"));
    press(Qt::Key_Down, Qt::AltModifier);
    TRY_VERIFY(m_console->window().desk().chatId() != m_visitor->chatId);
    const auto *mine = m_console->window().findChild<QAbstractButton *>(QStringLiteral("mineButton"));
    const QString before = mine->accessibleName();
    m_visitor->say(QStringLiteral("When will it be here?"));
    TRY_VERIFY(mine->accessibleName() != before); // it says how many are unread
    constexpr int most = 4; // the demo desk has left something unread as well
    for (int each = 0; each < most && m_console->window().desk().chatId() != m_visitor->chatId; ++each)
        press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(m_console->window().desk().chatId(), m_visitor->chatId);
    QCOMPARE(focus(), QStringLiteral("messageEdit"));
}

void TestWorkday::looksAround()
{
    press(Qt::Key_F6);
    QVERIFY(focus() != QStringLiteral("messageEdit"));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(focus(), QStringLiteral("messageEdit"));
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focus(), QStringLiteral("searchEdit"));
    type(QStringLiteral("nobody of that name"));
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    press(Qt::Key_Escape);
    press(Qt::Key_F1);
    TRY_VERIFY(hasKeyboard("shortcutsDialog"));
    press(Qt::Key_Escape);
    QVERIFY(isBackInTheWindow());
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(focus(), QStringLiteral("messageEdit"));
}

void TestWorkday::writesOnWhileTheLineIsDown()
{
    type(QStringLiteral("Tomorrow, "));
    m_relay->cut();
    TRY_VERIFY(shows("offlineBar"));
    QCOMPARE(focus(), QStringLiteral("messageEdit"));
    type(QStringLiteral("at noon."));
    press(Qt::Key_Return);
    TRY_VERIFY(label("offlineLabel").contains(QStringLiteral("1 message waits")));
    QVERIFY(call(QStringLiteral("connect now")));
    m_relay->mend();
    TRY_COMPARE(m_visitor->texts().last(), QStringLiteral("Tomorrow, at noon."));
    TRY_VERIFY(!shows("offlineBar"));
}

void TestWorkday::setsTheBell()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    TRY_VERIFY(hasKeyboard("settingsDialog"));
    QCOMPARE(focus(), QStringLiteral("settingsPlacesList"));
    press(Qt::Key_Down); // Writing
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QCOMPARE(focus(), QStringLiteral("notificationsCheckBox"));
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    QVERIFY(!m_profile->preferences().sound);
    QVERIFY(m_profile->preferences().notifications);
    QVERIFY(m_console->alarm().isVisualOnly());
}

void TestWorkday::closesTheChat()
{
    press(Qt::Key_E, Qt::ControlModifier);
    TRY_VERIFY(hasKeyboard("endChatDialog"));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    TRY_VERIFY(label("readOnlyLabel").endsWith(QStringLiteral("No answer any more")));
    press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(label("scopeLabel"), QStringLiteral("Ended"));
    ConsoleUnderDesk other; // what others read does not depend on our language
    other.signIn(m_server.url(), anna);
    TRY_VERIFY(other.isOnline());
    other.client->loadMore(ListScope::Ended);
    TRY_VERIFY(other.workspace->chat(m_visitor->chatId));
    QCOMPARE(other.workspace->chat(m_visitor->chatId)->endReason, QStringLiteral("no_answer"));
}

void TestWorkday::takesTheNext()
{
    const ChatId next = m_console->window().desk().nextWaiting();
    QVERIFY(!next.isNull()); // of the demo desk
    press(Qt::Key_N, Qt::ControlModifier);
    TRY_COMPARE(focus(), QStringLiteral("messageEdit"));
    QCOMPARE(m_console->window().desk().chatId(), next);
    QCOMPARE(label("scopeLabel"), QStringLiteral("Mine"));
}

void TestWorkday::isBusyForAWhile()
{
    const auto *self = m_console->window().findChild<QWidget *>(QStringLiteral("selfButton"));
    QVERIFY(call(QStringLiteral("be busy")));
    TRY_VERIFY(self->accessibleName().endsWith(QStringLiteral("busy")));
    QVERIFY(call(QStringLiteral("be online")));
    TRY_VERIFY(self->accessibleName().endsWith(QStringLiteral("online")));
}

void TestWorkday::signsOut()
{
    QVERIFY(call(QStringLiteral("sign out")));
    TRY_VERIFY(shows("loginView"));
    TRY_VERIFY(m_vault.tokens.isEmpty()); // once the server knows
    TRY_COMPARE(focus(), QStringLiteral("passwordEdit")); // the rest is filled in
}

QTEST_MAIN(TestWorkday)
#include "tst_workday.moc"
