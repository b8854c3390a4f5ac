#include "console/application.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QApplication>
#include <QDBusConnection>
#include <QMutex>
#include <QProcess>
#include <QTest>
#include <QThread>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

const QString watcherName = QStringLiteral("org.kde.StatusNotifierWatcher");

/// The part of a desktop that keeps the tray, and a task bar that counts. Lives in a thread of its own, since Qt asks
/// whether there is a tray and waits for the answer.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost CONSTANT)

public:
    bool hasHost() const { return true; }
    bool hasItem() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_hasItem;
    }
    /// What the task bar was told last.
    qint64 count() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_count;
    }

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &)
    {
        const QMutexLocker lock(&m_mutex);
        m_hasItem = true;
    }
    void takeUpdate(const QString &, const QVariantMap &state)
    {
        const QMutexLocker lock(&m_mutex);
        m_count = state.value(QStringLiteral("count")).toLongLong();
    }

Q_SIGNALS:
    void StatusNotifierHostRegistered();

private:
    mutable QMutex m_mutex;
    bool m_hasItem = false;
    qint64 m_count = -1;
};

} // namespace

/// The console on a desktop of its own, with a display, a bus and a tray.
class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void waitsForThePanel();
    void countsOnTheIcons();
    void hidesIntoTheTray_data();
    void hidesIntoTheTray();

private:
    tests::ServerProcess m_server;
    QThread m_thread;
    FakeDesktop m_desktop; // in that thread
    OpenVault m_vault;
};

void TestTray::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
    m_desktop.moveToThread(&m_thread);
    m_thread.start();
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    QVERIFY(bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), &m_desktop,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties
                                   | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"),
                        &m_desktop, SLOT(takeUpdate(QString, QVariantMap))));
}

/// The first of all, since Qt asks for a tray once in the life of a program.
void TestTray::waitsForThePanel()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start({.server = m_server.url(), .profile = folder.path()}, {});
    QVERIFY(QTest::qWaitForWindowExposed(&console.window()));
    QVERIFY(!console.tray().isFound());
    QVERIFY(QDBusConnection(QStringLiteral("desktop")).registerService(watcherName));
    TRY_VERIFY(console.tray().isFound());
    TRY_VERIFY(m_desktop.hasItem());
    console.window().close();
    QVERIFY(!QApplication::quitOnLastWindowClosed()); // it goes on in the tray
}

void TestTray::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    m_thread.quit();
    m_thread.wait();
}

void TestTray::countsOnTheIcons()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start({.server = m_server.url(), .login = anna, .profile = folder.path()}, demoPassword);
    TRY_VERIFY(console.tray().isFound());
    TRY_VERIFY(console.alarm().callingCount() > 0); // those of the demo desk
    const int before = console.alarm().callingCount();
    const QImage bell = console.tray().icon()->icon().pixmap(32).toImage();
    Visitor visitor(m_server.url());
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Is anybody there?"));
    TRY_COMPARE(m_desktop.count(), qint64(before + 1));
    QVERIFY(console.tray().icon()->icon().pixmap(32).toImage() != bell);
    visitor.end();
    TRY_COMPARE(m_desktop.count(), qint64(before));
    QCOMPARE(console.tray().icon()->icon().pixmap(32).toImage(), bell);
}

void TestTray::hidesIntoTheTray_data()
{
    QTest::addColumn<bool>("tray");
    QTest::addColumn<bool>("closeToTray");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("goes on in the tray") << true << true << true;
    QTest::newRow("ends with its window") << true << false << false;
    QTest::newRow("shows no icon") << false << true << false;
}

void TestTray::hidesIntoTheTray()
{
    QFETCH(bool, tray);
    QFETCH(bool, closeToTray);
    QFETCH(bool, goesOn);
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    (*profile)->setPreferences({.tray = tray, .closeToTray = closeToTray});
    Application console(*qApp, **profile, m_vault);
    console.start({.server = m_server.url(), .profile = folder.path()}, {});
    QVERIFY(QTest::qWaitForWindowExposed(&console.window()));
    TRY_COMPARE(console.tray().isFound(), tray);
    console.window().close();
    QVERIFY(!console.window().isVisible());
    QCOMPARE(QApplication::quitOnLastWindowClosed(), !goesOn);
    if (!goesOn)
        return;
    Q_EMIT console.tray().icon()->activated(QSystemTrayIcon::Trigger);
    QVERIFY(console.window().isVisible());
}

/// A display and a bus of its own, since the trays of whoever runs the tests are none of our business.
int main(int argc, char *argv[])
{
    QProcess bus;
    bus.start(QStringLiteral("dbus-daemon"),
              {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QProcess display;
    display.start(QStringLiteral("Xvfb"),
                  {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                   QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (!bus.waitForReadyRead() || !display.waitForReadyRead())
        qFatal("dbus-daemon and Xvfb are needed");
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readAllStandardOutput().trimmed());
    qputenv("DISPLAY", ":" + display.readAllStandardOutput().trimmed());
    qputenv("QT_QPA_PLATFORM", "xcb");
    int result = 1;
    {
        QApplication application(argc, argv);
        TestTray test;
        result = QTest::qExec(&test, argc, argv);
    }
    for (QProcess *each : {&display, &bus}) {
        each->terminate();
        each->waitForFinished();
    }
    return result;
}
#include "tst_tray.moc"
