#include "console/settings/networkaccess.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>

namespace deskbell::console {

void NetworkAccess::setProxy(const ProxyPreferences &proxy, const QString &password)
{
    QNetworkProxyFactory::setUseSystemConfiguration(proxy.mode == ProxyMode::System);
    if (proxy.mode == ProxyMode::System)
        return;
    QNetworkProxy way(QNetworkProxy::NoProxy);
    if (proxy.mode == ProxyMode::Manual) {
        const auto type = proxy.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
        way = QNetworkProxy(type, proxy.host, quint16(proxy.port));
        if (!proxy.user.isEmpty()) {
            way.setUser(proxy.user);
            way.setPassword(password);
        }
    }
    QNetworkProxy::setApplicationProxy(way);
}

Result<Nothing> NetworkAccess::trust(const QStringList &caFiles)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Named one by one, since Qt no longer looks for the system's by itself once there is a list.
    QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    QString without;
    for (const QString &file : caFiles) {
        if (file.isEmpty())
            continue;
        const QList<QSslCertificate> own = QSslCertificate::fromPath(file);
        if (own.isEmpty() && without.isEmpty())
            without = file;
        authorities += own;
    }
    configuration.setCaCertificates(authorities);
    QSslConfiguration::setDefaultConfiguration(configuration);
    if (!without.isEmpty())
        return Error(ErrorCode::Internal, tr("There is no certificate in %1.").arg(without));
    return Nothing{};
}

} // namespace deskbell::console
