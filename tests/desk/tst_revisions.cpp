#include "server/desk/answerbudget.h"
#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Messages that are edited and deleted: who may, who hears of it, and that nobody misses it.
class TestRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEditedAndKept_data() { TestDatabase::addRows(); }
    void isEditedAndKept();
    void isDeletedForGood_data() { TestDatabase::addRows(); }
    void isDeletedForGood();
    void isHeardByThoseInTheChat();
    void aResendKnowsTheFirstText_data() { TestDatabase::addRows(); }
    void aResendKnowsTheFirstText();
    void isCaughtUpWith_data() { TestDatabase::addRows(); }
    void isCaughtUpWith();
    void aLongAbsenceComesInPieces_data() { TestDatabase::addRows(); }
    void aLongAbsenceComesInPieces();
    void longTextsComeInPieces();
    void anAdminsHandIsWrittenDown();
};

namespace {

const QString first = QStringLiteral("My number is 0171 555");
const QString second = QStringLiteral("My number is secret");

} // namespace

void TestRevisions::isEditedAndKept()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor(QStringLiteral("Vera"));
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, first);
    desk.clock.advance(1000);
    const auto edited = desk.call(vera, api::MessageEdit{chat, 1, second});
    QCOMPARE(edited->text, second);
    QCOMPARE(edited->editedAt, std::optional(desk.clock.now()));
    QCOMPARE(edited->change, 1);
    QCOMPARE(desk.call(vera, api::MessageList{chat, {}, {}, 50})->messages, QList<api::Message>({*edited}));
    const auto state = desk.call(admin, api::ChatGet{chat});
    QCOMPARE(state->lastMessage, std::optional(*edited));
    QCOMPARE(state->lastChange, 1);
    QCOMPARE(desk.call(vera, api::MessageEdit{chat, 1, second})->change, 1); // sent twice, done once
    const auto history = desk.call(admin, api::MessageHistory{chat, 1, {}});
    QCOMPARE(history->message, *edited);
    QCOMPARE(history->versions.size(), 1);
    QCOMPARE(history->versions.first().text, first);
    QCOMPARE(history->versions.first().byName, QStringLiteral("Vera"));
    QCOMPARE(desk.outcome(vera, api::MessageEdit{chat, 2, second}), "message_not_found");
}

void TestRevisions::isDeletedForGood()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, first);
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, second}));
    const auto deleted = desk.call(vera, api::MessageDelete{chat, 1});
    QCOMPARE(deleted->text, QString());
    QVERIFY(deleted->deletedAt);
    QCOMPARE(deleted->change, 2);
    QCOMPARE(desk.call(vera, api::MessageDelete{chat, 1})->change, 2);
    QCOMPARE(desk.outcome(vera, api::MessageEdit{chat, 1, first}), "message_deleted");
    QCOMPARE(desk.call(vera, api::MessageSend{chat, QStringLiteral("next"), {}})->seq, 2); // the number stays taken
    QStringList texts;
    const auto history = desk.call(admin, api::MessageHistory{chat, 1, {}});
    for (const api::MessageVersion &version : history->versions)
        texts.append(version.text);
    QCOMPARE(texts, QStringList({first, second}));
}

void TestRevisions::isHeardByThoseInTheChat()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, first);
    const QByteArray veras = "visitor:" + vera.id().toLatin1();
    const QByteArray annas = "operator:" + anna.id().toLatin1();
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, second}));
    QCOMPARE(desk.roomsOf("message.edited").last(), QByteArrayList({"operators", veras}));
    QVERIFY(desk.call(anna, api::ChatClaim{chat}));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, first}));
    QCOMPARE(desk.roomsOf("message.edited").last(), QByteArrayList({annas, veras}));
    QVERIFY(desk.call(admin, api::MessageDelete{chat, 1}));
    QCOMPARE(desk.roomsOf("message.deleted").last(),
             QByteArrayList({annas, veras, "operator:" + admin.id().toLatin1()}));
}

void TestRevisions::aResendKnowsTheFirstText()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const api::MessageSend command{chat, first, QStringLiteral("c-1")};
    QVERIFY(desk.call(vera, command));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, second}));
    const auto again = desk.call(vera, command);
    QVERIFY(again);
    QVERIFY(again->duplicate);
    QCOMPARE(again->text, second);
    QCOMPARE(desk.outcome(vera, api::MessageSend{chat, second, QStringLiteral("c-1")}), "client_id_reused");
    QVERIFY(desk.call(vera, api::MessageDelete{chat, 1}));
    QVERIFY(desk.call(vera, command)->deletedAt);
}

void TestRevisions::isCaughtUpWith()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera, first);
    for (int i = 0; i < 3; ++i)
        QVERIFY(desk.call(vera, api::MessageSend{chat, QString::number(i), {}}));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 3, second}));
    // Known: three messages and the first change. Missed: an edit, a deletion, a message and the edit of that one.
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, second}));
    QVERIFY(desk.call(vera, api::MessageDelete{chat, 3}));
    const auto unseen = desk.call(vera, api::MessageEdit{chat, 4, second});
    const auto missed = desk.call(vera, api::SessionResume{{{chat, 3, 1}}});
    QCOMPARE(missed->messages, QList<api::Message>({*unseen}));
    QList<qint64> seqs;
    for (const api::Message &each : missed->changes)
        seqs.append(each.seq);
    QCOMPARE(seqs, QList<qint64>({1, 3}));
    QCOMPARE(missed->changes.first().text, second);
    QVERIFY(missed->changes.last().deletedAt);
    QCOMPARE(missed->chats.first().lastChange, 4);
    QVERIFY(!missed->moreChanges);
    QVERIFY(desk.call(vera, api::SessionResume{{{chat, 4, 4}}})->changes.isEmpty());
    QVERIFY(desk.call(vera, api::SessionResume{})->changes.isEmpty()); // has nothing that could be old
}

void TestRevisions::aLongAbsenceComesInPieces()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    constexpr int count = 230;
    int answered = 0;
    const auto counted = [&](const Reply &reply) { answered += reply.json.ok() ? 1 : 0; };
    for (int i = 0; i < count; ++i)
        desk.desk->submit(vera, api::MessageSend{chat, QString::number(i), {}}, counted);
    for (int i = 0; i < count; ++i)
        desk.desk->submit(vera, api::MessageEdit{chat, i + 1, second}, counted);
    TestDesk::wait([&] { return answered == 2 * count; });
    const auto piece = desk.call(vera, api::SessionResume{{{chat, count, 0}}});
    QVERIFY(piece->moreChanges);
    QCOMPARE(piece->changes.size(), 200);
    const auto rest = desk.call(vera, api::SessionResume{{{chat, count, piece->changes.last().change}}});
    QVERIFY(!rest->moreChanges);
    QCOMPARE(rest->changes.size(), count - 200);
    QCOMPARE(rest->changes.last().change, count);
}

void TestRevisions::longTextsComeInPieces()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, first);
    constexpr int count = 40;
    const auto text = [](int i) { return QString::number(i) + QString(3990, QChar(0x416)); }; // 24 kB on the wire
    for (int i = 1; i < count; ++i)
        QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("?"), {}}));
    for (int i = 0; i < count; ++i)
        QVERIFY(desk.call(vera, api::MessageEdit{chat, i + 1, text(i)}));
    for (int i = 1; i <= count; ++i)
        QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, text(count + i)}));

    QList<qint64> changes;
    for (std::optional<qint64> after = 0; after;) {
        const api::MessageHistory command{chat, 1, *after == 0 ? std::nullopt : after};
        const Reply reply = desk.submit(admin, command);
        QVERIFY(reply.json->size() <= AnswerBudget::whole + 64 * 1024);
        const auto piece = json::decode<api::MessageHistoryAnswer>(*reply.json);
        for (const api::MessageVersion &version : piece->versions)
            changes.append(version.change);
        after = piece->next;
    }
    QCOMPARE(changes.size(), count + 1); // the first text and all edits but the last
    QVERIFY(std::is_sorted(changes.begin(), changes.end()));

    QSet<qint64> seqs;
    api::SessionResumeAnswer missed;
    missed.moreChanges = true;
    for (qint64 change = 0; missed.moreChanges; change = missed.changes.last().change) {
        const Reply reply = desk.submit(vera, api::SessionResume{{{chat, count, change}}});
        QVERIFY(reply.json->size() <= AnswerBudget::whole + 64 * 1024);
        missed = *json::decode<api::SessionResumeAnswer>(*reply.json);
        for (const api::Message &each : std::as_const(missed.changes))
            seqs.insert(each.seq);
    }
    QCOMPARE(seqs.size(), count);
}

void TestRevisions::anAdminsHandIsWrittenDown()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const ChatId chat = desk.startChat(vera, first);
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, second}));
    QVERIFY(desk.call(admin, api::MessageDelete{chat, 1}));
    const auto audit = desk.call(admin, api::AuditList{QStringLiteral("message.deleted"), {}, 50});
    QCOMPARE(audit->entries.size(), 1);
    QCOMPARE(audit->entries.first().actorName, QStringLiteral("Clara"));
    QCOMPARE(audit->entries.first().targetId, std::optional(chat.toString()));
    QVERIFY(desk.call(admin, api::AuditList{QStringLiteral("message.edited"), {}, 50})->entries.isEmpty());
}

QTEST_GUILESS_MAIN(TestRevisions)

#include "tst_revisions.moc"
