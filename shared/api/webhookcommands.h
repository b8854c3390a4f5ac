#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What admins can ask about webhooks: addresses that are told of events by HTTP.
namespace deskbell::api {

struct Webhook
{
    WebhookId id;
    QString url;
    QList<QString> events; ///< Names of events; empty: all that webhooks can be told of.
    Timestamp createdAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &Webhook::id), field("url", &Webhook::url), field("events", &Webhook::events),
                          field("createdAt", &Webhook::createdAt)};
    }
    bool operator==(const Webhook &) const = default;
};

struct WebhookCreateAnswer
{
    Webhook webhook;
    QString secret; ///< Signs what it is told. Said this once.

    static constexpr auto fields()
    {
        return std::tuple{json::field("webhook", &WebhookCreateAnswer::webhook),
                          json::field("secret", &WebhookCreateAnswer::secret)};
    }
    bool operator==(const WebhookCreateAnswer &) const = default;
};

/// Has an address told of events from now on, by POST, each at least once until it answers with a 2xx. Header fields:
/// `Deskbell-Event-Id`, the same at each attempt; `Deskbell-Signature: t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256
/// of `SECONDS.BODY` under the secret.
struct WebhookCreate
{
    using Answer = WebhookCreateAnswer;
    static constexpr Operation operation{"webhook.create", Method::Post,    "/webhooks", Access::Admins,
                                         Effect::Write,    "Add a webhook", 201};
    QString url;
    QList<QString> events;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("url", &WebhookCreate::url, text(1, 2000)),
                          field("events", &WebhookCreate::events, orDefault(list(50)))};
    }
    bool operator==(const WebhookCreate &) const = default;
};

struct WebhookListAnswer
{
    QList<Webhook> webhooks;

    static constexpr auto fields()
    {
        return std::tuple{json::field("webhooks", &WebhookListAnswer::webhooks, json::list(50))};
    }
    bool operator==(const WebhookListAnswer &) const = default;
};

struct WebhookList
{
    using Answer = WebhookListAnswer;
    static constexpr Operation operation{"webhook.list", Method::Get,  "/webhooks",
                                         Access::Admins, Effect::Read, "List the webhooks"};

    static constexpr auto fields() { return std::tuple{}; }
    bool operator==(const WebhookList &) const = default;
};

/// What it has not been told of yet goes with it.
struct WebhookDelete
{
    using Answer = Nothing;
    static constexpr Operation operation{"webhook.delete", Method::Delete, "/webhooks/{webhookId}",
                                         Access::Admins,   Effect::Write,  "Remove a webhook"};
    WebhookId webhookId;

    static constexpr auto fields() { return std::tuple{json::field("webhookId", &WebhookDelete::webhookId)}; }
    bool operator==(const WebhookDelete &) const = default;
};

} // namespace deskbell::api
