#include "console/notify/bellringer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell::console;
using namespace std::chrono_literals;

/// The bell is heard, whichever of the players on a computer does not work.
class BellRingerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        QVERIFY(folder->isValid());
    }

    void isHeardThroughTheNext_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("fails") << QByteArray("exit 1");
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$");
        QTest::newRow("hangs") << QByteArray("exec sleep 600");
    }

    void isHeardThroughTheNext()
    {
        QFETCH(QByteArray, first);
        BellRinger ringer({player("first", first), player("second", plays())}, patience);
        const QSignalSpy unheard(&ringer, &BellRinger::unheard);
        ringer.ring();
        QTRY_COMPARE(heard(), 1);
        ringer.ring(); // the other is known now; one bell at a time
        QTRY_VERIFY((ringer.ring(), heard() >= 2));
        QVERIFY(ringer.player().endsWith(QStringLiteral("second")));
        QVERIFY(unheard.isEmpty());
    }

    void saysOnceThatItCannotBeHeard()
    {
        BellRinger ringer({player("first", "exit 1"), player("second", "exit 2")}, patience);
        const QSignalSpy unheard(&ringer, &BellRinger::unheard);
        ringer.ring();
        QTRY_COMPARE(unheard.size(), 1);
        QCOMPARE(tries(), 2);
        ringer.ring();
        QTRY_COMPARE(tries(), 4); // a sound server may have been started
        player("first", plays());
        QTRY_COMPARE((ringer.ring(), heard()) > 0, true);
        QCOMPARE(unheard.size(), 1);
    }

    void saysThatThereIsNoPlayer()
    {
        BellRinger ringer({QStringLiteral("no-such-player")});
        const QSignalSpy unheard(&ringer, &BellRinger::unheard);
        ringer.ring();
        ringer.ring();
        QCOMPARE(unheard.size(), 1);
        QVERIFY(ringer.player().isEmpty());
    }

    void isSilencedInTheMiddle()
    {
        BellRinger ringer({player("long", "exec sleep 600"), player("second", plays())}, 60s);
        const QSignalSpy unheard(&ringer, &BellRinger::unheard);
        ringer.ring();
        QTRY_COMPARE(tries(), 1);
        ringer.silence();
        QCoreApplication::processEvents();
        QCOMPARE(heard(), 0); // it was us, so the next one is not asked
        QVERIFY(ringer.player().endsWith(QStringLiteral("long")));
        ringer.ring();
        QTRY_COMPARE(tries(), 2);
    }

private:
    /// A program by this name that does so, and notes that it was asked.
    QString player(const QString &name, const QByteArray &does) const
    {
        QString path = folder->filePath(name);
        QFile file(path);
        if (!file.open(QFile::WriteOnly | QFile::Truncate))
            qFatal("no player");
        file.write("#!/bin/sh\necho >> '" + folder->filePath(QStringLiteral("tries")).toUtf8() + "'\n" + does + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    QString player(const char *name, const QByteArray &does) const { return player(QString::fromLatin1(name), does); }
    QByteArray plays() const
    {
        return "test -s \"$1\" && echo >> '" + folder->filePath(QStringLiteral("heard")).toUtf8() + "'";
    }
    int linesIn(const QString &name) const
    {
        QFile file(folder->filePath(name));
        return file.open(QFile::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }
    int heard() const { return linesIn(QStringLiteral("heard")); }
    int tries() const { return linesIn(QStringLiteral("tries")); }

    static constexpr std::chrono::milliseconds patience{300};
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_MAIN(BellRingerTest)
#include "tst_bellringer.moc"
