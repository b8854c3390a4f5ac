#include "server/store/webhookstore.h"

namespace deskbell::server {

namespace {

const Sql insertWebhook{"INSERT INTO webhook (id, url, events, createdAt, secret) VALUES (?, ?, ?, ?, ?)"};
const Sql selectAll{"SELECT id, url, events, createdAt FROM webhook ORDER BY id"};
const Sql deleteOne{"DELETE FROM webhook WHERE id = ?"};
const Sql insertEvent{"INSERT INTO webhookEvent (webhookId, eventId, name, body, dueAt) VALUES (?, ?, ?, ?, ?)"};
const Sql selectAnyDue{"SELECT 1 FROM webhookEvent WHERE dueAt <= ? LIMIT 1"};
// In the order of the fields of WebhookDelivery.
const Sql selectDue{
    "SELECT webhookEvent.key, eventId, name, body, attempts + 1, webhookId, url, secret FROM webhookEvent"
    " JOIN webhook ON webhook.id = webhookId WHERE webhookId = ? AND dueAt <= ?"
    " ORDER BY dueAt, webhookEvent.key LIMIT ?"};
const Sql updateTaken{"UPDATE webhookEvent SET dueAt = ?, attempts = attempts + 1 WHERE key = ? AND dueAt <= ?"};
const Sql updateDue{"UPDATE webhookEvent SET dueAt = ? WHERE key = ?"};
const Sql deleteEvent{"DELETE FROM webhookEvent WHERE key = ?"};

/// What is sent: the event with its id and time.
QString bodyOf(const QString &eventId, const QString &name, const QByteArray &data, Timestamp now)
{
    QByteArray body;
    json::Writer writer(body);
    writer.beginObject();
    writer.key("id");
    writer.string(eventId);
    writer.key("event");
    writer.string(name);
    writer.key("createdAt");
    json::writeValue(writer, now);
    writer.key("data");
    writer.raw(data);
    writer.endObject();
    return QString::fromUtf8(body);
}

} // namespace

void WebhookStore::create(const api::Webhook &webhook, const QString &secret)
{
    m_transaction.change(insertWebhook, webhook.id, webhook.url, webhook.events, webhook.createdAt, secret);
    m_transaction.memory().webhooks.reset();
}

QList<api::Webhook> WebhookStore::all()
{
    QList<api::Webhook> webhooks;
    Query query = m_transaction.query(selectAll);
    while (query.next())
        webhooks.append(query.row<api::Webhook>());
    return webhooks;
}

bool WebhookStore::remove(const WebhookId &id)
{
    m_transaction.memory().webhooks.reset();
    return m_transaction.change(deleteOne, id) == 1;
}

const QList<WebhookTarget> &WebhookStore::targets()
{
    auto &known = m_transaction.memory().webhooks;
    if (!known) {
        QList<WebhookTarget> targets;
        for (const api::Webhook &each : all())
            targets.append({each.id.toString(), each.events});
        known = std::move(targets);
    }
    return *known;
}

void WebhookStore::record(const QString &name, const QByteArray &json, Timestamp now)
{
    QString eventId;
    QString body;
    for (const WebhookTarget &target : targets()) {
        if (!target.wants(name))
            continue;
        if (eventId.isEmpty()) {
            eventId = generateUuid();
            body = bodyOf(eventId, name, json, now);
        }
        m_transaction.change(insertEvent, target.id, eventId, name, body, now);
    }
}

bool WebhookStore::isAnyDue(Timestamp now)
{
    return m_transaction.query(selectAnyDue, now).next();
}

QList<WebhookDelivery> WebhookStore::take(int most, Timestamp now, Timestamp busyUntil)
{
    QList<WebhookDelivery> taken;
    for (const WebhookTarget &target : targets()) {
        QList<WebhookDelivery> due;
        {
            Query query = m_transaction.query(selectDue, target.id, now, most);
            while (query.next())
                due.append(query.row<WebhookDelivery>());
        }
        for (const WebhookDelivery &each : due) {
            // Whoever is first moves it on; another node's update then finds nothing.
            if (m_transaction.change(updateTaken, busyUntil, each.key, now) == 1)
                taken.append(each);
        }
    }
    return taken;
}

void WebhookStore::postpone(qint64 key, Timestamp until)
{
    m_transaction.change(updateDue, until, key);
}

void WebhookStore::finish(qint64 key)
{
    m_transaction.change(deleteEvent, key);
}

} // namespace deskbell::server
