#include "server/store/departmentstore.h"

namespace deskbell::server {

namespace {

const Sql insertDepartment{"INSERT INTO department (id, name, createdAt) VALUES (?, ?, ?)"};
const Sql selectOfName{"SELECT id FROM department WHERE name = ? AND removedAt IS NULL AND id <> ?"};
const Sql updateName{"UPDATE department SET name = ? WHERE id = ?"};
const Sql updateRemoved{"UPDATE department SET removedAt = ? WHERE id = ?"};
const Sql deleteMembers{"DELETE FROM departmentMember WHERE departmentId = ?"};
const Sql insertMember{"INSERT INTO departmentMember (departmentId, operatorId) VALUES (?, ?)"
                       " ON CONFLICT (departmentId, operatorId) DO NOTHING"};
const Sql selectOne{"SELECT name FROM department WHERE id = ? AND removedAt IS NULL"};
const Sql selectAll{"SELECT department.id, department.name, departmentMember.operatorId FROM department"
                    " LEFT JOIN (departmentMember JOIN operator ON operator.id = departmentMember.operatorId"
                    " AND operator.disabled = 0) ON departmentMember.departmentId = department.id"
                    " WHERE department.removedAt IS NULL"
                    " ORDER BY department.name, department.id, departmentMember.operatorId"};
const Sql selectMembers{"SELECT operator.id FROM departmentMember"
                        " JOIN operator ON operator.id = departmentMember.operatorId"
                        " WHERE departmentMember.departmentId = ? AND operator.disabled = 0 ORDER BY operator.id"};

} // namespace

bool DepartmentStore::isTaken(const QString &name, const DepartmentId &by)
{
    return m_transaction.query(selectOfName, name, by).next();
}

bool DepartmentStore::create(const api::Department &department, Timestamp now)
{
    if (isTaken(department.name, department.id))
        return false;
    m_transaction.change(insertDepartment, department.id, department.name, now);
    return true;
}

bool DepartmentStore::rename(const DepartmentId &id, const QString &name)
{
    if (isTaken(name, id))
        return false;
    m_transaction.change(updateName, name, id);
    return true;
}

void DepartmentStore::remove(const DepartmentId &id, Timestamp now)
{
    m_transaction.change(updateRemoved, now, id);
}

void DepartmentStore::setMembers(const DepartmentId &id, const QList<OperatorId> &members)
{
    m_transaction.change(deleteMembers, id);
    for (const OperatorId &member : members)
        m_transaction.change(insertMember, id, member);
}

std::optional<api::Department> DepartmentStore::find(const DepartmentId &id)
{
    api::Department department{id, {}};
    {
        Query query = m_transaction.query(selectOne, id);
        if (!query.next())
            return std::nullopt;
        department.name = query.get<QString>(0);
    }
    department.operatorIds = members(id);
    return department;
}

QList<api::Department> DepartmentStore::all()
{
    QList<api::Department> departments;
    Query query = m_transaction.query(selectAll);
    while (query.next()) {
        const auto id = query.get<DepartmentId>(0);
        if (departments.isEmpty() || departments.last().id != id)
            departments.append({id, query.get<QString>(1)});
        if (const auto member = query.get<std::optional<OperatorId>>(2))
            departments.last().operatorIds.append(*member);
    }
    return departments;
}

QList<OperatorId> DepartmentStore::members(const DepartmentId &id)
{
    QList<OperatorId> ids;
    Query query = m_transaction.query(selectMembers, id);
    while (query.next())
        ids.append(query.get<OperatorId>(0));
    return ids;
}

} // namespace deskbell::server
