#include "server/desk/apikeyhandler.h"

#include "server/desk/audithandler.h"
#include "server/store/apikeystore.h"
#include "server/store/operatorstore.h"
#include "server/store/sessionstore.h"

namespace deskbell::server {

namespace {

constexpr qint64 lifetimeMs = 100LL * 365 * 24 * 3'600'000; // until it is revoked
const QString nameOfAdopted = QStringLiteral("API_KEY"); // as it is called in the environment
constexpr int mostInUse = 100;
constexpr int mostListed = 150; // an answer has a size that it keeps to

} // namespace

Result<api::ApiKeyCreateAnswer> ApiKeyHandler::handle(const api::ApiKeyCreate &command)
{
    if (ApiKeyStore(m_request.transaction).inUse() >= mostInUse)
        return Error(ErrorCode::InvalidRequest, QStringLiteral("There are %1 API keys already.").arg(mostInUse));
    const SecretToken secret = SecretToken::fromText(prefix() + SecretToken::generate().reveal());
    const auto key = create(command.name.trimmed(), command.role, secret);
    return key ? Result<api::ApiKeyCreateAnswer>({*key, secret.reveal()}) : key.error();
}

Result<api::ApiKey> ApiKeyHandler::create(const QString &name, api::OperatorRole role, const SecretToken &secret)
{
    const api::ApiKey key{ApiKeyId::generate(), name, role, m_request.now, {}};
    const OperatorId account = OperatorId::generate();
    if (!ApiKeyStore(m_request.transaction).create(key, account))
        return ErrorCode::ApiKeyExists;
    StoredSession session;
    session.id = SessionId::generate();
    session.operatorId = account;
    session.createdAt = m_request.now;
    session.expiresAt = {m_request.now.ms + lifetimeMs};
    SessionStore(m_request.transaction).create(session, secret.hash());
    AuditHandler(m_request).record("apikey.created", key.id.toString(), key.name);
    return key;
}

Result<Nothing> ApiKeyHandler::adopt(const QString &text)
{
    const SecretToken secret = SecretToken::fromText(text);
    ApiKeyStore keys(m_request.transaction);
    const auto before = keys.findByName(nameOfAdopted);
    const auto session = SessionStore(m_request.transaction).findByTokenHash(secret.hash());
    const bool isTheSame = before && session && session->operatorId == keys.accountOf(before->id);
    if (isTheSame)
        return Nothing{};
    if (before) {
        if (const auto revoked = revoke(nameOfAdopted); !revoked)
            return revoked.error();
    }
    if (text.isEmpty() || session)
        return Nothing{};
    const auto created = create(nameOfAdopted, api::OperatorRole::Admin, secret);
    return created ? Result<Nothing>(Nothing{}) : created.error();
}

Result<api::ApiKeyListAnswer> ApiKeyHandler::handle(const api::ApiKeyList &)
{
    return api::ApiKeyListAnswer{ApiKeyStore(m_request.transaction).newest(mostListed)};
}

Result<api::ApiKey> ApiKeyHandler::handle(const api::ApiKeyRevoke &command)
{
    ApiKeyStore keys(m_request.transaction);
    auto key = keys.find(command.keyId);
    const auto account = keys.accountOf(command.keyId);
    if (!key || !account)
        return ErrorCode::ApiKeyNotFound;
    if (key->revokedAt)
        return *key;
    keys.revoke(key->id, m_request.now);
    OperatorStore(m_request.transaction).setDisabled(*account, true);
    for (const SessionId &ended : SessionStore(m_request.transaction).takeAllOf(*account))
        m_request.outbox.endSession(ended);
    AuditHandler(m_request).record("apikey.revoked", key->id.toString(), key->name);
    key->revokedAt = m_request.now;
    return *key;
}

Result<api::ApiKey> ApiKeyHandler::revoke(const QString &name)
{
    const auto key = ApiKeyStore(m_request.transaction).findByName(name);
    if (!key)
        return ErrorCode::ApiKeyNotFound;
    return handle(api::ApiKeyRevoke{key->id});
}

} // namespace deskbell::server
