#pragma once

#include "server/store/storagesettings.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace deskbell::tests {

/// An empty database for one test: SQLite in a folder of its own, or a fresh database of the PostgreSQL server that
/// DESKBELL_TEST_POSTGRESQL names. Both are gone at the end of its life.
class TestDatabase
{
public:
    enum class Kind { Sqlite, PostgreSql };

    explicit TestDatabase(Kind kind = Kind::Sqlite)
    {
        settings.dataFolder = m_folder.path();
        settings.readers = 1;
        if (kind == Kind::Sqlite)
            return;
        static int count = 0;
        m_name = QStringLiteral("deskbell_%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
        onServer(QStringLiteral("CREATE DATABASE ") + m_name);
        QUrl url(serverUrl());
        url.setPath(u'/' + m_name);
        settings.url = url.toString(QUrl::FullyEncoded);
    }
    ~TestDatabase()
    {
        if (!m_name.isEmpty())
            onServer(QStringLiteral("DROP DATABASE IF EXISTS ") + m_name + QStringLiteral(" WITH (FORCE)"));
    }
    Q_DISABLE_COPY_MOVE(TestDatabase)

    server::StorageSettings settings;

    /// One data row for each database that is there; the tests fetch `kind`.
    static void addRows()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : kinds())
            QTest::newRow(nameOf(kind)) << kind;
    }
    static QList<Kind> kinds()
    {
        return serverUrl().isEmpty() ? QList{Kind::Sqlite} : QList{Kind::Sqlite, Kind::PostgreSql};
    }
    static const char *nameOf(Kind kind) { return kind == Kind::Sqlite ? "SQLite" : "PostgreSQL"; }

private:
    static QString serverUrl() { return qEnvironmentVariable("DESKBELL_TEST_POSTGRESQL"); }
    static void onServer(const QString &sql)
    {
        const QString name = QStringLiteral("test-server");
        {
            const QUrl url(serverUrl());
            const QUrlQuery query(url);
            QSqlDatabase server = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
            server.setHostName(url.host().isEmpty() ? query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded)
                                                    : url.host());
            server.setPort(url.port(5432));
            server.setUserName(url.userName());
            server.setPassword(url.password());
            server.setDatabaseName(url.path().mid(1));
            if (!server.open() || !QSqlQuery(server).exec(sql))
                qFatal("DESKBELL_TEST_POSTGRESQL does not work: %s", qPrintable(server.lastError().text()));
        }
        QSqlDatabase::removeDatabase(name);
    }

    QTemporaryDir m_folder;
    QString m_name; // of the PostgreSQL database
};

} // namespace deskbell::tests
