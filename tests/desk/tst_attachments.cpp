#include "server/desk/filename.h"
#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

QByteArray problemOf(const Error &error)
{
    return error.errors.isEmpty() ? QByteArray(wireName(error.code).data()) : error.errors.first().field.toLatin1();
}

api::MessageSend withFiles(const ChatId &chat, const QList<AttachmentId> &files, const QString &clientId = {})
{
    api::MessageSend command{chat, QStringLiteral("Look"), {}, files};
    if (!clientId.isEmpty())
        command.clientId = clientId;
    return command;
}

using Known = QHash<AttachmentId, bool>;

/// What the sweep of the files on the disk goes by.
Known knownOf(TestDesk &desk, const QList<AttachmentId> &ids)
{
    return *desk.perform<Known>(
        {}, [ids](Request &request) -> Result<Known> { return AttachmentStore(request.transaction).known(ids); });
}

} // namespace

/// Files that go with messages, as the rules see them.
class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesWithAMessage_data() { TestDatabase::addRows(); }
    void aFileGoesWithAMessage();
    void onlyWhatIsOnesOwnCanBeSent();
    void aResendTakesItsFilesAlong();
    void theyGoWithTheirMessage_data() { TestDatabase::addRows(); }
    void theyGoWithTheirMessage();
    void theyGoWithTheirChat_data() { TestDatabase::addRows(); }
    void theyGoWithTheirChat();
    void bytesComeOnce();
    void tooLargeAndTooMany();
    void whatWasNeverSentIsForgotten_data() { TestDatabase::addRows(); }
    void whatWasNeverSentIsForgotten();
    void namesAreMadeHarmless_data();
    void namesAreMadeHarmless();
    void endingsFitTheKind();
};

void TestAttachments::aFileGoesWithAMessage()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const auto announced = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("../cat.gif"), 43});
    QVERIFY(announced);
    QCOMPARE(announced->name, QStringLiteral("cat.gif"));
    QVERIFY(!announced->type);
    FileFacts facts{QStringLiteral("cat.gif"), QStringLiteral("image/gif"), 16, 9, true};
    const auto complete = desk.complete(vera, announced->id, facts);
    QVERIFY(complete);
    QCOMPARE(complete->type, facts.type);
    QCOMPARE(complete->width, 16);

    const auto sent = desk.call(vera, api::MessageSend{chat, {}, {}, {announced->id}});
    QVERIFY(sent);
    QCOMPARE(sent->text, QString());
    QCOMPARE(sent->attachments, QList{*complete});
    QCOMPARE(json::decode<api::MessageSent>(desk.events.last().json)->message.attachments, QList{*complete});
    QCOMPARE(desk.call(vera, api::MessageList{chat, {}, {}, 50})->messages.first().attachments, QList{*complete});
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastMessage->attachments, QList{*complete});
    QCOMPARE(*desk.call(vera, api::AttachmentGet{announced->id}), *complete);
}

void TestAttachments::onlyWhatIsOnesOwnCanBeSent()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const Caller other = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const ChatId others = desk.startChat(other);
    const auto announce = [&](const Caller &by, const ChatId &in) {
        return desk.call(by, api::AttachmentUpload{in, QStringLiteral("a"), 1})->id;
    };
    const auto tried = [&](const QList<AttachmentId> &files) {
        const auto answer = desk.call(vera, withFiles(chat, files));
        return answer ? QByteArray("ok") : problemOf(answer.error());
    };
    const AttachmentId empty = announce(vera, chat);
    const AttachmentId good = announce(vera, chat);
    QVERIFY(desk.complete(vera, good));
    const AttachmentId theirs = announce(other, others);
    QVERIFY(!desk.complete(vera, theirs));
    QVERIFY(desk.complete(other, theirs));
    QCOMPARE(desk.outcome(other, api::AttachmentGet{good}), "attachment_not_found");
    QCOMPARE(desk.outcome(anna, api::AttachmentGet{good}), "attachment_not_found"); // not sent yet
    QCOMPARE(tried({AttachmentId::generate()}), "attachments.0");
    QCOMPARE(tried({good, theirs}), "attachments.1");
    QCOMPARE(tried({good, empty}), "attachments.1");
    QCOMPARE(tried({good, good}), "attachments.1");
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 0); // none of them left a trace
    QCOMPARE(tried({good}), "ok");
    QCOMPARE(tried({good}), "attachments.0"); // sent already
    QCOMPARE(desk.outcome(anna, api::AttachmentGet{good}), "ok");
}

void TestAttachments::aResendTakesItsFilesAlong()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const AttachmentId file = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    QVERIFY(desk.complete(vera, file));
    const auto first = desk.call(vera, withFiles(chat, {file}, QStringLiteral("c-1")));
    const auto again = desk.call(vera, withFiles(chat, {file}, QStringLiteral("c-1")));
    QVERIFY(first && again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->attachments, first->attachments);
    QVERIFY(again->duplicate);
    QCOMPARE(desk.outcome(vera, withFiles(chat, {}, QStringLiteral("c-1"))), "client_id_reused");
}

void TestAttachments::theyGoWithTheirMessage()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const AttachmentId first = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    QVERIFY(desk.complete(vera, first));
    QVERIFY(desk.call(vera, withFiles(chat, {first}, QStringLiteral("c-1"))));
    const AttachmentId second = desk.sendFile(vera, chat);
    const auto deleted = desk.call(vera, api::MessageDelete{chat, 1});
    QVERIFY(deleted);
    QVERIFY(deleted->attachments.isEmpty());
    QVERIFY(desk.call(vera, withFiles(chat, {first}, QStringLiteral("c-1")))->duplicate);
    QCOMPARE(desk.outcome(vera, api::AttachmentGet{first}), "attachment_not_found");
    QCOMPARE(desk.outcome(admin, api::AttachmentGet{second}), "ok");
    QVERIFY(desk.call(admin, api::VisitorErase{vera.visitorId}));
    QCOMPARE(desk.outcome(admin, api::AttachmentGet{second}), "attachment_not_found");
    const auto left = desk.call(admin, api::MessageList{chat, {}, {}, 50});
    for (const api::Message &each : left->messages)
        QVERIFY(each.attachments.isEmpty());
}

void TestAttachments::theyGoWithTheirChat()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const AttachmentId sent = desk.sendFile(vera, chat);
    const AttachmentId unsent = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    const auto known = [&] { return knownOf(desk, {sent, unsent}).size(); };
    QCOMPARE(known(), 2);
    QVERIFY(desk.call(vera, api::ChatEnd{chat, {}}));
    QVERIFY(desk.call(admin, api::SettingsUpdate{{}, {}, {}, 1}));
    desk.clock.advance(2 * 24LL * 3'600'000);
    desk.desk->sweep();
    TestDesk::wait([&] { return known() == 0; });
    QCOMPARE(desk.outcome(admin, api::AttachmentGet{sent}), "attachment_not_found");
}

void TestAttachments::bytesComeOnce()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const AttachmentId file = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    QVERIFY(desk.complete(vera, file));
    QCOMPARE(desk.complete(vera, file).error().code, ErrorCode::AttachmentComplete);
    const AttachmentId late = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    QVERIFY(desk.call(vera, api::ChatEnd{chat, {}}));
    QCOMPARE(desk.complete(vera, late).error().code, ErrorCode::ChatEnded);
}

void TestAttachments::tooLargeAndTooMany()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const qint64 most = DeskLimits{}.attachmentBytes;
    QCOMPARE(desk.outcome(vera, api::AttachmentUpload{chat, QStringLiteral("a"), most + 1}), "payload_too_large");
    for (int i = 0; i < 20; ++i)
        QCOMPARE(desk.outcome(vera, api::AttachmentUpload{chat, QStringLiteral("a"), most}), "ok");
    QCOMPARE(desk.outcome(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1}), "too_many_requests");
}

void TestAttachments::whatWasNeverSentIsForgotten()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const AttachmentId sent = desk.sendFile(vera, chat);
    const AttachmentId unsent = desk.call(vera, api::AttachmentUpload{chat, QStringLiteral("a"), 1})->id;
    const Timestamp now = desk.clock.now();
    const auto sweep = [&](Timestamp before) {
        return *desk.perform<qint64>({}, [=](Request &request) -> Result<qint64> {
            return AttachmentStore(request.transaction).removeUnsent(before);
        });
    };
    QCOMPARE(sweep(now), 0);
    QCOMPARE(sweep(Timestamp{now.ms + 1}), 1);
    QCOMPARE(knownOf(desk, {sent, unsent}), (Known{{sent, true}}));
}

void TestAttachments::namesAreMadeHarmless_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char *what, const QString &name, const QString &safe) {
        QTest::newRow(what) << name << safe;
    };
    row("plain", QStringLiteral("Beleg März 2026.pdf"), QStringLiteral("Beleg März 2026.pdf"));
    row("folders", QStringLiteral("../../etc/passwd"), QStringLiteral("passwd"));
    row("folders of Windows", QStringLiteral("C:\\Temp\\x.txt"), QStringLiteral("x.txt"));
    row("nothing but dots", QStringLiteral("..."), QStringLiteral("file"));
    row("hidden", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
    row("an option", QStringLiteral("-rf.txt"), QStringLiteral("rf.txt"));
    row("line ends", QStringLiteral("a\r\nSet-Cookie: x=1.txt"), QStringLiteral("aSet-Cookie x=1.txt"));
    row("NUL", QStringLiteral("a.exe\0.png").replace(u'\0', QChar(0)), QStringLiteral("a.exe.png"));
    row("turned round", QStringLiteral("photo\u202Egnp.exe"), QStringLiteral("photognp.exe"));
    row("quotes and marks", QStringLiteral("<a \"b\"|c?*%41>.txt"), QStringLiteral("a bc41.txt"));
    row("a lone surrogate", QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"), QStringLiteral("a\uFFFDb"));
    row("beyond the first plane", QStringLiteral("📦.txt"), QStringLiteral("📦.txt"));
    row("long", QString(300, u'x') + QStringLiteral(".pdf"), QString(116, u'x') + QStringLiteral(".pdf"));
    row("a folder alone", QStringLiteral("photos/"), QStringLiteral("file"));
}

void TestAttachments::namesAreMadeHarmless()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

void TestAttachments::endingsFitTheKind()
{
    const QStringList pictures{QStringLiteral("jpg"), QStringLiteral("jpeg")};
    QCOMPARE(withFittingEnding(QStringLiteral("a.JPEG"), pictures), QStringLiteral("a.JPEG"));
    QCOMPARE(withFittingEnding(QStringLiteral("a.exe"), pictures), QStringLiteral("a.exe.jpg"));
    QCOMPARE(withFittingEnding(QStringLiteral("jpg"), pictures), QStringLiteral("jpg.jpg"));
}

QTEST_GUILESS_MAIN(TestAttachments)

#include "tst_attachments.moc"
