#include "server/store/database.h"

#include "server/store/storagefailure.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>

namespace deskbell::server {

namespace {

QString nextName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("deskbell-%1").arg(++count);
}

void addressPostgreSql(QSqlDatabase &connection, const QString &text)
{
    const QUrl url(text);
    const QUrlQuery query(url);
    const QString socketFolder = query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
    connection.setHostName(url.host().isEmpty() ? socketFolder : url.host());
    if (url.port() > 0)
        connection.setPort(url.port());
    else if (query.hasQueryItem(QStringLiteral("port")))
        connection.setPort(query.queryItemValue(QStringLiteral("port")).toInt());
    connection.setUserName(url.userName(QUrl::FullyDecoded));
    connection.setPassword(url.password(QUrl::FullyDecoded));
    connection.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    // A server that went without a word is noticed within seconds, not by TCP after a quarter of an hour.
    connection.setConnectOptions(QStringLiteral("connect_timeout=5;keepalives_idle=5;keepalives_interval=2;"
                                                "keepalives_count=3;tcp_user_timeout=10000"));
}

} // namespace

void Database::Memory::forget()
{
    chats.forget();
    sessions.clear();
    webhooks.reset();
}

Database::Database(const StorageSettings &settings, Role role)
    : m_settings(settings), m_role(role),
      m_dialect(settings.isPostgreSql() ? Dialect::postgreSql() : Dialect::sqlite()), m_name(nextName())
{
    m_connection = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(m_dialect.driver, m_name));
    if (settings.isPostgreSql()) {
        addressPostgreSql(*m_connection, settings.url);
    } else {
        m_connection->setDatabaseName(settings.sqliteFile());
        m_connection->setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(settings.busyTimeoutMs));
    }
}

Database::~Database()
{
    m_prepared.clear();
    m_connection.reset();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const StorageSettings &settings, Role role)
{
    std::unique_ptr<Database> database(new Database(settings, role));
    try {
        database->connect();
    } catch (const StorageFailure &failure) {
        const QString where =
            settings.isPostgreSql() ? QStringLiteral("The PostgreSQL database") : settings.sqliteFile();
        return Error(ErrorCode::Internal,
                     QStringLiteral("%1 cannot be opened: %2").arg(where, QString::fromUtf8(failure.what())));
    }
    return database;
}

void Database::connect()
{
    if (!m_connection->open())
        throw StorageFailure(StorageFailure::Kind::Lost, m_connection->lastError().text());
    configure();
}

void Database::configure()
{
    if (m_settings.isPostgreSql()) {
        // QPSQL writes bound values into the text of EXECUTE; with this off, a backslash would escape the quote.
        execute(QStringLiteral("SET standard_conforming_strings = on"));
        execute(QStringLiteral("SET client_encoding = 'UTF8'"));
        execute(QStringLiteral("SET statement_timeout = '30s'"));
        execute(QStringLiteral("SET client_min_messages = warning"));
        return;
    }
    ask(QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(m_settings.durability == Durability::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                      : QStringLiteral("PRAGMA synchronous = NORMAL"));
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    execute(QStringLiteral("PRAGMA temp_store = MEMORY"));
    execute(QStringLiteral("PRAGMA cache_size = -65536"));
    execute(QStringLiteral("PRAGMA wal_autocheckpoint = 8000"));
    execute(QStringLiteral("PRAGMA journal_size_limit = 67108864"));
    if (m_role == Role::Reader)
        execute(QStringLiteral("PRAGMA query_only = ON"));
}

void Database::execute(const QString &sql)
{
    ask(sql);
}

QVariant Database::ask(const QString &sql)
{
    QSqlQuery query(*m_connection);
    query.setForwardOnly(m_dialect.forwardOnly);
    if (!query.exec(sql))
        throw StorageFailure::from(query.lastError(), sql);
    return query.next() ? query.value(0) : QVariant();
}

void Database::reopen()
{
    m_prepared.clear();
    m_memory.forget();
    m_connection->close();
    connect();
}

void Database::refreshMemory()
{
    if (m_dialect.oneWriter) {
        static const Sql version{"PRAGMA data_version"};
        Query query(*this, version, {});
        const qint64 now = query.next() ? query.get<qint64>(0) : -1;
        if (now == m_dataVersion)
            return;
        m_dataVersion = now;
    }
    m_memory.forget();
}

QSqlQuery &Database::prepared(const Sql &sql)
{
    std::shared_ptr<QSqlQuery> &known = m_prepared[&sql];
    if (!known) {
        auto fresh = std::make_shared<QSqlQuery>(*m_connection);
        fresh->setForwardOnly(m_dialect.forwardOnly);
        const QString text = m_dialect.translate(QString::fromUtf8(sql.text));
        if (!fresh->prepare(text))
            throw StorageFailure::from(fresh->lastError(), text);
        known = std::move(fresh);
    }
    return *known;
}

} // namespace deskbell::server
