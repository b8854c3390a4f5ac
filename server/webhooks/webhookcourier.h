#pragma once

#include "server/desk/desk.h"
#include "server/webhooks/webhookcall.h"

namespace deskbell::server {

struct WebhookOptions
{
    WebhookCall::Terms call{};
    int firstRetryMs = 5'000; ///< Doubles with each further attempt, up to an hour.
    int attempts = 20; ///< Then an event is given up: with these figures after about ten hours.
};

/// Takes what webhooks are to be told out of the outbox and tells them, until they say yes or the attempts are used up.
/// What is under way when the program dies is told again when its time is over. Lives on the I/O thread.
class WebhookCourier final : public QObject
{
    Q_OBJECT

public:
    /// The desk and the clock outlive this.
    WebhookCourier(Desk &desk, const Clock &clock, const WebhookOptions &options);
    ~WebhookCourier() override;

private:
    void look();
    void take();
    void deliver(const WebhookDelivery &delivery);
    void conclude(const WebhookDelivery &delivery, const QString &problem);

    Desk &m_desk;
    const Clock &m_clock;
    const WebhookOptions m_options;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    bool m_looking = false;
    int m_underWay = 0;
};

} // namespace deskbell::server
