#pragma once

#include "server/desk/request.h"
#include "server/security/secrettoken.h"

namespace deskbell::server {

/// API keys. A key is a session that does not run out, of an account that is nobody's.
class ApiKeyHandler
{
public:
    explicit ApiKeyHandler(Request &request) : m_request(request) { }

    /// Errors: ApiKeyExists.
    Result<api::ApiKeyCreateAnswer> handle(const api::ApiKeyCreate &command);
    /// Makes a key of a secret that the settings give; none takes away what they gave before.
    Result<Nothing> adopt(const QString &secret);
    Result<api::ApiKeyListAnswer> handle(const api::ApiKeyList &command);
    /// Errors: ApiKeyNotFound.
    Result<api::ApiKey> handle(const api::ApiKeyRevoke &command);
    Result<api::ApiKey> revoke(const QString &name);

    /// How the secret of every key begins.
    static QString prefix() { return QStringLiteral("dbk_"); }

private:
    Result<api::ApiKey> create(const QString &name, api::OperatorRole role, const SecretToken &secret);

    Request &m_request;
};

} // namespace deskbell::server
