#pragma once

#include "server/store/webhookstore.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QTimer>

namespace deskbell::server {

/// One attempt to tell one webhook of one event. Deletes itself after it has said how it went. I/O thread.
class WebhookCall final : public QObject
{
    Q_OBJECT

public:
    enum class Reach { PublicAddresses, AllAddresses };
    struct Terms
    {
        Reach reach = Reach::PublicAddresses;
        int timeoutMs = 10'000; ///< For looking up the name, connecting and answering together.
    };

    /// `ended` is called once: with an empty text when it was answered with a 2xx, else with why not.
    WebhookCall(QNetworkAccessManager &network, const WebhookDelivery &delivery, const Terms &terms, qint64 nowSeconds,
                std::function<void(const QString &)> ended, QObject *parent);

private:
    void send(const QHostInfo &host);
    void listen(QNetworkReply *reply);
    void end(const QString &problem);

    QNetworkAccessManager &m_network;
    const WebhookDelivery m_delivery;
    const Terms m_terms;
    const qint64 m_nowSeconds;
    std::function<void(const QString &)> m_ended;
    QTimer m_alarm;
};

/// `t=SECONDS,v1=HEX`: the time and the HMAC-SHA256 of `SECONDS.BODY`.
QByteArray webhookSignature(const QByteArray &secret, qint64 seconds, const QByteArray &body);

} // namespace deskbell::server
