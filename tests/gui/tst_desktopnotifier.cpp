#include "console/notify/desktopnotifier.h"
#include "tests/gui/samples.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

namespace {

/// A notification server as the desktop has one.
class FakeDaemon final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;
    QStringList bodies;
    QList<QStringList> actions;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &choices, const QVariantMap &, int)
    {
        titles.append(title);
        bodies.append(body);
        actions.append(choices);
        return replaces != 0 ? replaces : ++m_last;
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 0;
};

} // namespace

/// Notices as the desktop hears of them.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDesktop()
    {
        QProcess server;
        server.start(QStringLiteral("dbus-daemon"),
                     {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(server.waitForReadyRead());
        const QString address = QString::fromUtf8(server.readAllStandardOutput()).trimmed();
        QDBusConnection daemonBus = QDBusConnection::connectToBus(address, QStringLiteral("daemon"));
        const QDBusConnection ownBus = QDBusConnection::connectToBus(address, QStringLiteral("own"));
        FakeDaemon daemon;
        QVERIFY(daemonBus.registerService(QStringLiteral("org.freedesktop.Notifications")));
        QVERIFY(daemonBus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &daemon,
                                         QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        {
            DesktopNotifier notifier(ownBus);
            const QSignalSpy claims(&notifier, &Notifier::claimRequested);
            const ChatId chat = samples::chatId(1);
            notifier.show({chat, QStringLiteral("Maria is waiting"), QStringLiteral("<b>Hello</b>"), true, false});
            QTRY_COMPARE(daemon.titles, QStringList{QStringLiteral("Maria is waiting")});
            QCOMPARE(daemon.bodies.first(), QStringLiteral("&lt;b&gt;Hello&lt;/b&gt;"));
            QVERIFY(daemon.actions.first().contains(QStringLiteral("claim")));
            QTRY_VERIFY_WITH_TIMEOUT((Q_EMIT daemon.ActionInvoked(1, QStringLiteral("claim")), !claims.isEmpty()),
                                     5'000);
            QCOMPARE(claims.first().first().value<ChatId>(), chat);
            notifier.withdraw(chat);
            QTRY_COMPARE(daemon.closed, QList<uint>{1});
            notifier.show({samples::chatId(2), QStringLiteral("Tom"), {}, true, false});
            notifier.withdraw(samples::chatId(2)); // before the server could answer
            QTRY_COMPARE(daemon.closed, (QList<uint>{1, 2}));
            notifier.show({samples::chatId(3), QStringLiteral("Ida"), {}, true, false});
            QTRY_COMPARE(daemon.titles.size(), 3);
            QTRY_VERIFY_WITH_TIMEOUT((Q_EMIT daemon.ActionInvoked(3, QStringLiteral("claim")), claims.size() > 1),
                                     5'000); // its number has come
        }
        QTRY_COMPARE(daemon.closed, (QList<uint>{1, 2, 3})); // the program ends, and its notices with it
        QDBusConnection::disconnectFromBus(QStringLiteral("own"));
        QDBusConnection::disconnectFromBus(QStringLiteral("daemon"));
        server.terminate();
        server.waitForFinished();
    }
};

QTEST_MAIN(DesktopNotifierTest)
#include "tst_desktopnotifier.moc"
