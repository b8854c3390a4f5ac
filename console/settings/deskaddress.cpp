#include "console/settings/deskaddress.h"

#include <QHostAddress>

namespace deskbell::console {

namespace {

const QString plain = QStringLiteral("http");
const QString encrypted = QStringLiteral("https");

bool isThisComputer(const QString &host)
{
    return host == QStringLiteral("localhost") || host.endsWith(QStringLiteral(".localhost"))
        || QHostAddress(host).isLoopback();
}

} // namespace

QUrl deskAddress(const QString &typed)
{
    QUrl url;
    if (typed.contains(QStringLiteral("://"))) {
        url = QUrl(typed, QUrl::StrictMode);
    } else {
        url = QUrl(encrypted + QStringLiteral("://") + typed, QUrl::StrictMode);
        if (isThisComputer(url.host()))
            url.setScheme(plain);
    }
    const bool isWeb = url.scheme() == plain || url.scheme() == encrypted;
    return url.isValid() && isWeb && !url.host().isEmpty() ? url : QUrl();
}

bool isOpenToAll(const QUrl &server)
{
    return server.scheme() == plain && !isThisComputer(server.host());
}

} // namespace deskbell::console
