#include "server/store/migrations.h"
#include "server/store/storagefailure.h"
#include "tests/support/testdatabase.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written.", qPrintable(path));
}

std::unique_ptr<Database> open(const TestDatabase &test)
{
    return std::move(*Database::open(test.settings, Database::Role::Writer));
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyDatabaseIsBroughtUpToDate_data() { TestDatabase::addRows(); }
    void anEmptyDatabaseIsBroughtUpToDate();
    void aNewerDatabaseIsRefused_data() { TestDatabase::addRows(); }
    void aNewerDatabaseIsRefused();
    void aStepThatFailsLeavesNothing_data() { TestDatabase::addRows(); }
    void aStepThatFailsLeavesNothing();
    void aSnapshotIsKept();
    void anotherProgramsFileIsRefused();
    void everythingCanBeRemoved_data() { TestDatabase::addRows(); }
    void everythingCanBeRemoved();
};

void TestMigrations::anEmptyDatabaseIsBroughtUpToDate()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const auto database = open(test);
    QCOMPARE(Migrations::reached(*database), 0);
    const Migrations migrations;
    QVERIFY(migrations.newest() > 0);
    QVERIFY(migrations.apply(*database));
    QCOMPARE(Migrations::reached(*database), migrations.newest());
    QVERIFY(migrations.apply(*database)); // nothing is left to do
    QCOMPARE(database->ask(QStringLiteral("SELECT count(*) FROM message")).toInt(), 0);
}

void TestMigrations::aNewerDatabaseIsRefused()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const auto database = open(test);
    QVERIFY(Migrations().apply(*database));
    database->execute(QStringLiteral("INSERT INTO schemaVersion (version) VALUES (9999)"));
    const auto refused = Migrations().apply(*database);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QLatin1String("newer")));
}

void TestMigrations::aStepThatFailsLeavesNothing()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("0001_one.sql")),
          "-- a comment; and more\nCREATE TABLE one (\n  a INTEGER\n);\n");
    write(folder.filePath(QStringLiteral("0002_two.sql")),
          "CREATE TABLE two (a INTEGER);\nINSERT INTO one (a) VALUES (1);\nINSERT INTO nowhere (a) VALUES (1);\n");
    const auto database = open(test);
    const auto failed = Migrations(folder.path()).apply(*database);
    QVERIFY(!failed);
    QVERIFY(failed.error().message.contains(QLatin1String("nowhere")));
    QCOMPARE(Migrations::reached(*database), 1); // the first step stands
    QCOMPARE(database->ask(QStringLiteral("SELECT count(*) FROM one")).toInt(), 0);
    QVERIFY_EXCEPTION_THROWN(database->execute(QStringLiteral("SELECT * FROM two")), StorageFailure);

    write(folder.filePath(QStringLiteral("0002_two.sql")), "CREATE TABLE two (a INTEGER);\n");
    QVERIFY(Migrations(folder.path()).apply(*database));
    QCOMPARE(Migrations::reached(*database), 2);
}

void TestMigrations::aSnapshotIsKept()
{
    TestDatabase test;
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("0001_one.sql")), "CREATE TABLE one (a INTEGER);\n");
    {
        const auto database = open(test);
        QVERIFY(Migrations(folder.path()).apply(*database));
        database->execute(QStringLiteral("INSERT INTO one (a) VALUES (42)"));
        write(folder.filePath(QStringLiteral("0002_two.sql")), "UPDATE one SET a = 43;\n");
        QVERIFY(Migrations(folder.path()).apply(*database));
        QCOMPARE(database->ask(QStringLiteral("SELECT a FROM one")).toInt(), 43);
    }
    const QString snapshot = test.settings.sqliteFile() + QLatin1String(".before-v2");
    QVERIFY(QFile::exists(snapshot));
    QVERIFY(QFile::remove(test.settings.sqliteFile()));
    QVERIFY(QFile::rename(snapshot, test.settings.sqliteFile()));
    const auto restored = open(test);
    QCOMPARE(Migrations::reached(*restored), 1);
    QCOMPARE(restored->ask(QStringLiteral("SELECT a FROM one")).toInt(), 42);
}

void TestMigrations::anotherProgramsFileIsRefused()
{
    TestDatabase test;
    const auto database = open(test);
    database->execute(QStringLiteral("CREATE TABLE invoice (number INTEGER)"));
    const auto applied = Migrations().apply(*database);
    QVERIFY(!applied && applied.error().message.endsWith(QLatin1String("is a database of another program.")));
    QVERIFY(database->ask(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'chat'")).isNull());
}

void TestMigrations::everythingCanBeRemoved()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const auto database = open(test);
    QVERIFY(Migrations().apply(*database));
    Migrations::removeEverything(*database);
    QCOMPARE(Migrations::reached(*database), 0);
    QVERIFY(Migrations().apply(*database));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
