#pragma once

#include "server/store/transaction.h"
#include "shared/api/departmentcommands.h"

namespace deskbell::server {

/// Departments and who works in them. One that was removed is not found any more; its row stays for old chats.
class DepartmentStore
{
public:
    explicit DepartmentStore(Transaction &transaction) : m_transaction(transaction) { }

    /// False when the name is taken.
    bool create(const api::Department &department, Timestamp now);
    /// False when the name is taken by another.
    bool rename(const DepartmentId &id, const QString &name);
    void remove(const DepartmentId &id, Timestamp now);
    void setMembers(const DepartmentId &id, const QList<OperatorId> &members);

    /// With its members.
    std::optional<api::Department> find(const DepartmentId &id);
    /// With their members, by name.
    QList<api::Department> all();
    /// Those of its members who may work.
    QList<OperatorId> members(const DepartmentId &id);

private:
    bool isTaken(const QString &name, const DepartmentId &by);

    Transaction &m_transaction;
};

} // namespace deskbell::server
