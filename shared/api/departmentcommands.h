#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// Departments: who answers which chats.
namespace deskbell::api {

/// A part of the desk. Its chats are routed to its operators alone.
struct Department
{
    DepartmentId id;
    QString name;
    QList<OperatorId> operatorIds{}; ///< Not for visitors.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &Department::id), field("name", &Department::name),
                          field("operatorIds", &Department::operatorIds, json::orDefault(json::list(10'000)))};
    }
    bool operator==(const Department &) const = default;
};

struct DepartmentCreate
{
    using Answer = Department;
    static constexpr Operation operation{
        "department.create", Method::Post, "/departments", Access::Admins, Effect::Write, "Create a department", 201};
    QString name;
    QList<OperatorId> operatorIds{};

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("name", &DepartmentCreate::name, shortText),
                          field("operatorIds", &DepartmentCreate::operatorIds, orDefault(json::list(1000)))};
    }
    bool operator==(const DepartmentCreate &) const = default;
};

/// Changes what is given. `operatorIds` are all members from now on.
struct DepartmentUpdate
{
    using Answer = Department;
    static constexpr Operation operation{"department.update", Method::Patch, "/departments/{departmentId}",
                                         Access::Admins,      Effect::Write, "Change a department"};
    DepartmentId departmentId;
    std::optional<QString> name{};
    std::optional<QList<OperatorId>> operatorIds{};

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("departmentId", &DepartmentUpdate::departmentId),
                          field("name", &DepartmentUpdate::name, shortText),
                          field("operatorIds", &DepartmentUpdate::operatorIds, json::list(1000))};
    }
    bool operator==(const DepartmentUpdate &) const = default;
};

/// Its open chats are then everybody's; ended ones keep it for the statistics.
struct DepartmentDelete
{
    using Answer = Nothing;
    static constexpr Operation operation{"department.delete", Method::Delete, "/departments/{departmentId}",
                                         Access::Admins,      Effect::Write,  "Delete a department"};
    DepartmentId departmentId;

    static constexpr auto fields() { return std::tuple{json::field("departmentId", &DepartmentDelete::departmentId)}; }
    bool operator==(const DepartmentDelete &) const = default;
};

struct DepartmentListAnswer
{
    QList<Department> departments; ///< By name.

    static constexpr auto fields()
    {
        return std::tuple{json::field("departments", &DepartmentListAnswer::departments, json::list(10'000))};
    }
    bool operator==(const DepartmentListAnswer &) const = default;
};

struct DepartmentList
{
    using Answer = DepartmentListAnswer;
    static constexpr Operation operation{"department.list", Method::Get,  "/departments",
                                         Access::Anyone,    Effect::Read, "List the departments"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const DepartmentList &) const = default;
};

} // namespace deskbell::api
