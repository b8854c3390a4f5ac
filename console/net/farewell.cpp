#include "console/net/farewell.h"

#include "shared/api/operatorcommands.h"

#include <QNetworkReply>
#include <QPointer>

namespace deskbell::console {

namespace {

constexpr int patienceMs = 15'000;

QString keyOf(const Account &account)
{
    return QStringLiteral("signed out ") + account.key();
}

QUrl addressAt(const QUrl &server)
{
    QUrl url = server.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    constexpr std::string_view route = api::OperatorLogout::operation.path;
    url.setPath(path + QStringLiteral("/api/v1") + QLatin1String(route.data(), qsizetype(route.size())));
    return url;
}

} // namespace

Farewell::Farewell(TokenVault &vault, Backoff backoff, QObject *parent)
    : QObject(parent), m_vault(vault), m_backoff(std::move(backoff))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Farewell::attempt);
}

void Farewell::say(const Account &account, const QString &token)
{
    if (token.isEmpty())
        return;
    m_vault.save(keyOf(account), token);
    m_tokens.insert(account.key(), token);
    add(account);
    m_underWay.append(account); // the vault may take a moment to know it
    send(account, token);
}

void Farewell::sayFor(const Account &account)
{
    m_vault.load(account.key(), [self = QPointer(this), account](const QString &token) {
        if (!self)
            return;
        self->m_vault.forget(account.key());
        self->say(account, token);
    });
}

void Farewell::resume(const QList<Account> &accounts)
{
    for (const Account &each : accounts)
        add(each);
    attempt();
}

void Farewell::tryNow()
{
    if (m_retry.isActive())
        attempt();
}

void Farewell::add(const Account &account)
{
    if (m_pending.contains(account))
        return;
    m_pending.append(account);
    Q_EMIT pendingChanged();
}

void Farewell::attempt()
{
    m_retry.stop();
    for (const Account &each : std::as_const(m_pending)) {
        if (m_underWay.contains(each))
            continue;
        m_underWay.append(each);
        if (const QString token = m_tokens.value(each.key()); !token.isEmpty()) {
            send(each, token);
            continue;
        }
        m_vault.load(keyOf(each), [self = QPointer(this), each](const QString &token) {
            if (!self)
                return;
            if (token.isEmpty()) // no vault, or somebody has emptied it: the session has to expire by itself
                self->finish(each);
            else
                self->send(each, token);
        });
    }
}

void Farewell::send(const Account &account, const QString &token)
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    QNetworkRequest request(addressAt(account.server));
    request.setTransferTimeout(patienceMs);
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply *reply = m_network->post(request, QByteArrayLiteral("{}"));
    connect(reply, &QNetworkReply::finished, this, [this, reply, account] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        constexpr int tooMany = 429;
        if (status >= 200 && status < 500 && status != tooMany) { // done, or there was no such session
            finish(account);
            return;
        }
        m_underWay.removeAll(account);
        if (!m_retry.isActive())
            m_retry.start(int(m_backoff.next()));
    });
}

void Farewell::finish(const Account &account)
{
    m_backoff.reset();
    m_underWay.removeAll(account);
    m_tokens.remove(account.key());
    m_vault.forget(keyOf(account));
    if (m_pending.removeAll(account) > 0)
        Q_EMIT pendingChanged();
}

} // namespace deskbell::console
