#pragma once

#include "server/store/transaction.h"
#include "shared/api/webhookcommands.h"

namespace deskbell::server {

/// One event on its way to one webhook.
struct WebhookDelivery
{
    qint64 key = 0;
    QString eventId; ///< The same at each attempt.
    QString name;
    QString body;
    int attempts = 0; ///< With the one that this is taken for.
    WebhookId webhookId;
    QString url;
    QString secret;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{
            field("key", &WebhookDelivery::key),           field("eventId", &WebhookDelivery::eventId),
            field("name", &WebhookDelivery::name),         field("body", &WebhookDelivery::body),
            field("attempts", &WebhookDelivery::attempts), field("webhookId", &WebhookDelivery::webhookId),
            field("url", &WebhookDelivery::url),           field("secret", &WebhookDelivery::secret)};
    }
};

/// Webhooks, and the outbox of what they are to be told: written in the transaction of what happened, so that neither
/// is there without the other.
class WebhookStore
{
public:
    explicit WebhookStore(Transaction &transaction) : m_transaction(transaction) { }

    void create(const api::Webhook &webhook, const QString &secret);
    QList<api::Webhook> all();
    /// False when there is none of this id.
    bool remove(const WebhookId &id);

    /// Notes an event for those who want to hear of it. `json` is its one argument.
    void record(const QString &name, const QByteArray &json, Timestamp now);
    /// Whether a delivery is due.
    bool isAnyDue(Timestamp now);
    /// Up to `most` deliveries of each webhook that are due, the longest waiting first. Until `busyUntil` nobody else
    /// is given them; then they are due again, whatever became of who took them.
    QList<WebhookDelivery> take(int most, Timestamp now, Timestamp busyUntil);
    void postpone(qint64 key, Timestamp until);
    void finish(qint64 key);

private:
    const QList<WebhookTarget> &targets();

    Transaction &m_transaction;
};

} // namespace deskbell::server
