#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// What a console learns of visitors whom somebody looks at, from the real server.
class TestVisitorLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void init();
    void cleanup() { m_scene.reset(); }
    void learnsWhatTheSiteSaid();
    void catchesUpAfterAnOutage();
    void remembersWhileThereIsNoLine();
    void forgetsWhoIsErased();

private:
    using Attributes = QList<api::VisitorAttribute>;
    struct Scene
    {
        explicit Scene(const QUrl &server) : relay(server), visitor(server) { }
        Relay relay;
        ConsoleUnderDesk console;
        Visitor visitor;
        VisitorId id;
    };
    Attributes known() const
    {
        const api::Visitor *visitor = m_scene->console.workspace->visitors().find(m_scene->id);
        return visitor ? visitor->attributes : Attributes();
    }
    bool erase(const VisitorId &id);

    const Attributes studio{{QStringLiteral("Plan"), QStringLiteral("Studio")}};
    const Attributes gallery{{QStringLiteral("Plan"), QStringLiteral("Gallery")}};
    tests::ServerProcess m_server;
    std::unique_ptr<Scene> m_scene;
};

/// Somebody waits of whom the site has said something, and the console sees their chat.
void TestVisitorLookup::init()
{
    m_scene = std::make_unique<Scene>(m_server.url());
    m_scene->console.signIn(m_scene->relay.url(), anna);
    TRY_VERIFY(m_scene->console.isOnline() && m_scene->visitor.isConnected());
    m_scene->visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(m_scene->console.workspace->chat(m_scene->visitor.chatId));
    m_scene->id = m_scene->console.workspace->chat(m_scene->visitor.chatId)->visitorId;
    m_scene->visitor.introduce(m_scene->id, studio);
    TRY_COMPARE(m_scene->visitor.answers, 2);
}

void TestVisitorLookup::learnsWhatTheSiteSaid()
{
    Scene &at = *m_scene;
    QCOMPARE(at.console.workspace->visitors().state(at.id), VisitorState::Unasked);
    at.console.client->openVisitor(at.id);
    QCOMPARE(at.console.workspace->visitors().state(at.id), VisitorState::Loading);
    TRY_COMPARE(known(), studio);
    at.visitor.introduce(at.id, gallery);
    TRY_COMPARE(known(), gallery);
    const VisitorId nobody = VisitorId::generate();
    at.console.client->openVisitor(nobody);
    TRY_COMPARE(at.console.workspace->visitors().state(nobody), VisitorState::Failed);
}

void TestVisitorLookup::catchesUpAfterAnOutage()
{
    Scene &at = *m_scene;
    at.console.client->openVisitor(at.id);
    TRY_COMPARE(known(), studio);
    at.relay.cut();
    TRY_COMPARE(at.console.phase(), ConnectionState::Phase::Offline);
    at.visitor.introduce(at.id, gallery);
    TRY_COMPARE(at.visitor.answers, 3);
    QCOMPARE(known(), studio);
    at.relay.mend();
    TRY_COMPARE(known(), gallery);
}

void TestVisitorLookup::remembersWhileThereIsNoLine()
{
    Scene &at = *m_scene;
    at.console.client->openVisitor(at.id);
    TRY_COMPARE(known(), studio);
    at.relay.cut();
    at.console.restart();
    at.console.client->comeBack({at.relay.url(), anna});
    TRY_COMPARE(at.console.phase(), ConnectionState::Phase::Offline);
    QCOMPARE(known(), Attributes());
    at.console.client->openVisitor(at.id);
    QCOMPARE(known(), studio);
}

void TestVisitorLookup::forgetsWhoIsErased()
{
    Scene &at = *m_scene;
    const ChatId chat = at.visitor.chatId;
    at.console.client->openVisitor(at.id);
    at.console.client->openThread(chat);
    TRY_COMPARE(known(), studio);
    TRY_COMPARE(at.console.texts(chat), QStringList(QStringLiteral("Hello?")));
    const auto copy = at.console.client->files().keep("pasted", QStringLiteral("copy.txt"));
    QVERIFY(copy);
    at.console.workspace->setDraft(chat, {QStringLiteral("Dear"), {*copy}});
    QVERIFY(erase(at.id));
    TRY_COMPARE(known(), Attributes());
    QVERIFY(at.console.workspace->draft(chat).isEmpty());
    QVERIFY(!QFile::exists(copy->path));
    for (const QString &each : at.console.texts(chat))
        QCOMPARE(each, QString());
    at.relay.cut();
    at.console.restart(); // and nothing of it is on the disk
    at.console.client->comeBack({at.relay.url(), anna});
    TRY_COMPARE(at.console.phase(), ConnectionState::Phase::Offline);
    at.console.client->openThread(chat);
    at.console.client->openVisitor(at.id);
    QCOMPARE(known(), Attributes());
    for (const QString &each : at.console.texts(chat))
        QCOMPARE(each, QString());
    QVERIFY(!at.console.store->visitor(Account{at.relay.url(), anna}.key(), at.id));
}

/// By an admin, whose console has no button for it.
bool TestVisitorLookup::erase(const VisitorId &id)
{
    ConsoleUnderDesk claras;
    claras.signIn(m_server.url(), QStringLiteral("clara@demo.deskbell.example"));
    if (!QTest::qWaitFor([&] { return claras.isOnline(); }, limitMs))
        return false;
    Line line("/operator");
    const QString token = claras.vault.tokens.constBegin().value();
    line.open(m_server.url(), QStringLiteral(R"({"token":"%1"})").arg(token).toUtf8());
    if (!QTest::qWaitFor([&] { return line.isOpen(); }, limitMs))
        return false;
    std::optional<bool> done;
    line.request("visitor.erase", json::encode(api::VisitorErase{id}),
                 [&](const Result<json::Value> &reply) { done = reply.ok(); });
    return QTest::qWaitFor([&] { return done.has_value(); }, limitMs) && *done;
}

QTEST_GUILESS_MAIN(TestVisitorLookup)
#include "tst_visitorlookup.moc"
