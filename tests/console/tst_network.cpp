#include "console/application.h"
#include "console/dialogs/settingsdialog.h"
#include "console/settings/networkaccess.h"
#include "console/views/loginview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkProxy>
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
    QByteArray credentials{}; // user and password, if it asks for them
    int refused = 0;

private:
    void take(QTcpSocket *client)
    {
        const QByteArray head = client->peek(4'096);
        if (!head.contains("\r\n\r\n"))
            return;
        if (!credentials.isEmpty() && !head.contains("Proxy-Authorization: Basic " + credentials.toBase64() + "\r\n")) {
            client->readAll();
            ++refused;
            client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"us\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
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

/// The ways to the server: proxies, and own certificate authorities.
class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup()
    {
        NetworkAccess::setProxy({ProxyMode::None});
        QVERIFY(NetworkAccess::trust(QStringList()));
    }
    void goesThroughTheProxy();
    void tellsTheProxyWhoComes();
    void takesThePasswordOfTheProxy();
    void trustsTheCompanysAuthority();
    void trustsWhatTheCommandLineSays();
    void keepsTheSystemsAuthorities();

private:
    bool makeCertificates();
    bool run(const QStringList &words);
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// What the login page says in a console that tries to sign in there; "at the desk" if it worked.
    QString outcomeOf(const QUrl &server, const Preferences &preferences, const QString &caFile = {});

    tests::ServerProcess m_server;
    QTemporaryDir m_folder;
    QSslServer m_secure;
    QHash<QString, QString> m_secrets; // what the vaults of its consoles have to begin with
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
                           QStringLiteral("/CN=Another company"), QStringLiteral("-keyout"), path("other.key"),
                           QStringLiteral("-out"), path("other.pem")}
               + key)
        && run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-subj"),
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
    vault.tokens = m_secrets;
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

void TestNetwork::tellsTheProxyWhoComes()
{
    ConnectProxy proxy(m_server.url());
    proxy.credentials = "ida:a secret";
    const QUrl desk(QStringLiteral("http://desk.company.invalid"));
    Preferences preferences;
    preferences.proxy = {ProxyMode::Manual, ProxyKind::Http, QStringLiteral("127.0.0.1"), proxy.port()};
    QVERIFY(outcomeOf(desk, preferences) != QStringLiteral("at the desk"));
    QVERIFY(proxy.refused > 0);
    preferences.proxy.user = QStringLiteral("ida");
    m_secrets = {{preferences.proxy.secretKey(), QStringLiteral("a secret")}};
    QCOMPARE(outcomeOf(desk, preferences), QStringLiteral("at the desk"));
    m_secrets.clear();
}

/// In the settings; the profile's file never has it.
void TestNetwork::takesThePasswordOfTheProxy()
{
    const QTemporaryDir folder;
    OpenVault vault;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, vault);
    console.start({.profile = folder.path()}, {});
    console.window().showSettings();
    auto *dialog = console.window().findChild<SettingsDialog *>();
    dialog->findChild<QComboBox *>(QStringLiteral("proxyModeComboBox"))->setCurrentIndex(int(ProxyMode::Manual));
    dialog->findChild<QLineEdit *>(QStringLiteral("proxyHostEdit"))->setText(QStringLiteral("proxy.example"));
    auto *password = dialog->findChild<QLineEdit *>(QStringLiteral("proxyPasswordEdit"));
    QVERIFY(!password->isEnabled()); // of nobody
    dialog->findChild<QLineEdit *>(QStringLiteral("proxyUserEdit"))->setText(QStringLiteral("ida"));
    password->setText(QStringLiteral("a secret"));
    dialog->accept();
    QCOMPARE(vault.tokens.value(QStringLiteral("proxy ida@proxy.example:8080")), QStringLiteral("a secret"));
    const QNetworkProxy proxy = QNetworkProxy::applicationProxy();
    QCOMPARE(proxy.hostName() + proxy.user() + proxy.password(), QStringLiteral("proxy.exampleidaa secret"));
    QCOMPARE((*profile)->preferences().proxy.user, QStringLiteral("ida"));
    (*profile)->settings().sync();
    QFile settings(folder.filePath(QStringLiteral("console.ini")));
    QVERIFY(settings.open(QFile::ReadOnly));
    QVERIFY(!settings.readAll().contains("secret"));
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
    Preferences preferences;
    preferences.caFile = path("other.pem"); // beside that of the profile, whichever it is
    QCOMPARE(outcomeOf(desk, preferences, path("ca.pem")), QStringLiteral("at the desk"));
    preferences.caFile = path("ca.pem");
    QCOMPARE(outcomeOf(desk, preferences, path("other.pem")), QStringLiteral("at the desk"));
}

void TestNetwork::keepsTheSystemsAuthorities()
{
    const QList<QSslCertificate> systems = QSslConfiguration::systemCaCertificates();
    QVERIFY(NetworkAccess::trust({path("ca.pem"), QString()}));
    const QList<QSslCertificate> trusted = QSslConfiguration::defaultConfiguration().caCertificates();
    QCOMPARE(trusted.size(), systems.size() + 1);
    const auto refused = NetworkAccess::trust({path("extensions"), path("ca.pem")});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(path("extensions")));
    QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates(), trusted);
}

QTEST_MAIN(TestNetwork)
#include "tst_network.moc"
