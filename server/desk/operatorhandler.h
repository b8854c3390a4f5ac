#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Operators and their sessions.
class OperatorHandler
{
public:
    explicit OperatorHandler(Request &request) : m_request(request) { }

    /// Opens a session for whoever has proven the password (LoginService); the password itself is not looked at.
    /// Errors: InvalidCredentials.
    Result<api::OperatorLoginAnswer> handle(const api::OperatorLogin &command);
    Result<Nothing> handle(const api::OperatorLogout &command);
    Result<api::Operator> handle(const api::OperatorMe &command);
    Result<api::OperatorListAnswer> handle(const api::OperatorList &command);
    Result<api::Operator> handle(const api::OperatorSetStatus &command);

private:
    Request &m_request;
};

} // namespace deskbell::server
