#include "server/observe/log.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell::server;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreJsonObjects();
    void floodsAreCut();
    void aFolderThatCannotBeWrittenIsNoObstacle();

private:
    static QList<QByteArray> lines(const QTemporaryDir &folder, const char *name)
    {
        QFile file(folder.filePath(QStringLiteral("logs/") + QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> all = file.readAll().split('\n');
        all.removeAll(QByteArray());
        return all;
    }
};

void TestLog::linesAreJsonObjects()
{
    const QTemporaryDir folder;
    {
        const Log log(folder.path(), QStringLiteral("info"));
        qDebug("not at this level");
        qInfo("a line\nwith a second line and \x1b[31mcolour");
        qWarning("a warning");
    }
    const auto app = lines(folder, "app.log");
    QCOMPARE(app.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(app.first()).object();
    QCOMPARE(first[QLatin1String("level")].toString(), QStringLiteral("info"));
    QCOMPARE(first[QLatin1String("message")].toString(),
             QStringLiteral("a line\nwith a second line and \x1b[31mcolour"));
    QVERIFY(!app.first().contains('\x1b'));
    QCOMPARE(lines(folder, "error.log").size(), 1);
}

void TestLog::floodsAreCut()
{
    const QTemporaryDir folder;
    {
        const Log log(folder.path(), QStringLiteral("info"));
        for (int i = 0; i < 5000; ++i)
            qInfo("bad input %d", i);
        qInfo("something else");
    }
    const auto app = lines(folder, "app.log");
    QVERIFY2(app.size() < 1000, QByteArray::number(app.size()));
    QVERIFY(app.last().contains("something else"));
}

void TestLog::aFolderThatCannotBeWrittenIsNoObstacle()
{
    const QTemporaryDir folder;
    // A folder in the place of the file stops root too.
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("logs/error.log")));
    for (const QString &place : {folder.path(), QStringLiteral("/proc/nowhere")}) {
        const Log log(place, QStringLiteral("info"));
        qInfo("still there");
    }
    QVERIFY(lines(folder, "app.log").isEmpty());
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
