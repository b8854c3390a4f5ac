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

/// Operators' accounts. Passwords come as hashes (AccountService), since these take long to make.
class AccountHandler
{
public:
    explicit AccountHandler(Request &request) : m_request(request) { }

    Result<api::Operator> handle(const api::OperatorCreate &command);
    /// Errors: OperatorNotFound, LastAdmin.
    Result<api::Operator> handle(const api::OperatorUpdate &command);
    Result<api::Operator> handle(const api::OperatorDisable &command);
    Result<Nothing> handle(const api::OperatorSetPassword &command);

    /// What has to be known before a password is set: whose it is and, if the old one has to be shown, its hash.
    /// Errors: OperatorNotFound, Forbidden, InvalidRequest.
    struct PasswordChange
    {
        std::optional<QString> oldHash;
    };
    Result<PasswordChange> prepare(const api::OperatorSetPassword &command);

    /// Errors: OperatorExists, InvalidRequest.
    Result<api::Operator> add(const NewOperator &account);
    /// Both end the operator's sessions too. Errors: OperatorNotFound.
    Result<api::Operator> changePassword(const QString &email, const QString &hash);
    Result<api::Operator> disable(const QString &email);

private:
    /// A person's account; that of an API key is not found.
    Result<api::Operator> person(const OperatorId &id);
    void setPassword(const api::Operator &account, const QString &hash);
    void setDisabled(api::Operator &account, bool disabled);
    void endSessions(const OperatorId &id);
    bool isLastAdmin(const api::Operator &account);
    void tell(api::Operator &account);

    Request &m_request;
};

} // namespace deskbell::server
