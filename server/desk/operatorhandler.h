#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// An operator to be.
struct NewOperator
{
    QString email;
    QString name;
    api::OperatorRole role = api::OperatorRole::Operator;
    int capacity = 2;
    QString passwordHash;
};

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

    /// Errors: OperatorExists, InvalidRequest.
    Result<api::Operator> add(const NewOperator &account);
    /// Ends the operator's sessions too. Errors: OperatorNotFound.
    Result<api::Operator> changePassword(const QString &email, const QString &hash);
    /// Ends the operator's sessions too. Errors: OperatorNotFound.
    Result<api::Operator> disable(const QString &email);

private:
    Request &m_request;
};

} // namespace deskbell::server
