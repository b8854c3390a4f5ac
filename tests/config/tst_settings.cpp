#include "server/config/catalogue.h"
#include "server/config/loader.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

namespace {

QString writeFile(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(QStringLiteral("deskbell.toml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the settings file of the test");
    return file.fileName();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterSourcesWin();
    void namesOfOtherServersAreTaken_data();
    void namesOfOtherServersAreTaken();
    void wrongValuesAreRefused_data();
    void wrongValuesAreRefused();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void openDoorsStayOnLoopback_data();
    void openDoorsStayOnLoopback();
    void passwordsAreNotShown();
    void everyDefaultIsAValueOfItsSetting();
};

void TestSettings::laterSourcesWin()
{
    const QTemporaryDir folder;
    SettingsLoader loader;
    QVERIFY(loader
                .readFile(writeFile(folder,
                                    "[server]\nlisten = \"127.0.0.1:1\"\nlog_level = \"debug\"\n"
                                    "[limits]\nbody_bytes = 2048\n"
                                    "[security]\nallowed_origins = [\"https://a.example\", \"https://b.example\"]\n"))
                .ok());
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("DESKBELL_SERVER_LISTEN"), QStringLiteral("127.0.0.1:2"));
    environment.insert(QStringLiteral("DESKBELL_LIMITS_BODY_BYTES"), QStringLiteral("4096"));
    QVERIFY(loader.readEnvironment(environment).ok());
    QVERIFY(loader.set(QStringLiteral("server.listen"), QStringLiteral("127.0.0.1:3"), QStringLiteral("command line"))
                .ok());
    const auto settings = loader.finish();
    QVERIFY(settings.ok());
    QCOMPARE(settings->listen, QStringLiteral("127.0.0.1:3"));
    QCOMPARE(settings->bodyBytes, 4096);
    QCOMPARE(settings->logLevel, QStringLiteral("debug"));
    QCOMPARE(settings->allowedOrigins,
             QStringList({QStringLiteral("https://a.example"), QStringLiteral("https://b.example")}));
    for (const auto &row : loader.rows()) {
        if (row.key == QLatin1String("limits.body_bytes"))
            QCOMPARE(row.source, QStringLiteral("environment DESKBELL_LIMITS_BODY_BYTES"));
    }
}

void TestSettings::namesOfOtherServersAreTaken_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("from");
    const auto row = [](const char *name, const char *given, const char *key, const char *value, const char *from) {
        QTest::newRow(name) << QString::fromLatin1(given).split(u' ') << QString::fromLatin1(key)
                            << QString::fromLatin1(value) << QString::fromLatin1(from);
    };
    row("port", "PORT=3000", "server.listen", "127.0.0.1:3000", "PORT");
    row("origin", "FRONTEND_URL=https://a.example/", "security.allowed_origins", "https://a.example", "FRONTEND_URL");
    row("origins", "FRONTEND_URLS=https://a.example,https://b.example", "security.allowed_origins",
        "https://a.example, https://b.example", "FRONTEND_URLS");
    row("database", "DB_HOST=db.example DB_PORT=5433 DB_NAME=shop DB_USER=desk DB_PASSWORD=a@b", "storage.database",
        "postgresql://desk:a%40b@db.example:5433/shop", "DB_HOST");
    row("database, the usual parts", "DB_HOST=db.example DB_USER=desk", "storage.database",
        "postgresql://desk@db.example:5432/deskbell", "DB_HOST");
    row("no database without its host", "DB_NAME=shop DATABASE_URL=postgres://x/y", "storage.database", "", "default");
    row("our own names win", "PORT=3000 DESKBELL_SERVER_LISTEN=127.0.0.1:4000", "server.listen", "127.0.0.1:4000",
        "DESKBELL_SERVER_LISTEN");
}

void TestSettings::namesOfOtherServersAreTaken()
{
    QFETCH(QStringList, given);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, from);
    QProcessEnvironment environment;
    for (const QString &each : given)
        environment.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    SettingsLoader loader;
    QVERIFY(loader.readEnvironment(environment).ok());
    const auto settings = loader.finish();
    QVERIFY(settings.ok());
    for (const Setting &setting : settingCatalogue()) {
        if (QString::fromUtf8(setting.key.data()) == key)
            QCOMPARE(setting.show(*settings), value);
    }
    for (const auto &row : loader.rows()) {
        if (row.key == key)
            QVERIFY2(row.source.endsWith(from), qPrintable(row.source));
    }
}

void TestSettings::wrongValuesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *key, const char *value) {
        QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
    };
    row("server.listen", "8080");
    row("server.listen", "127.0.0.1:65536");
    row("server.listen", "nowhere:80");
    row("server.log_level", "loud");
    row("storage.database", "mysql://x");
    row("storage.durability", "none");
    row("security.rate_limits", "no");
    row("security.allowed_origins", "https://shop.example/");
    row("security.allowed_origins", "shop.example");
    row("limits.body_bytes", "1023");
    row("limits.body_bytes", "1e9");
    row("routing.strategy", "fair");
    row("routing.offer_timeout", "-1");
    row("routing.transfer_timeout", "0");
    row("routing.vanish_timeout", "86401");
    row("chats.abandon_timeout", "1h");
    row("no.such", "1");
}

void TestSettings::wrongValuesAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    SettingsLoader loader;
    const auto done = loader.set(key, value, QStringLiteral("command line"));
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(key));
    QVERIFY(done.error().message.contains(QStringLiteral("command line")));
    QCOMPARE(loader.finish()->bodyBytes, Settings().bodyBytes); // and changed nothing
}

void TestSettings::wrongFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("syntax") << QByteArray("[server]\nlisten = \n") << QStringLiteral("line 2");
    QTest::newRow("unknown key") << QByteArray("[server]\ncolour = \"red\"\n") << QStringLiteral("server.colour");
    QTest::newRow("no section") << QByteArray("listen = \"127.0.0.1:1\"\n") << QStringLiteral("listen");
    QTest::newRow("wrong type") << QByteArray("[server]\nlisten = { a = 1 }\n") << QStringLiteral("server.listen");
}

void TestSettings::wrongFilesAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    SettingsLoader loader;
    const auto done = loader.readFile(writeFile(folder, text));
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(named), qPrintable(done.error().message));
}

void TestSettings::openDoorsStayOnLoopback_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto trust = QStringLiteral("security.trust_client_ids");
    const auto rates = QStringLiteral("security.rate_limits");
    const auto yes = QStringLiteral("true");
    const auto no = QStringLiteral("false");
    QTest::newRow("trust, loopback") << QStringLiteral("127.0.0.1:0") << trust << yes << true;
    QTest::newRow("trust, IPv6 loopback") << QStringLiteral("[::1]:0") << trust << yes << true;
    QTest::newRow("trust, all addresses") << QStringLiteral("0.0.0.0:80") << trust << yes << false;
    QTest::newRow("no rates, loopback") << QStringLiteral("localhost:0") << rates << no << true;
    QTest::newRow("no rates, all addresses") << QStringLiteral("[::]:80") << rates << no << false;
    QTest::newRow("rates, all addresses") << QStringLiteral("0.0.0.0:80") << rates << yes << true;
}

void TestSettings::openDoorsStayOnLoopback()
{
    QFETCH(QString, listen);
    QFETCH(QString, key);
    QFETCH(QString, value);
    SettingsLoader loader;
    QVERIFY(loader.set(QStringLiteral("server.listen"), listen, QStringLiteral("command line")).ok());
    QVERIFY(loader.set(key, value, QStringLiteral("command line")).ok());
    QTEST(loader.finish().ok(), "good");
}

void TestSettings::passwordsAreNotShown()
{
    SettingsLoader loader;
    QVERIFY(loader
                .set(QStringLiteral("storage.database"), QStringLiteral("postgresql://desk:canary@127.0.0.1:1/db"),
                     QStringLiteral("file"))
                .ok());
    for (const auto &row : loader.rows())
        QVERIFY(!row.value.contains(QStringLiteral("canary")));
}

void TestSettings::everyDefaultIsAValueOfItsSetting()
{
    Settings settings = *SettingsLoader().finish();
    for (const Setting &setting : settingCatalogue())
        QVERIFY2(setting.assign(settings, setting.show(settings)), setting.key.data());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
