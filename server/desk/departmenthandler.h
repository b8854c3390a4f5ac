#pragma once

#include "server/desk/request.h"
#include "shared/api/departmentcommands.h"

namespace deskbell::server {

/// Departments and who works in them.
class DepartmentHandler
{
public:
    explicit DepartmentHandler(Request &request) : m_request(request) { }

    /// Errors: DepartmentExists, OperatorNotFound.
    Result<api::Department> handle(const api::DepartmentCreate &command);
    /// Errors: DepartmentNotFound, DepartmentExists, OperatorNotFound.
    Result<api::Department> handle(const api::DepartmentUpdate &command);
    /// Errors: DepartmentNotFound.
    Result<Nothing> handle(const api::DepartmentDelete &command);
    /// For visitors and strangers names alone: who works where is the desk's business.
    Result<api::DepartmentListAnswer> handle(const api::DepartmentList &command);

private:
    Result<Nothing> doExist(const QList<OperatorId> &members);
    /// The department's open chats belong to nobody in particular any more.
    void open(const DepartmentId &id);

    Request &m_request;
};

} // namespace deskbell::server
