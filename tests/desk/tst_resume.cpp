#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Catching up after a reconnect: exactly what was missed.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesExactlyTheRest_data() { TestDatabase::addRows(); }
    void givesExactlyTheRest();
    void givesOperatorsTheirDesk_data() { TestDatabase::addRows(); }
    void givesOperatorsTheirDesk();
    void saysWhenThereIsMore_data() { TestDatabase::addRows(); }
    void saysWhenThereIsMore();
    void leavesOutWhatIsNotTheirs();

private:
    static void say(TestDesk &desk, const Caller &caller, const ChatId &chat, int count)
    {
        int answered = 0;
        for (int i = 0; i < count; ++i) {
            desk.desk->submit(caller, api::MessageSend{chat, QString::number(i), {}},
                              [&](const Reply &reply) { answered += reply.json.ok() ? 1 : 0; });
        }
        TestDesk::wait([&] { return answered == count; });
    }
    /// The messages of one chat in the answer.
    static QList<qint64> seqsIn(const api::SessionResumeAnswer &answer, const ChatId &chat)
    {
        QList<qint64> seqs;
        for (const api::Message &message : answer.messages) {
            if (message.chatId == chat)
                seqs.append(message.seq);
        }
        return seqs;
    }
    static QSet<ChatId> chatsIn(const api::SessionResumeAnswer &answer)
    {
        QSet<ChatId> ids;
        for (const api::Chat &chat : answer.chats)
            ids.insert(chat.id);
        return ids;
    }
};

void TestResume::givesExactlyTheRest()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId ended = desk.startChat(vera);
    say(desk, vera, ended, 4);
    QVERIFY(desk.call(vera, api::ChatEnd{ended, {}}));
    const ChatId open = desk.startChat(vera);
    say(desk, vera, open, 6);
    const auto answer = desk.call(vera, api::SessionResume{{{ended, 4}, {open, 3}}});
    QCOMPARE(chatsIn(*answer), QSet<ChatId>({ended, open}));
    QCOMPARE(seqsIn(*answer, ended), QList<qint64>());
    QCOMPARE(seqsIn(*answer, open), QList<qint64>({4, 5, 6}));
    QVERIFY(!answer->more);
    // A client that has nothing gets all; one that is ahead of a restored backup gets nothing.
    QCOMPARE(desk.call(vera, api::SessionResume{})->messages.size(), 10);
    QCOMPARE(seqsIn(*desk.call(vera, api::SessionResume{{{open, 99}}}), open), QList<qint64>());
}

void TestResume::givesOperatorsTheirDesk()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    QList<ChatId> chats;
    for (int i = 0; i < 4; ++i) {
        const Caller visitor = desk.visitor();
        chats.append(desk.startChat(visitor));
        say(desk, visitor, chats.last(), 2);
    }
    const auto &[waiting, annas, bens, endedByBen] = std::tie(chats[0], chats[1], chats[2], chats[3]);
    QVERIFY(desk.call(anna, api::ChatClaim{annas}));
    QVERIFY(desk.call(ben, api::ChatClaim{bens}));
    QVERIFY(desk.call(ben, api::ChatClaim{endedByBen}));
    QVERIFY(desk.call(ben, api::ChatEnd{endedByBen, {}}));
    QCOMPARE(chatsIn(*desk.call(anna, api::SessionResume{})), QSet<ChatId>({waiting, annas}));
    // One that was in the queue when the connection was lost, and has gone to another since.
    const auto answer = desk.call(anna, api::SessionResume{{{annas, 1}, {endedByBen, 2}}});
    QCOMPARE(chatsIn(*answer), QSet<ChatId>({waiting, annas, endedByBen}));
    QCOMPARE(seqsIn(*answer, annas), QList<qint64>({2}));
    QCOMPARE(seqsIn(*answer, waiting), QList<qint64>({1, 2}));
    QCOMPARE(seqsIn(*answer, endedByBen), QList<qint64>());
}

void TestResume::saysWhenThereIsMore()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    say(desk, vera, chat, 210);
    const auto answer = desk.call(vera, api::SessionResume{{{chat, 5}}});
    QVERIFY(answer->more);
    QList<qint64> seqs = seqsIn(*answer, chat);
    QCOMPARE(seqs.size(), 200);
    const auto rest = desk.call(vera, api::MessageList{chat, seqs.last(), {}, 200});
    for (const api::Message &message : rest->messages)
        seqs.append(message.seq);
    QCOMPARE(seqs.first(), 6);
    QCOMPARE(seqs.last(), 210);
    QCOMPARE(seqs.size(), 205);
    QVERIFY(!desk.call(vera, api::SessionResume{{{chat, 10}}})->more);
}

void TestResume::leavesOutWhatIsNotTheirs()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera, QStringLiteral("private"));
    const auto answer = desk.call(desk.visitor(), api::SessionResume{{{chat, 0}, {ChatId::generate(), 0}}});
    QCOMPARE(answer->chats, QList<api::Chat>());
    QCOMPARE(answer->messages, QList<api::Message>());
}

QTEST_GUILESS_MAIN(TestResume)

#include "tst_resume.moc"
