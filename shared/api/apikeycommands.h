#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// API keys: other programs' way in. A key acts with its role, and holds no chat.
namespace deskbell::api {

struct ApiKey
{
    ApiKeyId id;
    QString name; ///< There is one of each that is not revoked.
    OperatorRole role = OperatorRole::Admin;
    Timestamp createdAt;
    std::optional<Timestamp> revokedAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &ApiKey::id), field("name", &ApiKey::name), field("role", &ApiKey::role),
                          field("createdAt", &ApiKey::createdAt), field("revokedAt", &ApiKey::revokedAt)};
    }
    bool operator==(const ApiKey &) const = default;
};

struct ApiKeyCreateAnswer
{
    ApiKey key;
    QString apiKey; ///< The secret `dbk_…`, told this once: a Bearer token.

    static constexpr auto fields()
    {
        return std::tuple{json::field("key", &ApiKeyCreateAnswer::key),
                          json::field("apiKey", &ApiKeyCreateAnswer::apiKey)};
    }
    bool operator==(const ApiKeyCreateAnswer &) const = default;
};

struct ApiKeyCreate
{
    using Answer = ApiKeyCreateAnswer;
    static constexpr Operation operation{"apikey.create", Method::Post,      "/apikeys", Access::Admins,
                                         Effect::Write,   "Make an API key", 201};
    QString name;
    OperatorRole role = OperatorRole::Admin;

    static constexpr auto fields()
    {
        return std::tuple{json::field("name", &ApiKeyCreate::name, shortText),
                          json::field("role", &ApiKeyCreate::role, json::orDefault())};
    }
    bool operator==(const ApiKeyCreate &) const = default;
};

struct ApiKeyListAnswer
{
    QList<ApiKey> keys; ///< Newest first; after those in use the latest that were revoked.

    static constexpr auto fields()
    {
        return std::tuple{json::field("keys", &ApiKeyListAnswer::keys, json::list(10'000))};
    }
    bool operator==(const ApiKeyListAnswer &) const = default;
};

struct ApiKeyList
{
    using Answer = ApiKeyListAnswer;
    static constexpr Operation operation{"apikey.list",  Method::Get,  "/apikeys",
                                         Access::Admins, Effect::Read, "List the API keys"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const ApiKeyList &) const = default;
};

struct ApiKeyRevoke
{
    using Answer = ApiKey;
    static constexpr Operation operation{"apikey.revoke", Method::Delete, "/apikeys/{keyId}",
                                         Access::Admins,  Effect::Write,  "Revoke an API key"};
    ApiKeyId keyId;

    static constexpr auto fields() { return std::tuple{json::field("keyId", &ApiKeyRevoke::keyId)}; }
    bool operator==(const ApiKeyRevoke &) const = default;
};

} // namespace deskbell::api
