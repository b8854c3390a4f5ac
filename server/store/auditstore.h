#pragma once

#include "server/store/transaction.h"
#include "shared/api/auditcommands.h"

namespace deskbell::server {

/// Who did what when; only ever appended to.
class AuditStore
{
public:
    explicit AuditStore(Transaction &transaction) : m_transaction(transaction) { }

    /// `entry.number` is given by the database.
    void append(const api::AuditEntry &entry);
    /// Newest first, those before the number.
    QList<api::AuditEntry> before(qint64 number, int limit);
    QList<api::AuditEntry> ofAction(const QString &action, qint64 before, int limit);
    /// Takes names and details of a person out of the entries about them.
    void forgetNames(const QString &personId, const QString &instead);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
