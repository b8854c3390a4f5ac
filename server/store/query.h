#pragma once

#include "server/store/column.h"

QT_BEGIN_NAMESPACE
class QSqlQuery;
QT_END_NAMESPACE

namespace deskbell::server {

class Database;

/// One statement, with `?` for what is bound and the places of Dialect. Its address is what the prepared statement
/// is found by, so it lives as long as the program: `static const Sql`.
struct Sql
{
    const char *text;
};

/// One run of a prepared statement: rows are read with next(); the end of its life finishes the statement, so that
/// no table stays locked. The same Sql must not run twice at a time.
class Query
{
public:
    /// Runs it. Throws StorageFailure.
    Query(Database &database, const Sql &sql, std::initializer_list<QVariant> values);
    ~Query();
    Q_DISABLE_COPY_MOVE(Query)

    bool next();
    qint64 rowsChanged() const;
    QVariant value(int column) const;

    template <class T>
    T get(int column) const
    {
        T read{};
        column::to(value(column), read);
        return read;
    }

    /// Reads a described struct from columns in the order of its fields, and moves `at` behind them.
    template <json::Described T>
    T row(int &at) const
    {
        T read{};
        json::forEachField<T>([&](const auto &field) { readField(at, read.*field.member); });
        return read;
    }
    template <json::Described T>
    T row() const
    {
        int at = 0;
        return row<T>(at);
    }

private:
    template <class T>
    void readField(int &at, T &content) const
    {
        column::to(value(at++), content);
    }
    /// A struct of a left join: not there when its first column is NULL.
    template <json::Described T>
    void readField(int &at, std::optional<T> &content) const
    {
        const bool there = !value(at).isNull();
        T read = row<T>(at);
        if (there)
            content = std::move(read);
    }

    QSqlQuery &m_statement;
    const Sql &m_sql;
};

} // namespace deskbell::server
