#include "server/store/searchquery.h"
#include "tests/support/testdesk.h"

#include <map>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Finding messages by their words, the same on both databases.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAsOneTypes_data();
    void findsAsOneTypes();
    void showsOnlyWhatIsTheirs_data() { TestDatabase::addRows(); }
    void showsOnlyWhatIsTheirs();
    void ranksAndTurnsPages_data() { TestDatabase::addRows(); }
    void ranksAndTurnsPages();
    void longTextsComeInPieces();
    void followsEditsAndDeletions_data() { TestDatabase::addRows(); }
    void followsEditsAndDeletions();
    void findsChatsByWhatIsKnownOfThem_data() { TestDatabase::addRows(); }
    void findsChatsByWhatIsKnownOfThem();
    void chatsAreNarrowedAndTurnPages_data() { TestDatabase::addRows(); }
    void chatsAreNarrowedAndTurnPages();
    void marksWhatWasFound_data();
    void marksWhatWasFound();

private:
    std::map<TestDatabase::Kind, std::pair<std::unique_ptr<TestDesk>, Caller>> m_desks;
};

namespace {

api::MessageSearch searchFor(const QString &query)
{
    return {query, {}, {}, {}, 20};
}

QList<qint64> seqsOf(const Result<api::MessageSearchAnswer> &answer)
{
    QList<qint64> seqs;
    for (const api::SearchHit &hit : answer->hits)
        seqs.append(hit.message.seq);
    return seqs;
}

} // namespace

void TestSearch::findsAsOneTypes_data()
{
    QTest::addColumn<TestDatabase::Kind>("kind");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    const QList<std::pair<const char *, bool>> queries{
        {"invoice", true},
        {"INVOICE", true},
        {"inv", true},
        {"oice", false},
        {"invoice mul", true},
        {"müller", true},
        {"mul inv", false},
        {"muller inv", true},
        {"22", true},
        {"shop.example/ord", true},
        {"orders", true},
        {"invoice nothing", false},
        {"\"invoice\"", true},
        {"invoice OR nothing", false},
        {"inv*", true},
        {"'; DROP TABLE", false},
        {"text:invoice", false},
        {"???", false},
        {"хочу", true},
        {"ХОЧУ", true},
        {"-invoice", true},
        {"NEAR(invoice)", false},
        {"\\ & | ! : (", false},
        {"🙂", false},
    };
    for (const auto kind : TestDatabase::kinds()) {
        for (const auto &[query, found] : queries)
            QTest::addRow("%s: %s", TestDatabase::nameOf(kind), query) << kind << QString::fromUtf8(query) << found;
    }
}

void TestSearch::findsAsOneTypes()
{
    QFETCH(TestDatabase::Kind, kind);
    QFETCH(QString, query);
    QFETCH(bool, found);
    auto &[desk, asker] = m_desks[kind];
    if (!desk) { // once for all rows
        desk = std::make_unique<TestDesk>(kind);
        asker = desk->visitor();
        desk->startChat(asker,
                        QStringLiteral("Invoice 2214 for Müller, https://shop.example/orders – хочу 🙂"));
    }
    const auto answer = desk->call(asker, searchFor(query));
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->hits.size(), found ? 1 : 0);
    if (found) {
        QVERIFY(answer->hits.first().highlight.contains(SearchQuery::startMark));
        QCOMPARE(answer->hits.first().message.seq, 1);
    }
}

void TestSearch::showsOnlyWhatIsTheirs()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor(QStringLiteral("Vera"));
    const Caller otto = desk.visitor(QStringLiteral("Otto"));
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId veras = desk.startChat(vera, QStringLiteral("parcel of Vera"));
    const ChatId ottos = desk.startChat(otto, QStringLiteral("parcel of Otto"));
    QVERIFY(desk.call(anna, api::ChatClaim{ottos}));
    const api::MessageSearch all = searchFor(QStringLiteral("parcel"));
    QCOMPARE(desk.call(vera, all)->hits.size(), 1);
    QCOMPARE(desk.call(vera, all)->hits.first().visitorName, QStringLiteral("Vera"));
    QCOMPARE(desk.call(anna, all)->hits.size(), 2);
    api::MessageSearch mine = all;
    mine.scope = api::SearchScope::Mine;
    QCOMPARE(desk.call(anna, mine)->hits.size(), 1);
    QCOMPARE(desk.call(anna, mine)->hits.first().visitorName, QStringLiteral("Otto"));
    api::MessageSearch inOne = all;
    inOne.chatId = veras;
    QCOMPARE(desk.call(anna, inOne)->hits.size(), 1);
    QCOMPARE(desk.outcome(otto, inOne), "chat_not_found");
}

void TestSearch::ranksAndTurnsPages()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("lamp lamp lamp"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("About the lamp in the hall: hello"), {}}));
    api::MessageSearch command = searchFor(QStringLiteral("lamp"));
    command.limit = 2;
    QList<qint64> seqs;
    for (;;) {
        const auto page = desk.call(anna, command);
        seqs += seqsOf(page);
        if (!page->next)
            break;
        command.cursor = page->next;
    }
    QCOMPARE(seqs, QList<qint64>({1, 5, 4, 3, 2})); // the best, then the newest
    command.cursor = QStringLiteral("x");
    QCOMPARE(desk.outcome(anna, command), "invalid_request");
}

void TestSearch::longTextsComeInPieces()
{
    TestDesk desk;
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const QString text = QStringLiteral("lamp ") + QString(3990, QChar(0x416)); // 24 kB on the wire
    for (int i = 0; i < 40; ++i)
        QVERIFY(desk.call(vera, api::MessageSend{chat, text, {}}));
    api::MessageSearch command = searchFor(QStringLiteral("lamp"));
    command.limit = 100;
    QSet<qint64> found;
    do {
        const auto page = desk.call(vera, command);
        QVERIFY(page->hits.size() < 20);
        for (const qint64 seq : seqsOf(page))
            found.insert(seq);
        command.cursor = page->next;
    } while (command.cursor);
    QCOMPARE(found.size(), 40);
}

void TestSearch::followsEditsAndDeletions()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera, QStringLiteral("apples"));
    QVERIFY(desk.call(vera, api::MessageSend{chat, QStringLiteral("apples too"), {}}));
    QVERIFY(desk.call(vera, api::MessageEdit{chat, 1, QStringLiteral("pears")}));
    QCOMPARE(seqsOf(desk.call(vera, searchFor(QStringLiteral("apples")))), QList<qint64>({2}));
    QCOMPARE(seqsOf(desk.call(vera, searchFor(QStringLiteral("pears")))), QList<qint64>({1}));
    QVERIFY(desk.call(vera, api::MessageDelete{chat, 1}));
    QVERIFY(seqsOf(desk.call(vera, searchFor(QStringLiteral("pears")))).isEmpty());
    QCOMPARE(desk.administration()->check(desk.database.settings).value(), QStringList());
}

void TestSearch::findsChatsByWhatIsKnownOfThem()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const Caller vera = desk.visitor(QStringLiteral("Véra Özgür"));
    const ChatId chat = desk.startChat(vera, QStringLiteral("Hello"));
    const auto finds = [&](const char *query) {
        const auto found = desk.call(admin, api::ChatSearch{QString::fromUtf8(query)});
        return found->chats.size() == 1 && found->chats.first().id == chat;
    };
    QVERIFY(finds("vera"));
    QVERIFY(finds("OZGUR ver") && finds("özg"));
    QVERIFY(!finds("hello")); // that is for message.search
    QVERIFY(!finds("?!"));
    api::VisitorUpdate update;
    update.visitorId = vera.visitorId;
    update.name = QStringLiteral("Mia");
    update.email = QStringLiteral("mia@mail.example");
    QVERIFY(desk.call(admin, update).ok());
    QVERIFY(finds("mia mail") && !finds("vera"));
    QVERIFY(desk.call(admin, api::ChatTag{chat, {QStringLiteral("returns")}}).ok());
    QVERIFY(desk.call(admin, api::ChatUpdate{chat, QStringLiteral("Broken lamp"), {}}).ok());
    QVERIFY(finds("lamp mia") && finds("retur"));
    QVERIFY(desk.call(admin, api::ChatTag{chat, {}, {QStringLiteral("returns")}}).ok());
    QVERIFY(!finds("retur"));
    QVERIFY(desk.call(admin, api::VisitorErase{vera.visitorId}).ok());
    QVERIFY(!finds("mia") && !finds("lamp"));
}

void TestSearch::chatsAreNarrowedAndTurnPages()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    QList<ChatId> chats;
    QList<Caller> visitors;
    for (int i = 0; i < 4; ++i) {
        visitors.append(desk.visitor(QStringLiteral("Vera %1").arg(i)));
        chats.append(desk.startChat(visitors.last(), QStringLiteral("Hello")));
    }
    const auto idsOf = [](const Result<api::ChatListAnswer> &answer) {
        QList<ChatId> ids;
        for (const api::Chat &each : answer->chats)
            ids.append(each.id);
        return ids;
    };
    api::ChatSearch search{QStringLiteral("vera")};
    search.limit = 3;
    const auto first = desk.call(admin, search);
    QCOMPARE(idsOf(first), (QList{chats[3], chats[2], chats[1]}));
    search.cursor = first->next;
    const auto last = desk.call(admin, search);
    QCOMPARE(idsOf(last), QList{chats[0]});
    QVERIFY(!last->next);
    QVERIFY(desk.call(admin, api::ChatTag{chats[1], {QStringLiteral("late"), QStringLiteral("vip")}}).ok());
    QVERIFY(desk.call(admin, api::ChatTag{chats[2], {QStringLiteral("vip 2")}}).ok());
    QVERIFY(desk.call(admin, api::ChatUpdate{chats[2], {}, api::ChatPriority::Urgent}).ok());
    QVERIFY(desk.call(admin, api::ChatClaim{chats[3]}).ok());
    api::ChatSearch tagged;
    tagged.tag = QStringLiteral("vip");
    QCOMPARE(idsOf(desk.call(admin, tagged)), QList{chats[1]}); // and not what begins so
    api::ChatSearch urgent;
    urgent.priority = api::ChatPriority::Urgent;
    QCOMPARE(idsOf(desk.call(admin, urgent)), QList{chats[2]});
    api::ChatSearch held{QStringLiteral("vera")};
    held.operatorId = admin.operatorId;
    QCOMPARE(idsOf(desk.call(admin, held)), QList{chats[3]});
    api::ChatSearch waiting;
    waiting.status = api::ChatStatus::Waiting;
    QCOMPARE(desk.call(admin, waiting)->chats.size(), 3);
    api::ChatList earlier;
    earlier.scope = api::ChatScope::All;
    earlier.visitorId = visitors[1].visitorId;
    QCOMPARE(idsOf(desk.call(admin, earlier)), QList{chats[1]});
    QVERIFY(desk.call(visitors[0], earlier)->chats.first().id == chats[0]); // whomever a visitor asks for
}

void TestSearch::marksWhatWasFound_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked"); // [ and ] for the marks
    QTest::newRow("word") << QStringLiteral("lamp") << QStringLiteral("The lamp, the Lamps")
                          << QStringLiteral("The [lamp], the [Lamps]");
    QTest::newRow("only the last is unfinished")
        << QStringLiteral("the la") << QStringLiteral("The lamp then") << QStringLiteral("[The] [lamp] then");
    QTest::newRow("accents") << QStringLiteral("muller") << QStringLiteral("Frau Müller")
                             << QStringLiteral("Frau [Müller]");
    QTest::newRow("pair") << QStringLiteral("b") << QStringLiteral("🙂b🙂 <b>")
                          << QStringLiteral("🙂[b]🙂 <[b]>");
    QTest::newRow("lines") << QStringLiteral("b") << QStringLiteral("a\nb") << QStringLiteral("a [b]");
    const QString filler = QStringLiteral("lorem ").repeated(60);
    QTest::newRow("long") << QStringLiteral("needle") << filler + QStringLiteral("needle ") + filler
                          << QStringLiteral("…") + QStringLiteral("lorem ").repeated(10) + QStringLiteral("[needle] ")
            + QStringLiteral("lorem ").repeated(22) + QStringLiteral("…");
}

void TestSearch::marksWhatWasFound()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const QString shown = SearchQuery(query).highlighted(text);
    QCOMPARE(QString(shown).replace(SearchQuery::startMark, u'[').replace(SearchQuery::endMark, u']'), marked);
}

QTEST_GUILESS_MAIN(TestSearch)

#include "tst_search.moc"
