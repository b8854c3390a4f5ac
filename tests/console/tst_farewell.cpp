#include "console/application.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

/// A key store that is locked.
class BrokenVault final : public TokenVault
{
public:
    void load(const QString &, std::function<void(const QString &token)> found) override { found({}); }
    void save(const QString &, const QString &) override { tellTrouble(QStringLiteral("It is locked.")); }
    void forget(const QString &) override { }
};

} // namespace

/// Who signs out is signed out, whatever becomes of the line; and what cannot be kept is told.
class TestFarewell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void saysThatThereIsNoKeyStore();
    void saysGoodbyeThoughTheLineIsDead();
    void saysGoodbyeLater_data();
    void saysGoodbyeLater();

private:
    int statusOf(const QString &token);

    tests::ServerProcess m_server;
};

/// How the server answers somebody who comes with this token.
int TestFarewell::statusOf(const QString &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(m_server.url().resolved(QUrl(QStringLiteral("/api/v1/operators/me"))));
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkReply *reply = network.get(request);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, limitMs))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestFarewell::saysThatThereIsNoKeyStore()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    BrokenVault vault;
    Application console(*qApp, **profile, vault);
    console.start({.server = m_server.url(), .login = anna, .profile = folder.path()}, demoPassword);
    const auto *notice = console.window().findChild<QLabel *>(QStringLiteral("programNoticeLabel"));
    TRY_VERIFY(notice->text().contains(QStringLiteral("key store"))); // where nothing can ring, that is said before it
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("locked")), qPrintable(notice->text()));
}

void TestFarewell::saysGoodbyeThoughTheLineIsDead()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline());
    const QString token = console.vault.tokens.value(Account{relay.url(), anna}.key());
    relay.freeze(); // nothing gets through, and nobody knows yet
    QVERIFY(console.isOnline());
    console.client->signOut();
    QCOMPARE(console.client->farewell().pending().size(), 1);
    QCOMPARE(statusOf(token), 200);
    relay.cut();
    relay.thaw();
    relay.mend();
    TRY_VERIFY(console.client->farewell().pending().isEmpty());
    QCOMPARE(statusOf(token), 401);
}

void TestFarewell::saysGoodbyeLater_data()
{
    QTest::addColumn<bool>("restarts");
    QTest::newRow("when the line is back") << false;
    QTest::newRow("at the next start") << true;
}

void TestFarewell::saysGoodbyeLater()
{
    QFETCH(bool, restarts);
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline());
    const QString token = console.vault.tokens.value(Account{relay.url(), anna}.key());
    QCOMPARE(statusOf(token), 200);
    relay.cut();
    TRY_COMPARE(console.phase(), ConnectionState::Phase::Offline);
    console.client->signOut();
    const QList<Account> pending = console.client->farewell().pending();
    QCOMPARE(pending, (QList<Account>{{relay.url(), anna}}));
    QVERIFY(!console.vault.tokens.contains(Account{relay.url(), anna}.key())); // nobody comes back with it
    QCOMPARE(statusOf(token), 200); // the server cannot know yet
    if (restarts)
        console.restart();
    relay.mend();
    if (restarts)
        console.client->farewell().resume(pending);
    TRY_VERIFY(console.client->farewell().pending().isEmpty());
    QCOMPARE(statusOf(token), 401);
    QVERIFY(console.vault.tokens.isEmpty());
}

QTEST_MAIN(TestFarewell)
#include "tst_farewell.moc"
