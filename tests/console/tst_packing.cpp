#include "console/state/packing.h"
#include "console/state/seenchats.h"
#include "shared/api/catalogue.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

namespace {

/// A chat with all that a chat can have, as it comes off the wire.
SeenChat seen(const QString &file = QStringLiteral("chat.rated.json"))
{
    QFile golden(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/golden/events/") + file);
    if (!golden.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(golden.fileName()));
    api::Chat chat = json::decode<api::ChatUpdated>(golden.readAll())->chat;
    chat.status = api::ChatStatus::Ended;
    return {chat, chat.lastSeq - 1, 3};
}

SeenChat numbered(int number)
{
    SeenChat each = seen();
    each.chat.id = ChatId::generate();
    each.chat.visitorName = QStringLiteral("Visitor %1").arg(number);
    each.unread = number;
    return each;
}

SeenChats packed(const QList<SeenChat> &chats)
{
    SeenChats list;
    list.insert(0, chats);
    list.pack(0, list.size() - 1);
    return list;
}

} // namespace

/// Chats and messages that are kept packed come out as they went in, and are changed and found as if they were not.
class PackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesChatsThereAndBack_data();
    void takesChatsThereAndBack();
    void takesTextsThereAndBack_data();
    void takesTextsThereAndBack();
    void takesNumbersThereAndBack();
    void changesWhatIsPacked();
    void keepsWhatChangesOften();
    void keepsTheLastOnesThatWereLookedAt();
    void movesRows();
    void findsWords_data();
    void findsWords();
    void findsTheChatsOfAVisitor();
};

void PackingTest::takesChatsThereAndBack_data()
{
    QTest::addColumn<SeenChat>("chat");
    const QDir golden(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/golden/events"));
    const QStringList files = golden.entryList({QStringLiteral("chat.*.json")});
    for (const QString &each : files)
        QTest::newRow(qPrintable(each)) << seen(each);
    SeenChat bare;
    bare.chat.status = api::ChatStatus::Ended;
    QTest::newRow("nothing") << bare;
    SeenChat empty = seen();
    empty.chat.visitorEmail = QString();
    empty.chat.subject = QString();
    empty.chat.tags = {QString(), QStringLiteral("größe")};
    empty.chat.lastMessage->text.clear();
    QTest::newRow("empty texts") << empty;
    SeenChat own = seen();
    own.chat.lastMessage->senderType = api::SenderType::Operator;
    own.chat.lastMessage->senderId = own.chat.operatorId->toString();
    own.chat.lastMessage->senderName = *own.chat.operatorName;
    QTest::newRow("an operator's message") << own;
    SeenChat strange = seen();
    strange.chat.lastMessage->chatId = ChatId::generate();
    strange.chat.lastMessage->senderId = QStringLiteral("somebody");
    strange.chat.lastMessage->seq = 1;
    QTest::newRow("a message of elsewhere") << strange;
}

void PackingTest::takesChatsThereAndBack()
{
    QFETCH(SeenChat, chat);
    const SeenChats list = packed({chat});
    QVERIFY(!list.packed(0).isEmpty());
    QVERIFY(list.at(0) == chat);
    QVERIFY(list.packed(0).size() < qsizetype(sizeof(SeenChat)) * 2 / 3);
    QCOMPARE(list.nameAt(0), chat.chat.visitorName);
    QCOMPARE(list.brief(0).moment, momentOf(chat.chat));
}

void PackingTest::takesTextsThereAndBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QString();
    QTest::newRow("plain") << QStringLiteral("Where is it?");
    QTest::newRow("long") << QString(5'000, QChar(u'é'));
    QTest::newRow("beyond 16 bits") << QString::fromUtf8("📦 – ünï");
    QTest::newRow("a zero") << QString(QChar(0)) + QStringLiteral("x");
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) + QStringLiteral("x");
    QTest::newRow("a uuid") << QStringLiteral("0190f1d2-0000-7000-8000-00000000000a");
    QTest::newRow("one in capitals") << QStringLiteral("0190F1D2-0000-7000-8000-00000000000A");
}

void PackingTest::takesTextsThereAndBack()
{
    QFETCH(QString, text);
    QByteArray bytes;
    packing::write(bytes, text);
    packing::write(bytes, 7);
    packing::Source in(bytes);
    QString read;
    int after = 0;
    packing::read(in, read);
    packing::read(in, after);
    QCOMPARE(read, text);
    QCOMPARE(after, 7);
    SeenChat chat = seen();
    chat.chat.lastMessage->text = text;
    QVERIFY(packed({chat}).at(0) == chat);
}

void PackingTest::takesNumbersThereAndBack()
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    for (const qint64 number : {qint64(0), qint64(1), qint64(-1), qint64(63), qint64(64), qint64(-65),
                                qint64(1'773'000'000'000), least, std::numeric_limits<qint64>::max()}) {
        QByteArray bytes;
        packing::write(bytes, number);
        packing::Source in(bytes);
        qint64 read = 0;
        packing::read(in, read);
        QCOMPARE(read, number);
        QVERIFY(in.isEmpty());
    }
}

void PackingTest::changesWhatIsPacked()
{
    SeenChats list = packed({numbered(0), numbered(1)});
    QCOMPARE(list.at(1).unread, 1); // is remembered unpacked
    list.edit(1).unread = 9;
    QCOMPARE(list.at(1).unread, 9);
    QCOMPARE(list.at(0).unread, 0);
    list.pack(0, 1);
    QVERIFY(!list.packed(1).isEmpty());
    QCOMPARE(list.at(1).unread, 9);
}

void PackingTest::keepsWhatChangesOften()
{
    SeenChat live = numbered(0);
    live.chat.status = api::ChatStatus::Active;
    SeenChats list = packed({live});
    QVERIFY(list.packed(0).isEmpty());
    const SeenChat *there = &list.at(0);
    list.insert(0, {numbered(1)});
    QCOMPARE(&list.at(1), there);
    list.edit(1).chat.status = api::ChatStatus::Ended;
    for (int edits = 0; edits < 1'000; ++edits) {
        list.edit(0).unread = edits;
        list.settle();
    }
    QVERIFY(!list.packed(1).isEmpty()); // in the end it rests too
    QCOMPARE(list.at(1).chat.status, api::ChatStatus::Ended);
}

void PackingTest::keepsTheLastOnesThatWereLookedAt()
{
    QList<SeenChat> many;
    for (int number = 0; number < 200; ++number)
        many.append(numbered(number));
    const SeenChats list = packed(many);
    const SeenChat &first = list.at(0);
    for (int row = 1; row < 64; ++row)
        QCOMPARE(list.at(row).unread, row);
    QCOMPARE(first.unread, 0);
    for (int row = 0; row < 200; ++row)
        QVERIFY(list.at(row) == many.at(row));
    QCOMPARE(list.partitionPoint([](const SeenChat &each) { return each.unread < 77; }), 77);
}

void PackingTest::movesRows()
{
    SeenChats list = packed({numbered(0), numbered(1), numbered(2)});
    QCOMPARE(list.at(2).unread, 2);
    QCOMPARE(list.takeAt(1).unread, 1);
    QCOMPARE(list.at(1).unread, 2);
    list.insert(0, {numbered(7), numbered(8)});
    QCOMPARE(list.size(), 4);
    QCOMPARE(list.first().unread, 7);
    QCOMPARE(list.at(2).unread, 0);
    QCOMPARE(list.last().unread, 2);
}

void PackingTest::findsWords_data()
{
    QTest::addColumn<QString>("runs"); // a space between them
    QTest::addColumn<bool>("has");
    QTest::newRow("of the name") << QStringLiteral("kell") << true;
    QTest::newRow("of the address") << QStringLiteral("@mail") << true;
    QTest::newRow("of the message") << QStringLiteral("lamp") << true;
    QTest::newRow("of several") << QStringLiteral("kell lamp") << true;
    QTest::newRow("one is missing") << QStringLiteral("kell chair") << false;
    QTest::newRow("over the end of one") << QStringLiteral("rmaria") << false;
    QTest::newRow("of the page alone") << QStringLiteral("orders") << false;
}

void PackingTest::findsWords()
{
    QFETCH(QString, runs);
    QFETCH(bool, has);
    SeenChat chat = seen();
    chat.chat.visitorName = QStringLiteral("Maria KELLER");
    chat.chat.visitorEmail = QStringLiteral("maria@mail.example");
    chat.chat.page = QStringLiteral("https://shop.example/orders");
    chat.chat.lastMessage->text = QStringLiteral("My Lamp");
    const QList<QByteArray> wanted = runs.toLatin1().split(' ');
    QCOMPARE(packed({chat}).hasLetters(0, wanted), std::optional(has));
    chat.chat.status = api::ChatStatus::Waiting;
    QCOMPARE(packed({chat}).hasLetters(0, wanted), std::nullopt);
}

void PackingTest::findsTheChatsOfAVisitor()
{
    SeenChat other = numbered(1);
    other.chat.visitorId = VisitorId::generate();
    SeenChat live = numbered(2);
    live.chat.status = api::ChatStatus::Waiting;
    const SeenChats list = packed({numbered(0), other, live});
    QCOMPARE(list.rowsOf(live.chat.visitorId), QList<int>({0, 2}));
    QCOMPARE(list.rowsOf(other.chat.visitorId), QList<int>({1}));
    QCOMPARE(list.rowsOf(VisitorId::generate()), QList<int>());
}

QTEST_GUILESS_MAIN(PackingTest)

#include "tst_packing.moc"
