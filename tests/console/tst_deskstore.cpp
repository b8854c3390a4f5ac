#include "console/state/archive.h"

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

constexpr Timestamp now{1'767'225'600'000};
constexpr qint64 twoWeeksMs = 14LL * 24 * 60 * 60 * 1'000;
const QString account = QStringLiteral("anna@desk.example https://desk.example");
const ChatId chatId = ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-000000000001"));
const VisitorId visitorId = VisitorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-000000000002"));

api::Message said(qint64 seq)
{
    api::Message message;
    message.id = MessageId::generate();
    message.chatId = chatId;
    message.seq = seq;
    message.senderId = visitorId.toString();
    message.senderName = QStringLiteral("Vera");
    message.text = QStringLiteral("Zeile %1 – “naïve” 📦").arg(seq);
    message.createdAt.ms = 1'767'225'600'000 + seq;
    return message;
}

api::Chat chat(qint64 lastSeq)
{
    api::Chat chat;
    chat.id = chatId;
    chat.visitorId = visitorId;
    chat.visitorName = QStringLiteral("Vera");
    chat.version = 1;
    chat.lastSeq = lastSeq;
    chat.lastMessage = said(lastSeq);
    chat.createdAt.ms = 1'767'225'600'000;
    return chat;
}

/// Types for ever, as a person would, and says how far it has come.
int typeForEver(const QString &path)
{
    const SystemClock clock;
    const auto store = DeskStore::open(path);
    if (!store)
        return 1;
    Workspace workspace(clock);
    Archive archive(workspace, **store);
    archive.setAccount(account);
    for (QString text;; text += QLatin1Char('x')) {
        Draft draft{text};
        draft.note = text;
        draft.edit = EditDraft{3, text, 1};
        workspace.setDraft(chatId, draft);
        std::printf("%d\n", int(text.size()));
        std::fflush(stdout);
    }
}

} // namespace

/// What was seen and what was typed, on the disk.
class TestDeskStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsDrafts();
    void keepsDraftsOfEarlierVersions_data();
    void keepsDraftsOfEarlierVersions();
    void forgetsDraftsThatNobodyCanSend_data();
    void forgetsDraftsThatNobodyCanSend();
    void keepsWhatWasSeen();
    void leavesOutWhatIsOlderThanAGap();
    void forgetsAllButDrafts();
    void bringsThreadsBack();
    void bringsBackWhatWasOnlyRead();
    void aKillLosesNoKey();

private:
    std::unique_ptr<DeskStore> open() const
    {
        auto store = DeskStore::open(path());
        return store ? std::move(*store) : nullptr;
    }
    QString path() const { return m_folder->filePath(QStringLiteral("desk.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDeskStore::keepsDrafts()
{
    const ChatId other = ChatId::generate();
    QVERIFY(open()->setDraft(account, chatId, {QStringLiteral("Liebe Frau Keller,\n")}, now));
    QVERIFY(open()->setDraft(account, other, {QStringLiteral("two")}, now));
    QVERIFY(open()->setDraft(QStringLiteral("ben"), other, {QStringLiteral("three")}, now));
    QCOMPARE(
        open()->drafts(account),
        (QHash<ChatId, Draft>{{chatId, {QStringLiteral("Liebe Frau Keller,\n")}}, {other, {QStringLiteral("two")}}}));
    QVERIFY(open()->setDraft(account, chatId, {}, now));
    QCOMPARE(open()->drafts(account).keys(), QList{other});
    const LetterFile plan{QStringLiteral("/home/anna/plan.pdf"), QStringLiteral("plan.pdf"), 4'711};
    const Draft answer{{}, {plan}, 12, QStringLiteral("Mag Eiche"), true, EditDraft{7, QStringLiteral("17 Uhr"), 3}};
    QVERIFY(open()->setDraft(account, chatId, answer, now));
    QCOMPARE(open()->drafts(account).value(chatId), answer);
    QCOMPARE(open()->draftFiles(), QList{plan});
    const Draft emptied{{}, {}, {}, {}, false, EditDraft{7, {}, 0}}; // another text, of which nothing is written
    QVERIFY(open()->setDraft(account, chatId, emptied, now));
    QCOMPARE(open()->drafts(account).value(chatId), emptied);
}

void TestDeskStore::keepsDraftsOfEarlierVersions_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("values");
    QTest::addColumn<Draft>("kept");
    QTest::newRow("of texts alone") << QString() << QString() << Draft{QStringLiteral("Dear")};
    const LetterFile plan{QStringLiteral("/plan.pdf"), QStringLiteral("plan.pdf"), 1};
    QTest::newRow("of replies alone") << QStringLiteral(", files TEXT NOT NULL DEFAULT '', replyToSeq INTEGER")
                                      << QStringLiteral(", '%1', 3").arg(LetterFiles::write({plan}))
                                      << Draft{QStringLiteral("Dear"), {plan}, 3};
}

void TestDeskStore::keepsDraftsOfEarlierVersions()
{
    QFETCH(QString, columns);
    QFETCH(QString, values);
    QFETCH(Draft, kept);
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("earlier"));
        file.setDatabaseName(path());
        QVERIFY(file.open());
        QSqlQuery query(file);
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE drafts (account TEXT NOT NULL, chatId TEXT NOT NULL, "
                                          "text TEXT NOT NULL%1, PRIMARY KEY (account, chatId)) WITHOUT ROWID")
                               .arg(columns)));
        QVERIFY(query.exec(QStringLiteral("INSERT INTO drafts VALUES ('%1', '%2', 'Dear'%3)")
                               .arg(account, chatId.toString(), values)));
        file.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("earlier"));
    QCOMPARE(open()->drafts(account), (QHash<ChatId, Draft>{{chatId, kept}}));
    QVERIFY(open()->forgetOldDrafts(now)); // nobody knows how old it is
    QVERIFY(open()->forgetOldDrafts({now.ms + twoWeeksMs}));
    QCOMPARE(open()->drafts(account).size(), 1);
    kept.note = QStringLiteral("Mag Eiche");
    QVERIFY(open()->setDraft(account, chatId, kept, now));
    QCOMPARE(open()->drafts(account).value(chatId), kept);
}

void TestDeskStore::forgetsDraftsThatNobodyCanSend_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<bool>("old");
    QTest::addColumn<bool>("kept");
    QTest::newRow("of a chat that goes on") << true << false << true << true;
    QTest::newRow("of a chat that has just ended") << true << true << false << true;
    QTest::newRow("of a chat that ended long ago") << true << true << true << false;
    QTest::newRow("of a chat that is not known") << false << false << true << false;
    QTest::newRow("of a chat that is not known yet") << false << false << false << true;
}

void TestDeskStore::forgetsDraftsThatNobodyCanSend()
{
    QFETCH(bool, known);
    QFETCH(bool, ended);
    QFETCH(bool, old);
    QFETCH(bool, kept);
    SeenChat seen{chat(7), 7, 0};
    if (ended)
        seen.chat.endedAt = now;
    if (known)
        QVERIFY(open()->keep(account, seen));
    QVERIFY(open()->keep(QStringLiteral("ben"), SeenChat{chat(7), 7, 0})); // which is another desk
    QVERIFY(open()->setDraft(account, chatId, {QStringLiteral("Dear")}, now));
    QVERIFY(open()->forgetOldDrafts({now.ms + twoWeeksMs + (old ? 1 : 0)}));
    QCOMPARE(open()->drafts(account).size(), kept ? 1 : 0);
}

void TestDeskStore::keepsWhatWasSeen()
{
    const SeenChat seen{chat(7), 5, 2};
    QVERIFY(open()->keep(account, seen));
    QCOMPARE(open()->chats(account), QList{seen});
    QVERIFY(open()->chats(QStringLiteral("ben")).isEmpty());
    const SeenChat later{chat(9), 9, 0};
    QVERIFY(open()->keep(account, later));
    QCOMPARE(open()->chats(account), QList{later});
}

void TestDeskStore::leavesOutWhatIsOlderThanAGap()
{
    QList<api::Message> messages;
    for (const qint64 seq : {1, 2, 5, 6, 7}) {
        messages.append(said(seq));
        QVERIFY(open()->keep(account, messages.last()));
    }
    QCOMPARE(open()->messages(account, chatId), messages.mid(2));
    messages.insert(2, said(3));
    messages.insert(3, said(4));
    QVERIFY(open()->keep(account, messages.at(2)));
    QVERIFY(open()->keep(account, messages.at(3)));
    QCOMPARE(open()->messages(account, chatId), messages);
}

void TestDeskStore::forgetsAllButDrafts()
{
    QVERIFY(open()->keep(account, SeenChat{chat(1), 1, 0}));
    QVERIFY(open()->keep(account, said(1)));
    QVERIFY(open()->setDraft(account, chatId, {QStringLiteral("one")}, now));
    QVERIFY(open()->forget(account));
    QVERIFY(open()->chats(account).isEmpty());
    QVERIFY(open()->messages(account, chatId).isEmpty());
    QCOMPARE(open()->drafts(account).size(), 1);
}

/// From one run into the next, with pages that came from either side.
void TestDeskStore::bringsThreadsBack()
{
    const SystemClock clock;
    QList<api::Message> all;
    for (qint64 seq = 1; seq <= 8; ++seq)
        all.append(said(seq));
    all[5].replyToSeq = 2;
    {
        const auto store = open();
        Workspace workspace(clock);
        Archive archive(workspace, *store);
        archive.setAccount(account);
        workspace.takeChat(chat(5));
        workspace.thread(chatId)->takeLatest(all.mid(2, 3), true);
        workspace.thread(chatId)->takeEarlier(all.mid(0, 2), false);
        for (const api::Message &each : all.mid(5))
            workspace.takeMessage(each);
    }
    const auto store = open();
    Workspace workspace(clock);
    Archive archive(workspace, *store);
    archive.setAccount(account);
    archive.restore();
    QCOMPARE(workspace.chat(chatId)->lastSeq, 8);
    QCOMPARE(workspace.unread(chatId), 3);
    archive.restoreThread(chatId);
    const Thread *thread = workspace.thread(chatId);
    QVERIFY(thread->isLoaded() && !thread->hasEarlier());
    QCOMPARE(thread->entries().size(), 8);
    for (int row = 0; row < 8; ++row)
        QCOMPARE(thread->entries().at(row).message, all.at(row));
}

/// Nothing came after it was opened.
void TestDeskStore::bringsBackWhatWasOnlyRead()
{
    const SystemClock clock;
    const QList<api::Message> all{said(1), said(2)};
    {
        const auto store = open();
        Workspace workspace(clock);
        Archive archive(workspace, *store);
        archive.setAccount(account);
        workspace.takeChat(chat(2));
        workspace.thread(chatId)->takeLatest(all, false);
    }
    QCOMPARE(open()->messages(account, chatId), all);
}

void TestDeskStore::aKillLosesNoKey()
{
    QProcess typist;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(writesInto), path());
    typist.setProcessEnvironment(environment);
    typist.start(QCoreApplication::applicationFilePath(), QStringList());
    QByteArray said;
    while (said.count('\n') < 200) {
        QVERIFY(typist.waitForReadyRead(limitMs));
        said += typist.readAllStandardOutput();
    }
    typist.kill(); // SIGKILL: nothing of it runs any more
    QVERIFY(typist.waitForFinished(limitMs));
    said += typist.readAllStandardOutput();
    said.truncate(said.lastIndexOf('\n'));
    const int typed = said.mid(said.lastIndexOf('\n') + 1).toInt();
    const Draft draft = open()->drafts(account).value(chatId);
    QVERIFY(draft.edit);
    for (const QString &each : {draft.text, draft.note, draft.edit->text}) {
        QVERIFY2(each.size() >= typed, qPrintable(QStringLiteral("%1 of %2").arg(each.size()).arg(typed)));
        QCOMPARE(each, QString(each.size(), QLatin1Char('x')));
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(writesInto))
        return typeForEver(qEnvironmentVariable(writesInto));
    TestDeskStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_deskstore.moc"
