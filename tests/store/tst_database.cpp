#include "server/store/chatstore.h"
#include "server/store/lockfile.h"
#include "server/store/messagestore.h"
#include "server/store/migrations.h"
#include "server/store/operatorstore.h"
#include "server/store/soundness.h"
#include "server/store/storagefailure.h"
#include "server/store/visitorstore.h"
#include "tests/support/testdatabase.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;

namespace {

using Opened = std::unique_ptr<Database>;

Opened open(const TestDatabase &test)
{
    auto database = Database::open(test.settings, Database::Role::Writer);
    if (!database || !Migrations().apply(**database))
        qFatal("The test database cannot be made.");
    return std::move(*database);
}

ChatId makeChat(Transaction &transaction, const QString &name = QStringLiteral("Zoë"))
{
    api::Visitor visitor;
    visitor.id = VisitorId::generate();
    visitor.name = name;
    VisitorStore(transaction).create(visitor);
    ChatId id = ChatId::generate();
    ChatStore(transaction).create(id, visitor.id, std::nullopt, {1});
    return id;
}

api::Message makeMessage(const QString &text, const std::optional<QString> &clientId = {})
{
    api::Message message;
    message.id = MessageId::generate();
    message.senderId = QStringLiteral("sender");
    message.senderName = QStringLiteral("Zoë");
    message.text = text;
    message.clientId = clientId;
    message.createdAt = {1'700'000'000'123};
    return message;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead_data() { TestDatabase::addRows(); }
    void whatIsWrittenIsRead();
    void hostileTextsAreJustTexts_data() { TestDatabase::addRows(); }
    void hostileTextsAreJustTexts();
    void anUncommittedTransactionIsUndone_data() { TestDatabase::addRows(); }
    void anUncommittedTransactionIsUndone();
    void aSavepointIsUndoneAlone_data() { TestDatabase::addRows(); }
    void aSavepointIsUndoneAlone();
    void numbersWithoutGaps_data() { TestDatabase::addRows(); }
    void numbersWithoutGaps();
    void changesOfOthersAreSeen_data() { TestDatabase::addRows(); }
    void changesOfOthersAreSeen();
    void aReaderCannotWrite_data() { TestDatabase::addRows(); }
    void aReaderCannotWrite();
    void theLockNamesItsHolder();
    void aDamagedFileIsRefused();
};

void TestStore::whatIsWrittenIsRead()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    Transaction transaction(*database, Transaction::Mode::Write);
    const ChatId id = makeChat(transaction);
    const ChatHead &head = *ChatStore(transaction).head(id);
    api::Message message = makeMessage(QStringLiteral("Grüße 😀"), QStringLiteral("c1"));
    message.chatId = id;
    QVERIFY(MessageStore(transaction).append(head, message));
    const auto chat = ChatStore(transaction).find(id);
    QCOMPARE(chat->visitorName, QStringLiteral("Zoë"));
    QCOMPARE(chat->lastSeq, 1);
    QVERIFY(!chat->visitorEmail && !chat->operatorId && !chat->endedAt);
    QVERIFY(chat->lastMessage == message);
    QVERIFY(MessageStore(transaction).after(head, 0, 10) == QList{message});
    QVERIFY(MessageStore(transaction).before(head, 2, 10) == QList{message});
    QVERIFY(MessageStore(transaction).findByClientId(head, message.senderId, QStringLiteral("c1")) == message);
    QVERIFY(!MessageStore(transaction).findByClientId(head, QStringLiteral("another"), QStringLiteral("c1")));
}

void TestStore::hostileTextsAreJustTexts()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    Transaction transaction(*database, Transaction::Mode::Write);
    const QStringList texts{QStringLiteral("'; DROP TABLE message; --"),
                            QStringLiteral("\\'); DELETE FROM chat; --"),
                            QStringLiteral("? :name $1 %1 {lock}"),
                            QStringLiteral("\\x41 \\0 \\\\"),
                            QStringLiteral("%_' OR 1=1"),
                            QString(4000, u'\'')};
    const ChatId id = makeChat(transaction, texts.first());
    for (const QString &text : texts) {
        api::Message message = makeMessage(text, text.left(64));
        QVERIFY(MessageStore(transaction).append(*ChatStore(transaction).head(id), message));
    }
    QCOMPARE(ChatStore(transaction).find(id)->visitorName, texts.first());
    QStringList read;
    for (const api::Message &each : MessageStore(transaction).after(*ChatStore(transaction).head(id), 0, 100))
        read.append(each.text);
    QCOMPARE(read, texts);
}

void TestStore::anUncommittedTransactionIsUndone()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    ChatId id;
    {
        Transaction transaction(*database, Transaction::Mode::Write);
        id = makeChat(transaction);
        QVERIFY(ChatStore(transaction).head(id));
    }
    Transaction transaction(*database, Transaction::Mode::Write);
    QVERIFY(!ChatStore(transaction).head(id)); // neither in the database nor remembered
}

void TestStore::aSavepointIsUndoneAlone()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    Transaction transaction(*database, Transaction::Mode::Write);
    const ChatId kept = makeChat(transaction);
    const auto say = [&](const ChatId &chat) {
        api::Message message = makeMessage(QStringLiteral("x"));
        QVERIFY(MessageStore(transaction).append(*ChatStore(transaction).head(chat), message));
    };
    say(kept);
    ChatId undone;
    {
        const Savepoint savepoint(transaction);
        undone = makeChat(transaction);
        say(kept);
    }
    QVERIFY(!ChatStore(transaction).head(undone));
    {
        Savepoint savepoint(transaction);
        say(kept);
        savepoint.keep();
    }
    QCOMPARE(ChatStore(transaction).find(kept)->lastSeq, 2);
    transaction.commit();
    QVERIFY(findUnsound(*database, Migrations().newest()).isEmpty());
}

void TestStore::numbersWithoutGaps()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    ChatId id;
    for (int round = 0; round < 3; ++round) {
        Transaction transaction(*database, Transaction::Mode::Write);
        if (id.isNull())
            id = makeChat(transaction);
        for (int i = 0; i < 5; ++i) {
            api::Message message = makeMessage(QStringLiteral("x"), QStringLiteral("c%1").arg(i));
            // The second and third round send the same clientIds again.
            QCOMPARE(MessageStore(transaction).append(*ChatStore(transaction).head(id), message), round == 0);
        }
        api::Message message = makeMessage(QStringLiteral("x"));
        QVERIFY(MessageStore(transaction).append(*ChatStore(transaction).head(id), message));
        QCOMPARE(message.seq, 6 + round);
        transaction.commit();
    }
    QVERIFY(findUnsound(*database, Migrations().newest()).isEmpty());
    database->execute(QStringLiteral("DELETE FROM message WHERE seq = 3"));
    QCOMPARE(findUnsound(*database, Migrations().newest()).size(), 1); // and the check does see a gap
}

void TestStore::changesOfOthersAreSeen()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    const Opened other = open(test);
    ChatId id;
    {
        Transaction transaction(*database, Transaction::Mode::Write);
        id = makeChat(transaction);
        QCOMPARE(ChatStore(transaction).head(id)->status, api::ChatStatus::Waiting);
        transaction.commit();
    }
    {
        Transaction transaction(*other, Transaction::Mode::Write);
        QVERIFY(ChatStore(transaction).end(*ChatStore(transaction).head(id), std::nullopt, {2}));
        transaction.commit();
    }
    Transaction transaction(*database, Transaction::Mode::Write);
    QCOMPARE(ChatStore(transaction).head(id)->status, api::ChatStatus::Ended);
}

void TestStore::aReaderCannotWrite()
{
    QFETCH(TestDatabase::Kind, kind);
    const TestDatabase test(kind);
    const Opened database = open(test);
    auto reader = Database::open(test.settings, Database::Role::Reader);
    QVERIFY(reader);
    Transaction transaction(**reader, Transaction::Mode::Read);
    QVERIFY_EXCEPTION_THROWN(makeChat(transaction), StorageFailure);
}

void TestStore::theLockNamesItsHolder()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deskbell.db.lock"));
    {
        const auto first = LockFile::take(path);
        QVERIFY(first);
        const auto second = LockFile::take(path);
        QVERIFY(!second);
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }
    QVERIFY(LockFile::take(path)); // released with its holder, though the file is still there
}

void TestStore::aDamagedFileIsRefused()
{
    const TestDatabase test;
    QFile file(test.settings.sqliteFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("This is no database. ").repeated(500));
    file.close();
    const auto database = Database::open(test.settings, Database::Role::Writer);
    QVERIFY(!database);
    QVERIFY(database.error().message.contains(test.settings.sqliteFile()));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_database.moc"
