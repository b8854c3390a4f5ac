#include "console/application.h"
#include "console/settings/networkaccess.h"
#include "console/views/loginview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/relay.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

/// Hands on what comes on one socket to the other, both ways.
void join(QTcpSocket *one, QTcpSocket *other)
{
    const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
        QObject::connect(from, &QIODevice::readyRead, to, [from, to] { to->write(from->readAll()); });
        QObject::connect(from, &QAbstractSocket::disconnected, to, &QAbstractSocket::disconnectFromHost);
        to->write(from->readAll());
    };
    pass(one, other);
    pass(other, one);
}

QTcpSocket *connected(QObject *parent, const QUrl &server)
{
    auto *socket = new QTcpSocket(parent);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(server.host(), quint16(server.port()));
    return socket;
}

/// What companies have at their edge: CONNECT, and a name that only it can find.
class ConnectProxy final : public QObject
{
public:
    explicit ConnectProxy(QUrl server) : m_server(std::move(server))
    {
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_listener.nextPendingConnection())
                connect(client, &QIODevice::readyRead, this, [this, client] { take(client); });
        });
        m_listener.listen(QHostAddress::LocalHost);
    }
    int port() const { return m_listener.serverPort(); }
    QByteArrayList asked;

private:
    void take(QTcpSocket *client)
    {
        const QByteArray head = client->peek(4'096);
        if (!head.contains("\r\n\r\n"))
            return;
        client->disconnect(this);
        client->readAll();
        asked.append(head.left(head.indexOf('\r')));
        QTcpSocket *server = connected(client, m_server);
        connect(server, &QAbstractSocket::connected, client, [client, server] {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            join(client, server);
        });
    }

    QUrl m_server;
    QTcpServer m_listener;
};

} // namespace

/// The ways to the server: proxies, own certificate authorities, and a goodbye that comes late.
class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup()
    {
        NetworkAccess::setProxy({ProxyMode::None});
        QVERIFY(NetworkAccess::trust({}));
    }
    void goesThroughTheProxy();
    void trustsTheCompanysAuthority();
    void trustsWhatTheCommandLineSays();
    void keepsTheSystemsAuthorities();
    void saysGoodbyeLater_data();
    void saysGoodbyeLater();

private:
    bool makeCertificates();
    bool run(const QStringList &words);
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// What the login page says in a console that tries to sign in there; "at the desk" if it worked.
    QString outcomeOf(const QUrl &server, const Preferences &preferences, const QString &caFile = {});
    int statusOf(const QString &token);

    tests::ServerProcess m_server;
    QTemporaryDir m_folder;
    QSslServer m_secure;
};

bool TestNetwork::run(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), words);
    return process.waitForFinished() && process.exitCode() == 0;
}

/// An authority, and a certificate of it for the loopback address.
bool TestNetwork::makeCertificates()
{
    QFile extensions(path("extensions"));
    if (!extensions.open(QFile::WriteOnly))
        return false;
    extensions.write("subjectAltName=IP:127.0.0.1\n");
    extensions.close();
    const QStringList key{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                          QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes")};
    return run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-subj"),
                           QStringLiteral("/CN=Our company"), QStringLiteral("-keyout"), path("ca.key"),
                           QStringLiteral("-out"), path("ca.pem")}
               + key)
        && run(QStringList{QStringLiteral("req"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                           QStringLiteral("-keyout"), path("desk.key"), QStringLiteral("-out"), path("desk.csr")}
               + key)
        && run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), path("desk.csr"),
                QStringLiteral("-CA"), path("ca.pem"), QStringLiteral("-CAkey"), path("ca.key"),
                QStringLiteral("-CAcreateserial"), QStringLiteral("-extfile"), path("extensions"),
                QStringLiteral("-out"), path("desk.pem")});
}

void TestNetwork::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
    QVERIFY(makeCertificates());
    QFile key(path("desk.key"));
    QVERIFY(key.open(QFile::ReadOnly));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(path("desk.pem")));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_secure.setSslConfiguration(configuration);
    connect(&m_secure, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *client = m_secure.nextPendingConnection())
            join(client, connected(client, m_server.url()));
    });
    QVERIFY(m_secure.listen(QHostAddress::LocalHost));
}

QString TestNetwork::outcomeOf(const QUrl &server, const Preferences &preferences, const QString &caFile)
{
    const QTemporaryDir folder;
    OpenVault vault;
    const auto profile = Profile::open(folder.path());
    if (!profile)
        return profile.error().message;
    (*profile)->setPreferences(preferences);
    Application console(*qApp, **profile, vault);
    console.start({.server = server, .login = anna, .profile = folder.path(), .caFile = caFile}, demoPassword);
    const auto *desk = console.window().findChild<QWidget *>(QStringLiteral("deskView"));
    const auto *problem = console.window().findChild<QLabel *>(QStringLiteral("problemLabel"));
    const bool settled =
        QTest::qWaitFor([desk, problem] { return desk->isVisible() || !problem->text().isEmpty(); }, limitMs);
    if (!settled)
        return QStringLiteral("nothing happened");
    return desk->isVisible() ? QStringLiteral("at the desk") : problem->text();
}

void TestNetwork::goesThroughTheProxy()
{
    ConnectProxy proxy(m_server.url());
    const QUrl desk(QStringLiteral("http://desk.company.invalid"));
    Preferences preferences;
    preferences.proxy = {ProxyMode::None};
    QVERIFY(outcomeOf(desk, preferences).contains(QStringLiteral("desk.company.invalid")));
    QVERIFY(proxy.asked.isEmpty());
    preferences.proxy = {ProxyMode::Manual, ProxyKind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
    QCOMPARE(outcomeOf(desk, preferences), QStringLiteral("at the desk"));
    QVERIFY2(proxy.asked.value(0).startsWith("CONNECT desk.company.invalid:80 "), proxy.asked.value(0));
}

void TestNetwork::trustsTheCompanysAuthority()
{
    const QUrl desk(QStringLiteral("https://127.0.0.1:%1").arg(m_secure.serverPort()));
    Preferences preferences;
    QVERIFY(outcomeOf(desk, preferences) != QStringLiteral("at the desk"));
    preferences.caFile = path("ca.pem");
    QCOMPARE(outcomeOf(desk, preferences), QStringLiteral("at the desk"));
}

void TestNetwork::trustsWhatTheCommandLineSays()
{
    const QUrl desk(QStringLiteral("https://127.0.0.1:%1").arg(m_secure.serverPort()));
    QCOMPARE(outcomeOf(desk, {}, path("ca.pem")), QStringLiteral("at the desk"));
}

void TestNetwork::keepsTheSystemsAuthorities()
{
    const QList<QSslCertificate> systems = QSslConfiguration::systemCaCertificates();
    QVERIFY(NetworkAccess::trust(path("ca.pem")));
    const QList<QSslCertificate> trusted = QSslConfiguration::defaultConfiguration().caCertificates();
    QCOMPARE(trusted.size(), systems.size() + 1);
    const auto refused = NetworkAccess::trust(path("extensions"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(path("extensions")));
    QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates(), trusted);
}

/// How the server answers somebody who comes with this token.
int TestNetwork::statusOf(const QString &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(m_server.url().resolved(QUrl(QStringLiteral("/api/v1/operators/me"))));
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkReply *reply = network.get(request);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, limitMs))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestNetwork::saysGoodbyeLater_data()
{
    QTest::addColumn<bool>("restarts");
    QTest::newRow("when the line is back") << false;
    QTest::newRow("at the next start") << true;
}

void TestNetwork::saysGoodbyeLater()
{
    QFETCH(bool, restarts);
    Relay relay(m_server.url());
    ConsoleUnderDesk console;
    console.signIn(relay.url(), anna);
    TRY_VERIFY(console.isOnline());
    const QString token = console.vault.tokens.value(Account{relay.url(), anna}.key());
    QCOMPARE(statusOf(token), 200);
    relay.cut();
    TRY_COMPARE(console.phase(), ConnectionState::Phase::Offline);
    console.client->signOut();
    const QList<Account> pending = console.client->farewell().pending();
    QCOMPARE(pending, (QList<Account>{{relay.url(), anna}}));
    QVERIFY(!console.vault.tokens.contains(Account{relay.url(), anna}.key())); // nobody comes back with it
    QCOMPARE(statusOf(token), 200); // the server cannot know yet
    if (restarts)
        console.restart();
    relay.mend();
    if (restarts)
        console.client->farewell().resume(pending);
    TRY_VERIFY(console.client->farewell().pending().isEmpty());
    QCOMPARE(statusOf(token), 401);
    QVERIFY(console.vault.tokens.isEmpty());
}

QTEST_MAIN(TestNetwork)
#include "tst_network.moc"
