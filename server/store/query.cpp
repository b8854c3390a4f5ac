#include "server/store/query.h"

#include "server/store/database.h"
#include "server/store/storagefailure.h"

#include <QSqlError>
#include <QSqlQuery>

namespace deskbell::server {

Query::Query(Database &database, const Sql &sql, std::initializer_list<QVariant> values)
    : m_statement(database.prepared(sql)), m_sql(sql)
{
    Q_ASSERT(!m_statement.isActive());
    int at = 0;
    for (const QVariant &value : values)
        m_statement.bindValue(at++, value);
    if (m_statement.exec())
        return;
    const StorageFailure failure = StorageFailure::from(m_statement.lastError(), QString::fromUtf8(sql.text));
    m_statement.finish();
    throw failure;
}

Query::~Query()
{
    m_statement.finish();
}

bool Query::next()
{
    if (m_statement.next())
        return true;
    // SQLite finds what is wrong with a SELECT only while it steps through it.
    if (m_statement.lastError().isValid())
        throw StorageFailure::from(m_statement.lastError(), QString::fromUtf8(m_sql.text));
    return false;
}

qint64 Query::rowsChanged() const
{
    return m_statement.numRowsAffected();
}

QVariant Query::value(int column) const
{
    return m_statement.value(column);
}

} // namespace deskbell::server
