#include "console/settings/networkaccess.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>

namespace deskbell::console {

void NetworkAccess::setProxy(const ProxyPreferences &proxy)
{
    QNetworkProxyFactory::setUseSystemConfiguration(proxy.mode == ProxyMode::System);
    if (proxy.mode == ProxyMode::System)
        return;
    QNetworkProxy way(QNetworkProxy::NoProxy);
    if (proxy.mode == ProxyMode::Manual) {
        const auto type = proxy.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
        way = QNetworkProxy(type, proxy.host, quint16(proxy.port));
    }
    QNetworkProxy::setApplicationProxy(way);
}

Result<Nothing> NetworkAccess::trust(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Named one by one, since Qt no longer looks for the system's by itself once there is a list.
    QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    if (!caFile.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromPath(caFile);
        if (own.isEmpty())
            return Error(ErrorCode::Internal, tr("There is no certificate in %1.").arg(caFile));
        authorities += own;
    }
    configuration.setCaCertificates(authorities);
    QSslConfiguration::setDefaultConfiguration(configuration);
    return Nothing{};
}

} // namespace deskbell::console
