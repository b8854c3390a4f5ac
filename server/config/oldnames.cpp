#include "server/config/oldnames.h"

#include "server/config/loader.h"

#include <QProcessEnvironment>
#include <QUrl>

namespace deskbell::server {

namespace {

/// `postgresql://…` of the five names that have its parts.
QString databaseFrom(const QProcessEnvironment &environment)
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setHost(environment.value(QStringLiteral("DB_HOST")));
    url.setPort(environment.value(QStringLiteral("DB_PORT"), QStringLiteral("5432")).toInt());
    url.setUserName(environment.value(QStringLiteral("DB_USER")));
    url.setPassword(environment.value(QStringLiteral("DB_PASSWORD")), QUrl::DecodedMode);
    url.setPath(u'/' + environment.value(QStringLiteral("DB_NAME"), QStringLiteral("deskbell")));
    return url.toString(QUrl::FullyEncoded);
}

/// They are addresses there, and often end in a slash.
QString originOf(QString address)
{
    address = address.trimmed();
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

} // namespace

QList<OldName> oldNames(const QProcessEnvironment &environment, const Settings &soFar)
{
    QList<OldName> found;
    const auto take = [&](const char *name, const char *key) {
        const QString text = environment.value(QString::fromLatin1(name));
        if (!text.isEmpty())
            found.append({QString::fromLatin1(name), QString::fromLatin1(key), text});
    };
    const auto takeOrigins = [&](const char *name) {
        QStringList origins;
        for (const QString &each : environment.value(QString::fromLatin1(name)).split(u',', Qt::SkipEmptyParts))
            origins.append(originOf(each));
        if (!origins.isEmpty())
            found.append({QString::fromLatin1(name), QStringLiteral("security.allowed_origins"), origins.join(u',')});
    };
    takeOrigins("FRONTEND_URL");
    takeOrigins("FRONTEND_URLS");
    take("JWT_SECRET", "security.jwt_secret");
    take("API_KEY", "security.api_key");
    const QString port = environment.value(QStringLiteral("PORT"));
    const auto listen = ListenAddress::parse(soFar.listen);
    if (!port.isEmpty() && listen) {
        const QString host = listen->host.contains(u':') ? u'[' + listen->host + u']' : listen->host;
        found.append({QStringLiteral("PORT"), QStringLiteral("server.listen"), host + u':' + port});
    }
    if (!environment.value(QStringLiteral("DB_HOST")).isEmpty())
        found.append({QStringLiteral("DB_HOST"), QStringLiteral("storage.database"), databaseFrom(environment)});
    return found;
}

} // namespace deskbell::server
