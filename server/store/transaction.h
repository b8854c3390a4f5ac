#pragma once

#include "server/store/database.h"

namespace deskbell::server {

/// A transaction that is rolled back at the end of its life unless it was committed. One at a time per connection.
/// A writing one holds the database's write lock from its beginning (SQLite).
class Transaction
{
public:
    enum class Mode { Read, Write };

    /// Throws StorageFailure, as all functions here do.
    Transaction(Database &database, Mode mode);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    Mode mode() const { return m_mode; }
    Database &database() { return m_database; }
    Database::Memory &memory() { return m_database.memory(); }

    template <class... Values>
    Query query(const Sql &sql, const Values &...values)
    {
        return Query(m_database, sql, {column::from(values)...});
    }
    /// Runs a statement that writes; gives the number of rows that it changed.
    template <class... Values>
    qint64 change(const Sql &sql, const Values &...values)
    {
        ++m_writes;
        return Query(m_database, sql, {column::from(values)...}).rowsChanged();
    }
    /// Writes what the memory keeps back, so that SQL sees it.
    void flush();
    /// As flush(), and the memory starts anew: rows that it knows are about to change.
    void settle();
    void commit();

    /// How many statements that write were run; tells whether anything has to be undone.
    qint64 writes() const { return m_writes; }

private:
    friend class Savepoint;
    Database &m_database;
    const Mode m_mode;
    bool m_open = true; // until committed
    qint64 m_writes = 0;
};

/// A part of a transaction that is undone at the end of its life unless it was kept. They do not nest.
class Savepoint
{
public:
    explicit Savepoint(Transaction &transaction);
    ~Savepoint();
    Q_DISABLE_COPY_MOVE(Savepoint)

    void keep();

private:
    Transaction &m_transaction;
    bool m_open = true; // until kept
};

} // namespace deskbell::server
