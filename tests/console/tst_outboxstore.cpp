#include "console/store/outboxstore.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace deskbell;
using namespace deskbell::console;

namespace {

constexpr int limitMs = 15'000;
const char *const writesInto = "DESKBELL_TEST_WRITES_INTO"; // the file that a second process of this test fills

const QString account = QStringLiteral("anna@desk.example https://desk.example");

Letter letter(const ChatId &chat, int number)
{
    return {chat, QStringLiteral("c-%1").arg(number), QStringLiteral("Zeile %1 – “naïve” 📦").arg(number),
            Timestamp{1'767'225'600'000 + number}};
}

/// Adds letters until it is killed, and says each number once the letter is stored.
int writeForEver(const QString &path)
{
    const auto store = OutboxStore::open(path);
    if (!store)
        return 1;
    const ChatId chat = ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-000000000001"));
    for (int number = 0; (*store)->add(account, letter(chat, number)); ++number) {
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
    return 1;
}

} // namespace

class TestOutboxStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsLettersInOrder();
    void readsEarlierVersions_data();
    void readsEarlierVersions();
    void keepsAccountsApart();
    void remembersProblems();
    void refusesOneIdTwice();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void survivesKill();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("outbox.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutboxStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOutboxStore::keepsLettersInOrder()
{
    const ChatId one = ChatId::generate();
    const ChatId other = ChatId::generate();
    QList<Letter> letters{letter(one, 3), letter(other, 1), letter(one, 2), letter(one, 1)};
    letters[1].replyToSeq = 41;
    {
        const auto store = OutboxStore::open(path());
        QVERIFY(store);
        for (const Letter &each : letters)
            QVERIFY((*store)->add(account, each));
    }
    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    QCOMPARE((*store)->letters(account).value(), letters);
    QVERIFY((*store)->remove(account, one, letters.at(2).clientId));
    letters.removeAt(2);
    QCOMPARE((*store)->letters(account).value(), letters);
}

void TestOutboxStore::readsEarlierVersions_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
}

/// Letters that an earlier program has left are sent by this one.
void TestOutboxStore::readsEarlierVersions()
{
    QFETCH(int, version);
    const Letter left = letter(ChatId::generate(), 1);
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("earlier"));
        file.setDatabaseName(path());
        QVERIFY(file.open());
        QSqlQuery query(file);
        const QString files = version == 1 ? QString() : QStringLiteral("files TEXT NOT NULL DEFAULT '', ");
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE letters (position INTEGER PRIMARY KEY AUTOINCREMENT, "
                                          "account TEXT NOT NULL, chatId TEXT NOT NULL, clientId TEXT NOT NULL, "
                                          "text TEXT NOT NULL, createdAt INTEGER NOT NULL, problem TEXT, %1"
                                          "UNIQUE (account, chatId, clientId))")
                               .arg(files)));
        query.prepare(QStringLiteral("INSERT INTO letters (account, chatId, clientId, text, createdAt) "
                                     "VALUES (?, ?, ?, ?, ?)"));
        for (const QVariant &each :
             QVariantList{account, left.chatId.toString(), left.clientId, left.text, left.createdAt.ms})
            query.addBindValue(each);
        QVERIFY(query.exec());
        QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = %1").arg(version)));
        file.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("earlier"));
    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    QCOMPARE((*store)->letters(account).value(), QList{left});
    Letter answer = letter(left.chatId, 2);
    answer.replyToSeq = 7;
    QVERIFY((*store)->add(account, answer));
    QCOMPARE((*store)->letters(account).value(), (QList{left, answer}));
}

void TestOutboxStore::keepsAccountsApart()
{
    const QString other = QStringLiteral("ben@desk.example https://desk.example");
    const Letter same = letter(ChatId::generate(), 1);
    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    QVERIFY((*store)->add(account, same));
    QVERIFY((*store)->letters(other).value().isEmpty());
    QVERIFY((*store)->add(other, same));
    QVERIFY((*store)->remove(other, same.chatId, same.clientId));
    QCOMPARE((*store)->letters(account).value(), QList{same});
}

void TestOutboxStore::remembersProblems()
{
    Letter refused = letter(ChatId::generate(), 1);
    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    QVERIFY((*store)->add(account, refused));
    refused.problem = QStringLiteral("This chat has ended.");
    QVERIFY((*store)->setProblem(account, refused));
    QCOMPARE((*store)->letters(account).value(), QList{refused});
    refused.problem.reset();
    QVERIFY((*store)->setProblem(account, refused));
    QCOMPARE((*store)->letters(account).value(), QList{refused});
}

void TestOutboxStore::refusesOneIdTwice()
{
    const Letter first = letter(ChatId::generate(), 1);
    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    QVERIFY((*store)->add(account, first));
    QVERIFY(!(*store)->add(account, first));
    QCOMPARE((*store)->letters(account).value(), QList{first});
}

void TestOutboxStore::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray(4'096, 'x');
    // The header of a SQLite file with user_version 99 at offset 60.
    QByteArray newer("SQLite format 3\0", 16);
    newer.append(QByteArray::fromHex("1000010100402020000000010000000100000000000000000000000000000004"
                                     "0000000000000000000000010000006300000000"));
    newer.append(QByteArray(100 - newer.size(), '\0'));
    newer.append(QByteArray::fromHex("0d00000000100000"));
    newer.append(QByteArray(4'096 - newer.size(), '\0'));
    QTest::newRow("a newer version") << newer;
}

void TestOutboxStore::refusesForeignFiles()
{
    QFETCH(QByteArray, content);
    QFile file(path());
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto store = OutboxStore::open(path());
    QVERIFY(!store);
    QVERIFY(!store.error().message.isEmpty());
    if (qstrcmp(QTest::currentDataTag(), "a newer version") == 0)
        QVERIFY2(store.error().message.contains(QStringLiteral("newer")), qPrintable(store.error().message));
}

void TestOutboxStore::survivesKill()
{
    QProcess writer;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(writesInto), path());
    writer.setProcessEnvironment(environment);
    writer.start(QCoreApplication::applicationFilePath(), QStringList());
    QByteArray said;
    while (said.count('\n') < 20) {
        QVERIFY(writer.waitForReadyRead(limitMs));
        said += writer.readAllStandardOutput();
    }
    writer.kill();
    QVERIFY(writer.waitForFinished(limitMs));
    said += writer.readAllStandardOutput();

    const auto store = OutboxStore::open(path());
    QVERIFY(store);
    const auto letters = (*store)->letters(account);
    QVERIFY(letters);
    QVERIFY(letters->size() >= said.count('\n'));
    for (int number = 0; number < letters->size(); ++number)
        QCOMPARE(letters->at(number), letter(letters->at(number).chatId, number));
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(writesInto))
        return writeForEver(qEnvironmentVariable(writesInto));
    TestOutboxStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_outboxstore.moc"
