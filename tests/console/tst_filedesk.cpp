#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;
using Phase = ConnectionState::Phase;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// Files on their way to the real server and back, whatever breaks.
class TestFileDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesGoWithAMessage();
    void consoleIsKilledBeforeItCouldSend();
    void serverIsKilledUnderWay();
    void aFileThatHasGoneIsTriedAgain();
    void stopsAndGoesOn();
    void saysWhatTheDeskDoesNotTake();
    void picturesAreFetchedOnce();
    void savesWholeFilesOnly();
    void knowsTheLargestFile();

private:
    bool begin(ConsoleUnderDesk &console, Visitor &visitor, const QUrl &server);
    LetterFile write(const QString &name, const QByteArray &bytes) const;
    QStringList heard(const Visitor &visitor) const;

    tests::ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    ChatId m_chat;
};

void TestFileDesk::init()
{
    m_server.kill();
    QVERIFY(m_server.start(withoutRates));
    m_folder = std::make_unique<QTemporaryDir>();
}

/// The console holds a chat with the visitor.
bool TestFileDesk::begin(ConsoleUnderDesk &console, Visitor &visitor, const QUrl &server)
{
    const auto until = [](auto condition) { return QTest::qWaitFor(condition, limitMs); };
    console.signIn(server, anna);
    if (!until([&] { return console.isOnline() && visitor.isConnected(); }))
        return false;
    visitor.start(QStringLiteral("Hello?"));
    if (!until([&] { return console.workspace->chat(visitor.chatId) != nullptr; }))
        return false;
    m_chat = visitor.chatId;
    console.client->claim(m_chat, console.tell());
    console.client->openThread(m_chat);
    return until([&] { return console.outcome && console.entries(m_chat).size() == 1; }) && console.outcome->ok();
}

LetterFile TestFileDesk::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return {file.fileName(), name, bytes.size()};
}

/// What came with the visitor's messages, in order.
QStringList TestFileDesk::heard(const Visitor &visitor) const
{
    QStringList all;
    for (const api::Message &each : visitor.heard) {
        QStringList names;
        for (const api::Attachment &file : each.attachments)
            names.append(file.name);
        all.append(QStringLiteral("%1[%2]").arg(each.text, names.join(QLatin1Char(','))));
    }
    return all;
}

const QString hello = QStringLiteral("Hello?[]");

void TestFileDesk::filesGoWithAMessage()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    FileActions &files = console.client->files();
    const auto copy = files.keep("pasted", QStringLiteral("copy.txt"));
    QVERIFY(copy);
    const LetterFile own = write(QStringLiteral("own.txt"), QByteArray(300'000, 'o'));
    console.client->send(m_chat, Draft{QStringLiteral("Both"), {own, *copy}});
    console.client->send(m_chat, QStringLiteral("after"));
    QCOMPARE(console.entries(m_chat).at(1).message.attachments.size(), 2);
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    TRY_COMPARE(heard(visitor),
                (QStringList{hello, QStringLiteral("Both[own.txt,copy.txt]"), QStringLiteral("after[]")}));
    QVERIFY(console.isWhole(m_chat));
    QVERIFY(QFile::exists(own.path)); // it was the person's own
    QVERIFY(!QFile::exists(copy->path));
}

void TestFileDesk::consoleIsKilledBeforeItCouldSend()
{
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, relay.url()));
    relay.cut();
    TRY_COMPARE(console.phase(), Phase::Offline);
    const auto copy = console.client->files().keep("pasted", QStringLiteral("copy.txt"));
    const auto forgotten = console.client->files().keep("never sent", QStringLiteral("other.txt"));
    console.client->send(m_chat, Draft{QString(), {*copy}});
    console.restart();
    QVERIFY(QFile::exists(copy->path));
    QVERIFY(!QFile::exists(forgotten->path)); // nothing needs it
    console.client->comeBack({relay.url(), anna});
    TRY_COMPARE(console.workspace->outgoingCount(), 1);
    QCOMPARE(console.entries(m_chat).first().message.attachments.first().name, QStringLiteral("copy.txt"));
    relay.mend();
    TRY_COMPARE(heard(visitor), (QStringList{hello, QStringLiteral("[copy.txt]")}));
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    QVERIFY(!QFile::exists(copy->path));
}

void TestFileDesk::serverIsKilledUnderWay()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const LetterFile first = write(QStringLiteral("first.txt"), QByteArray(1'000, 'a'));
    const LetterFile second = write(QStringLiteral("second.txt"), QByteArray(8'000'000, 'b'));
    console.client->send(m_chat, Draft{QStringLiteral("Both"), {first, second}});
    // The first file is there, and the second is begun.
    TRY_VERIFY(console.outbox->files().value().first().attachmentId);
    m_server.kill();
    TRY_COMPARE(console.phase(), Phase::Offline);
    QCOMPARE(console.workspace->outgoingCount(), 1);
    QVERIFY(m_server.start(withoutRates));
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const api::Message sent = console.entries(m_chat).last().message;
    QCOMPARE(sent.attachments.size(), 2);
    QCOMPARE(sent.attachments.at(1).size, second.size);
    QVERIFY(console.isWhole(m_chat));
}

void TestFileDesk::aFileThatHasGoneIsTriedAgain()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    LetterFile file = write(QStringLiteral("here.txt"), "bytes");
    QVERIFY(QFile::remove(file.path));
    console.client->send(m_chat, Draft{QStringLiteral("Look"), {file}});
    TRY_COMPARE(console.entries(m_chat).last().delivery, Delivery::Failed);
    QCOMPARE(console.entries(m_chat).last().problem, QStringLiteral("The file here.txt is not there any more."));
    write(QStringLiteral("here.txt"), "bytes again");
    console.client->sendAgain(m_chat, *console.entries(m_chat).last().message.clientId);
    TRY_COMPARE(heard(visitor), (QStringList{hello, QStringLiteral("Look[here.txt]")}));
}

void TestFileDesk::stopsAndGoesOn()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const LetterFile file = write(QStringLiteral("long.txt"), QByteArray(8'000'000, 'l'));
    console.client->send(m_chat, Draft{QStringLiteral("Look"), {file}});
    console.client->send(m_chat, QStringLiteral("after"));
    const QString clientId = *console.entries(m_chat).at(1).message.clientId;
    console.client->files().stop(m_chat, clientId);
    QCOMPARE(console.entries(m_chat).at(1).delivery, Delivery::Failed);
    TRY_COMPARE(heard(visitor), (QStringList{hello, QStringLiteral("after[]")})); // it did not wait for it
    console.client->sendAgain(m_chat, clientId);
    TRY_COMPARE(heard(visitor), (QStringList{hello, QStringLiteral("after[]"), QStringLiteral("Look[long.txt]")}));
}

void TestFileDesk::saysWhatTheDeskDoesNotTake()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const LetterFile program = write(QStringLiteral("tool"),
                                     QByteArray("\x7f"
                                                "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                                                16));
    console.client->send(m_chat, Draft{QString(), {program}});
    TRY_COMPARE(console.entries(m_chat).last().delivery, Delivery::Failed);
    QCOMPARE(console.entries(m_chat).last().problem, QStringLiteral("The desk does not take files such as tool."));
    console.client->discard(m_chat, *console.entries(m_chat).last().message.clientId);
    QCOMPARE(console.entries(m_chat).size(), 1);
}

void TestFileDesk::picturesAreFetchedOnce()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    QImage image(900, 600, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(image.save(&buffer, "PNG"));
    console.client->send(m_chat, Draft{QString(), {write(QStringLiteral("photo.png"), png)}});
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const api::Attachment file = console.entries(m_chat).last().message.attachments.first();
    QVERIFY(file.thumbnail);
    QByteArray got;
    const auto take = [&got](const QByteArray &bytes) { got = bytes; };
    console.client->files().fetchPicture(file.id, take);
    TRY_VERIFY(!got.isEmpty());
    QCOMPARE(QImage::fromData(got).size(), QSize(480, 320));
    m_server.kill();
    const QByteArray before = std::exchange(got, {});
    console.client->files().fetchPicture(file.id, take);
    QCOMPARE(got, before); // at once, from this computer
    console.client->signOut();
    QVERIFY(!QDir(console.folder.filePath(QStringLiteral("files/pictures"))).exists());
}

void TestFileDesk::savesWholeFilesOnly()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    const QByteArray bytes(700'000, 's');
    console.client->send(m_chat, Draft{QString(), {write(QStringLiteral("mine.txt"), bytes)}});
    TRY_COMPARE(console.workspace->outgoingCount(), 0);
    const AttachmentId id = console.entries(m_chat).last().message.attachments.first().id;
    const QString path = m_folder->filePath(QStringLiteral("saved.txt"));
    int percent = -1;
    console.client->files().save(
        id, path, [&percent](int done) { percent = done; }, console.tell());
    TRY_VERIFY(console.outcome);
    QVERIFY(console.outcome->ok());
    QCOMPARE(percent, 100);
    QFile saved(path);
    QVERIFY(saved.open(QFile::ReadOnly));
    QCOMPARE(saved.readAll(), bytes);
    const QString nowhere = m_folder->filePath(QStringLiteral("nothing.txt"));
    console.client->files().save(
        AttachmentId::generate(), nowhere, [](int) {}, console.tell());
    TRY_VERIFY(console.outcome);
    QCOMPARE(console.outcome->error().message, QStringLiteral("There is no such file."));
    QVERIFY(!QFile::exists(nowhere));
}

void TestFileDesk::knowsTheLargestFile()
{
    ConsoleUnderDesk console;
    Visitor visitor(m_server.url());
    QVERIFY(begin(console, visitor, m_server.url()));
    TRY_COMPARE(console.workspace->office().mostFileBytes(), 25 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestFileDesk)
#include "tst_filedesk.moc"
