#include "server/store/transaction.h"

#include "server/store/storagefailure.h"

namespace deskbell::server {

Transaction::Transaction(Database &database, Mode mode) : m_database(database), m_mode(mode)
{
    m_database.execute(mode == Mode::Write ? database.dialect().beginWrite : database.dialect().beginRead);
    if (mode == Mode::Write)
        m_database.refreshMemory();
    else
        m_database.memory().forget();
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    m_database.memory().forget();
    try {
        m_database.execute(QStringLiteral("ROLLBACK"));
    } catch (const StorageFailure &) {
        // Nothing is left to undo: the connection is lost, or SQLite has rolled back by itself (it does when full).
    }
}

void Transaction::flush()
{
    memory().chats.flush(*this);
}

void Transaction::settle()
{
    flush();
    memory().chats.forget();
}

void Transaction::commit()
{
    if (m_mode == Mode::Write)
        flush();
    m_database.execute(QStringLiteral("COMMIT"));
    m_open = false;
}

Savepoint::Savepoint(Transaction &transaction) : m_transaction(transaction)
{
    transaction.flush();
    transaction.m_database.execute(QStringLiteral("SAVEPOINT request"));
}

Savepoint::~Savepoint()
{
    if (!m_open)
        return;
    m_transaction.memory().forget();
    try {
        m_transaction.m_database.execute(QStringLiteral("ROLLBACK TO SAVEPOINT request"));
        m_transaction.m_database.execute(QStringLiteral("RELEASE SAVEPOINT request"));
    } catch (const StorageFailure &) {
        // The whole transaction is gone, and whoever uses it next learns so.
    }
}

void Savepoint::keep()
{
    m_transaction.flush();
    m_transaction.m_database.execute(QStringLiteral("RELEASE SAVEPOINT request"));
    m_open = false;
}

} // namespace deskbell::server
