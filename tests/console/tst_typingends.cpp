#include "console/application.h"
#include "console/views/deskview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// What a visitor hears of an operator who types and then does something else.
class TestTypingEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void endsWhenOneDoesSomethingElse_data();
    void endsWhenOneDoesSomethingElse();

private:
    static QWidget *shown(Application &console, const char *name)
    {
        auto *widget = console.window().findChild<QWidget *>(QString::fromLatin1(name));
        return widget && widget->isVisible() ? widget : nullptr;
    }
    static void click(QWidget *widget) { QTest::mouseClick(widget, Qt::LeftButton); }

    tests::ServerProcess m_server;
    OpenVault m_vault;
};

void TestTypingEnds::endsWhenOneDoesSomethingElse_data()
{
    using Does = std::function<void(Application & console, const ChatId &other)>;
    QTest::addColumn<Does>("does");
    QTest::newRow("opens another chat") << Does(
        [](Application &console, const ChatId &other) { console.window().desk().openChat(other); });
    QTest::newRow("hides the window") << Does([](Application &console, const ChatId &) { console.window().hide(); });
    QTest::newRow("goes to another desk") << Does([](Application &console, const ChatId &) {
        Q_EMIT console.window().accountChosen({QUrl(QStringLiteral("http://127.0.0.1:1")), ben});
    });
    QTest::newRow("signs out") << Does([](Application &console, const ChatId &) {
        Q_EMIT console.window().accountsKept({});
        click(console.window()
                  .findChild<QDialog *>(QStringLiteral("removeDeskDialog"))
                  ->findChild<QWidget *>(QStringLiteral("acceptButton")));
    });
}

void TestTypingEnds::endsWhenOneDoesSomethingElse()
{
    QFETCH(std::function<void(Application & console, const ChatId &other)>, does);
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start({.server = m_server.url(), .login = anna, .profile = folder.path()}, demoPassword);
    TRY_VERIFY(shown(console, "deskView"));
    Visitor visitor(m_server.url());
    Visitor other(m_server.url());
    TRY_VERIFY(visitor.isConnected() && other.isConnected());
    visitor.start(QStringLiteral("Is anybody there?"));
    other.start(QStringLiteral("Hello?"));
    TRY_VERIFY(!visitor.chatId.isNull() && !other.chatId.isNull());
    console.window().desk().openChat(visitor.chatId);
    TRY_VERIFY(shown(console, "claimButton"));
    click(shown(console, "claimButton"));
    TRY_VERIFY(shown(console, "messageEdit"));
    QTest::keyClicks(shown(console, "messageEdit"), QStringLiteral("Yes"));
    TRY_COMPARE(visitor.typing, QList{true});
    QElapsedTimer since;
    since.start();
    does(console, other.chatId);
    TRY_COMPARE(visitor.typing, (QList{true, false}));
    QVERIFY(since.elapsed() < 3'000); // some seconds after the last key it is said anyway
}

QTEST_MAIN(TestTypingEnds)
#include "tst_typingends.moc"
