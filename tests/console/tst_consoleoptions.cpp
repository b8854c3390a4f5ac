#include "console/commandline.h"
#include "console/profile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using Outcome = CommandLine::Outcome;

class TestConsoleOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAll();
    void explains_data();
    void explains();
    void refuses_data();
    void refuses();
    void profileIsHeldByOne();
    void profileRemembers();
    void profileThatCannotBeMade();
    void profileIsReadByItsOwnerAlone();
    void profileOutlivesADamagedFile_data();
    void profileOutlivesADamagedFile();
};

void TestConsoleOptions::initTestCase()
{
    QCoreApplication::setApplicationName(QStringLiteral("deskbell-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
}

void TestConsoleOptions::readsAll()
{
    const auto line = CommandLine::read({QStringLiteral("deskbell-console"), QStringLiteral("--server"),
                                         QStringLiteral("https://desk.example/chat"), QStringLiteral("--login"),
                                         QStringLiteral("anna@desk.example"), QStringLiteral("--password-stdin"),
                                         QStringLiteral("--profile=/tmp/somewhere")});
    QCOMPARE(line.outcome, Outcome::Run);
    const Options expected{QUrl(QStringLiteral("https://desk.example/chat")), QStringLiteral("anna@desk.example"), true,
                           QStringLiteral("/tmp/somewhere")};
    QVERIFY(line.options == expected);
    const auto plain = CommandLine::read({QStringLiteral("deskbell-console")});
    QCOMPARE(plain.outcome, Outcome::Run);
    QVERIFY(plain.options.server.isEmpty());
    QVERIFY(!plain.options.profile.isEmpty()); // the desktop's usual place
}

void TestConsoleOptions::explains_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--password-stdin");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("deskbell-console 1.2.3\n");
}

void TestConsoleOptions::explains()
{
    QFETCH(QString, word);
    QFETCH(QString, says);
    const auto line = CommandLine::read({QStringLiteral("deskbell-console"), word});
    QCOMPARE(line.outcome, Outcome::Explain);
    QVERIFY2(line.text.contains(says), qPrintable(line.text));
}

void TestConsoleOptions::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("because");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--colour")} << QStringLiteral("colour");
    QTest::newRow("a word too many") << QStringList{QStringLiteral("now")} << QStringLiteral("now");
    QTest::newRow("no address") << QStringList{QStringLiteral("--server"), QStringLiteral("desk.example")}
                                << QStringLiteral("https://");
    QTest::newRow("another scheme") << QStringList{QStringLiteral("--server"), QStringLiteral("ftp://desk.example")}
                                    << QStringLiteral("ftp://desk.example");
    QTest::newRow("no host") << QStringList{QStringLiteral("--server"), QStringLiteral("http://")}
                             << QStringLiteral("--server");
    QTest::newRow("password for nobody") << QStringList{QStringLiteral("--password-stdin")}
                                         << QStringLiteral("--login");
    QTest::newRow("no value") << QStringList{QStringLiteral("--login")} << QStringLiteral("login");
    QTest::newRow("no folder") << QStringList{QStringLiteral("--profile=")} << QStringLiteral("--profile");
}

void TestConsoleOptions::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, because);
    const auto line = CommandLine::read(QStringList{QStringLiteral("deskbell-console")} + words);
    QCOMPARE(line.outcome, Outcome::Refuse);
    QVERIFY2(line.text.contains(because), qPrintable(line.text));
}

void TestConsoleOptions::profileIsReadByItsOwnerAlone()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("old"));
    constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QDir().mkpath(folder)); // as programs made it before
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | others));
    const QString seen = QDir(folder).filePath(QStringLiteral("desk.sqlite"));
    QVERIFY(DeskStore::open(seen));
    QVERIFY(QFile::setPermissions(seen, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto profile = Profile::open(folder);
    QVERIFY(profile);
    for (const QString &each : {folder, seen, QDir(folder).filePath(QStringLiteral("outbox.sqlite"))})
        QVERIFY2(!(QFile::permissions(each) & others), qPrintable(each));
    QVERIFY(QFile::setPermissions(parent.path(), QFile::permissions(parent.path()) | QFile::WriteOther));
    QVERIFY(Profile::open(parent.path())); // like /tmp: not ours to close
    QVERIFY(QFile::permissions(parent.path()).testFlag(QFile::WriteOther));
}

void TestConsoleOptions::profileOutlivesADamagedFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("what was seen") << QStringLiteral("desk.sqlite");
    QTest::newRow("what was not sent yet") << QStringLiteral("outbox.sqlite");
}

void TestConsoleOptions::profileOutlivesADamagedFile()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QByteArray noise = QByteArray("This is no database, but ").repeated(100);
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(noise);
    file.close();
    const auto profile = Profile::open(folder.path());
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
    const QStringList aside = QDir(folder.path()).entryList({name + QStringLiteral(".damaged-*")}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QFile old(folder.filePath(aside.first()));
    QVERIFY(old.open(QFile::ReadOnly));
    QCOMPARE(old.readAll(), noise); // nothing is thrown away
    QCOMPARE((*profile)->troubles().size(), 1);
    QVERIFY((*profile)->troubles().first().contains(aside.first()));
    const Account account{QUrl(QStringLiteral("https://desk.example")), QStringLiteral("anna@desk.example")};
    QVERIFY((*profile)->outbox().letters(account.key()));
    QVERIFY((*profile)->deskStore().setDraft(account.key(), ChatId::fromTrusted(QStringLiteral("chat")), {name}, {}));
}

void TestConsoleOptions::profileIsHeldByOne()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("new/profile"));
    {
        const auto first = Profile::open(folder);
        QVERIFY(first);
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto second = Profile::open(folder);
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(folder), qPrintable(second.error().message));
    }
    QVERIFY(Profile::open(folder));
}

void TestConsoleOptions::profileRemembers()
{
    const QTemporaryDir folder;
    const Account account{QUrl(QStringLiteral("https://desk.example:8443/chat")), QStringLiteral("anna@desk.example")};
    const Account other{QUrl(QStringLiteral("https://other.example")), account.email};
    const Preferences preferences{
        .appearance = Appearance::Dark,
        .language = QStringLiteral("de"),
        .sound = false,
        .volume = 40,
        .repeatSeconds = 20,
        .notifications = false,
        .tray = false,
        .closeToTray = false,
        .proxy = {ProxyMode::Manual, ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080},
        .caFile = QStringLiteral("/etc/ssl/ours.pem")};
    {
        const auto profile = Profile::open(folder.path());
        QVERIFY(profile);
        QVERIFY((*profile)->account().isNull());
        QCOMPARE((*profile)->preferences(), Preferences());
        (*profile)->setAccount(account);
        (*profile)->setPreferences(preferences);
        (*profile)->setAccount(other);
        (*profile)->setFarewells({account});
        (*profile)->setWindow({{QStringLiteral("geometry"), QByteArray("somewhere")}});
    }
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    QCOMPARE((*profile)->account(), other);
    QCOMPARE((*profile)->accounts(), (QList<Account>{account, other}));
    QCOMPARE((*profile)->farewells(), QList<Account>{account});
    QCOMPARE((*profile)->preferences(), preferences);
    QCOMPARE((*profile)->window().value(QStringLiteral("geometry")).toByteArray(), QByteArray("somewhere"));
}

void TestConsoleOptions::profileThatCannotBeMade()
{
    const QTemporaryDir parent;
    QFile file(parent.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QFile::WriteOnly));
    const auto profile = Profile::open(file.fileName() + QStringLiteral("/profile"));
    QVERIFY(!profile);
    QVERIFY(profile.error().message.contains(file.fileName()));
}

QTEST_GUILESS_MAIN(TestConsoleOptions)
#include "tst_consoleoptions.moc"
