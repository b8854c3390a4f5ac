#include "server/webhooks/webhookcourier.h"

#include <QNetworkProxy>

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr int lookEveryMs = 250;
constexpr int mostOfEach = 8; // deliveries to one webhook that are taken at a time
constexpr int mostUnderWay = 64;
constexpr qint64 longestRetryMs = 3'600'000;
constexpr int graceMs = 5'000; // for what is done after an answer

qint64 retryAfter(int attempts, int firstMs)
{
    const int doublings = std::min(attempts - 1, 20);
    return std::min(longestRetryMs, qint64(firstMs) << doublings);
}

} // namespace

WebhookCourier::WebhookCourier(Desk &desk, const Clock &clock, const WebhookOptions &options)
    : m_desk(desk), m_clock(clock), m_options(options)
{
    m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(&m_timer, &QTimer::timeout, this, &WebhookCourier::look);
    m_timer.start(lookEveryMs);
}

WebhookCourier::~WebhookCourier()
{
    // Before the network goes that they use; what was not concluded is told again.
    qDeleteAll(findChildren<WebhookCall *>(QString(), Qt::FindDirectChildrenOnly));
}

void WebhookCourier::look()
{
    if (m_looking || m_underWay >= mostUnderWay)
        return;
    m_looking = true;
    m_desk.perform<bool>(
        api::Effect::Read, Caller{},
        [](Request &request) -> Result<bool> { return WebhookStore(request.transaction).isAnyDue(request.now); },
        [this](const Result<bool> &due, const Outbox &) {
            if (due && *due)
                take();
            else
                m_looking = false;
        });
}

void WebhookCourier::take()
{
    const qint64 leaseMs = m_options.call.timeoutMs + graceMs;
    using Taken = QList<WebhookDelivery>;
    m_desk.perform<Taken>(
        api::Effect::Write, Caller{},
        [leaseMs](Request &request) -> Result<Taken> {
            return WebhookStore(request.transaction).take(mostOfEach, request.now, {request.now.ms + leaseMs});
        },
        [this](const Result<Taken> &taken, const Outbox &) {
            m_looking = false;
            if (!taken)
                return;
            for (const WebhookDelivery &each : *taken)
                deliver(each);
        });
}

void WebhookCourier::deliver(const WebhookDelivery &delivery)
{
    ++m_underWay;
    new WebhookCall(
        m_network, delivery, m_options.call, m_clock.now().ms / 1000,
        [this, delivery](const QString &problem) { conclude(delivery, problem); }, this);
}

void WebhookCourier::conclude(const WebhookDelivery &delivery, const QString &problem)
{
    --m_underWay;
    const bool over = problem.isEmpty() || delivery.attempts >= m_options.attempts;
    if (!problem.isEmpty())
        qWarning("Webhook %s: event %s was not taken at attempt %d%s: %s", qPrintable(delivery.webhookId.toString()),
                 qPrintable(delivery.eventId), delivery.attempts, over ? ", the last one" : "", qPrintable(problem));
    const qint64 waitMs = retryAfter(delivery.attempts, m_options.firstRetryMs);
    m_desk.perform<Nothing>(
        api::Effect::Write, Caller{},
        [key = delivery.key, over, waitMs](Request &request) -> Result<Nothing> {
            if (over)
                WebhookStore(request.transaction).finish(key);
            else
                WebhookStore(request.transaction).postpone(key, {request.now.ms + waitMs});
            return Nothing{};
        },
        [](const Result<Nothing> &, const Outbox &) {});
}

} // namespace deskbell::server
