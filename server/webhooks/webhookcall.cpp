#include "server/webhooks/webhookcall.h"

#include "server/webhooks/publicaddress.h"

#include <QMessageAuthenticationCode>
#include <QNetworkReply>

#include <algorithm>

namespace deskbell::server {

namespace {

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

/// The request for this very address, so that the name is not looked up again with another result.
QNetworkRequest requestFor(const QUrl &url, const QHostAddress &address)
{
    QUrl direct = url;
    direct.setHost(address.toString());
    QNetworkRequest request(direct);
    request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    request.setRawHeader("Host", hostHeader(url));
    request.setRawHeader("User-Agent", "Deskbell/" DESKBELL_VERSION);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

QByteArray webhookSignature(const QByteArray &secret, qint64 seconds, const QByteArray &body)
{
    const QByteArray time = QByteArray::number(seconds);
    const QByteArray hash =
        QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
    return "t=" + time + ",v1=" + hash;
}

WebhookCall::WebhookCall(QNetworkAccessManager &network, const WebhookDelivery &delivery, const Terms &terms,
                         qint64 nowSeconds, std::function<void(const QString &)> ended, QObject *parent)
    : QObject(parent), m_network(network), m_delivery(delivery), m_terms(terms), m_nowSeconds(nowSeconds),
      m_ended(std::move(ended))
{
    m_alarm.setSingleShot(true);
    connect(&m_alarm, &QTimer::timeout, this, [this] { end(QStringLiteral("It took too long")); });
    m_alarm.start(terms.timeoutMs);
    QHostInfo::lookupHost(QUrl(delivery.url).host(), this, [this](const QHostInfo &host) { send(host); });
}

void WebhookCall::send(const QHostInfo &host)
{
    if (!m_ended)
        return;
    const QList<QHostAddress> addresses = host.addresses();
    if (addresses.isEmpty())
        return end(QStringLiteral("The name is not known"));
    // One that is not public spoils all: who names both may mean the other one next time.
    const bool open = m_terms.reach == Reach::AllAddresses || std::all_of(addresses.begin(), addresses.end(), isPublic);
    if (!open)
        return end(QStringLiteral("The address is not public (webhooks.allow_private)"));
    QNetworkRequest request = requestFor(QUrl(m_delivery.url), addresses.first());
    const QByteArray body = m_delivery.body.toUtf8();
    request.setRawHeader("Deskbell-Event", m_delivery.name.toLatin1());
    request.setRawHeader("Deskbell-Event-Id", m_delivery.eventId.toLatin1());
    request.setRawHeader("Deskbell-Signature", webhookSignature(m_delivery.secret.toLatin1(), m_nowSeconds, body));
    listen(m_network.post(request, body));
}

void WebhookCall::listen(QNetworkReply *reply)
{
    // With this it goes, and its connection with it.
    reply->setParent(this);
    const auto judge = [this, reply] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300)
            end(QString());
        else if (status > 0)
            end(QStringLiteral("It answered %1").arg(status));
        else
            end(reply->errorString());
    };
    // The head tells; what else comes is not read, however much it is.
    connect(reply, &QNetworkReply::metaDataChanged, this, judge);
    connect(reply, &QNetworkReply::finished, this, judge);
}

void WebhookCall::end(const QString &problem)
{
    if (!m_ended)
        return;
    const auto ended = std::exchange(m_ended, {});
    m_alarm.stop();
    deleteLater();
    ended(problem);
}

} // namespace deskbell::server
