#include "server/config/catalogue.h"

#include "server/config/loader.h"

#include <QUrl>

#include <algorithm>

namespace deskbell::server {

namespace {

using Check = std::function<bool(const QString &)>;

Setting text(const char *key, QString Settings::*member, const char *expected, Check good)
{
    return {QLatin1String(key), QLatin1String(expected),
            [member, good](Settings &settings, const QString &value) {
                if (!good(value))
                    return false;
                settings.*member = value;
                return true;
            },
            [member](const Settings &settings) { return settings.*member; }};
}

Setting number(const char *key, int Settings::*member, int minimum, int maximum, const char *expected)
{
    return {QLatin1String(key), QLatin1String(expected),
            [=](Settings &settings, const QString &value) {
                bool ok = false;
                const int read = value.toInt(&ok);
                if (!ok || read < minimum || read > maximum)
                    return false;
                settings.*member = read;
                return true;
            },
            [member](const Settings &settings) { return QString::number(settings.*member); }};
}

Setting flag(const char *key, bool Settings::*member)
{
    return {QLatin1String(key), QLatin1String("true or false"),
            [member](Settings &settings, const QString &value) {
                if (value != QLatin1String("true") && value != QLatin1String("false"))
                    return false;
                settings.*member = value == QLatin1String("true");
                return true;
            },
            [member](const Settings &settings) {
                return settings.*member ? QStringLiteral("true") : QStringLiteral("false");
            }};
}

bool isOrigin(const QString &text)
{
    if (text == QLatin1String("*"))
        return true;
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty() && url.path().isEmpty() && !text.endsWith(u'/');
}

Setting origins(const char *key, QStringList Settings::*member)
{
    return {QLatin1String(key), QLatin1String("origins such as https://shop.example, or *"),
            [member](Settings &settings, const QString &value) {
                QStringList read;
                for (const QString &each : value.split(u',', Qt::SkipEmptyParts))
                    read.append(each.trimmed());
                if (!std::all_of(read.begin(), read.end(), isOrigin))
                    return false;
                settings.*member = read;
                return true;
            },
            [member](const Settings &settings) { return (settings.*member).join(QLatin1String(", ")); }};
}

Setting durability()
{
    return {QLatin1String("storage.durability"), QLatin1String("full or process"),
            [](Settings &settings, const QString &value) {
                if (value != QLatin1String("full") && value != QLatin1String("process"))
                    return false;
                settings.durability = value == QLatin1String("full") ? Durability::Full : Durability::Process;
                return true;
            },
            [](const Settings &settings) {
                return settings.durability == Durability::Full ? QStringLiteral("full") : QStringLiteral("process");
            }};
}

Setting routingStrategy()
{
    return {QLatin1String("routing.strategy"), QLatin1String("manual, round_robin or least_busy"),
            [](Settings &settings, const QString &value) {
                const QByteArray name = value.toLatin1();
                return json::fromName(std::string_view(name.data(), size_t(name.size())), settings.routingStrategy);
            },
            [](const Settings &settings) {
                const std::string_view name = json::nameOf(settings.routingStrategy);
                return QString::fromLatin1(name.data(), qsizetype(name.size()));
            }};
}

bool isLogLevel(const QString &text)
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                    QStringLiteral("error")};
    return levels.contains(text);
}

bool isDatabase(const QString &text)
{
    const QUrl url(text);
    return text.isEmpty() || (url.isValid() && url.scheme() == QLatin1String("postgresql"));
}

std::vector<Setting> makeCatalogue()
{
    constexpr int kibibyte = 1024;
    constexpr int hour = 3'600'000;
    constexpr int day = 86'400; // in seconds, as people count who answer
    std::vector<Setting> all{
        text("server.listen", &Settings::listen, "HOST:PORT, such as 127.0.0.1:8080",
             [](const QString &value) { return ListenAddress::parse(value).has_value(); }),
        text("server.data", &Settings::dataFolder, "the path of a folder",
             [](const QString &value) { return !value.isEmpty(); }),
        text("server.log_level", &Settings::logLevel, "debug, info, warning or error", isLogLevel),
        number("server.stop_deadline", &Settings::stopDeadlineMs, 100, hour, "milliseconds from 100 to 3600000"),
        text("desk.name", &Settings::deskName, "a name of 1 to 80 characters",
             [](const QString &value) { return !value.trimmed().isEmpty() && value.size() <= 80; }),
        text("storage.database", &Settings::database,
             "nothing for SQLite, or postgresql://USER:PASSWORD@HOST:PORT/NAME", isDatabase),
        durability(),
        origins("security.allowed_origins", &Settings::allowedOrigins),
        flag("security.rate_limits", &Settings::rateLimits),
        text("security.identity_secret", &Settings::identitySecret, "a text", [](const QString &) { return true; }),
        text("security.jwt_secret", &Settings::jwtSecret, "a text", [](const QString &) { return true; }),
        text("security.api_key", &Settings::apiKey, "a text", [](const QString &) { return true; }),
        flag("security.trust_client_ids", &Settings::trustClientIds),
        number("heartbeat.operator_interval", &Settings::operatorPingIntervalMs, 100, hour,
               "milliseconds from 100 to 3600000"),
        number("heartbeat.operator_timeout", &Settings::operatorPingTimeoutMs, 100, hour,
               "milliseconds from 100 to 3600000"),
        number("heartbeat.visitor_interval", &Settings::visitorPingIntervalMs, 100, hour,
               "milliseconds from 100 to 3600000"),
        number("heartbeat.visitor_timeout", &Settings::visitorPingTimeoutMs, 100, hour,
               "milliseconds from 100 to 3600000"),
        routingStrategy(),
        number("routing.escalate_after", &Settings::escalateAfterS, 0, day, "seconds from 0 (never) to 86400"),
        number("routing.offer_timeout", &Settings::offerTimeoutS, 0, day, "seconds from 0 (do not ask) to 86400"),
        number("routing.transfer_timeout", &Settings::transferTimeoutS, 1, day, "seconds from 1 to 86400"),
        number("routing.vanish_timeout", &Settings::vanishTimeoutS, 0, day, "seconds from 0 to 86400"),
        number("chats.abandon_timeout", &Settings::abandonTimeoutS, 0, 365 * day, "seconds from 0 (never) to 31536000"),
        number("limits.head_bytes", &Settings::headBytes, kibibyte, 1024 * kibibyte, "bytes from 1024 to 1048576"),
        number("limits.body_bytes", &Settings::bodyBytes, kibibyte, 65536 * kibibyte, "bytes from 1024 to 67108864"),
        number("limits.message_bytes", &Settings::messageBytes, kibibyte, 1024 * kibibyte,
               "bytes from 1024 to 1048576"),
        number("limits.head_deadline", &Settings::headDeadlineMs, 100, hour, "milliseconds from 100 to 3600000"),
        number("limits.idle_deadline", &Settings::idleDeadlineMs, 100, hour, "milliseconds from 100 to 3600000"),
        number("limits.connections_per_address", &Settings::connectionsPerAddress, 1, 1'000'000,
               "a number from 1 to 1000000"),
        number("limits.connections", &Settings::connections, 1, 1'000'000, "a number from 1 to 1000000"),
        number("limits.attachment_bytes", &Settings::attachmentBytes, kibibyte, 1024 * 1024 * kibibyte,
               "bytes from 1024 to 1073741824"),
        number("attachments.reserve_bytes", &Settings::attachmentReserveBytes, 0, 2'000'000'000,
               "bytes from 0 to 2000000000"),
        number("attachments.unsent_lifetime", &Settings::attachmentLifetimeMs, 100, 168 * hour,
               "milliseconds from 100 to 604800000"),
        flag("webhooks.allow_private", &Settings::webhooksAllowPrivate),
        number("webhooks.timeout", &Settings::webhookTimeoutMs, 100, hour, "milliseconds from 100 to 3600000"),
        number("webhooks.first_retry", &Settings::webhookFirstRetryMs, 10, hour, "milliseconds from 10 to 3600000"),
        number("webhooks.attempts", &Settings::webhookAttempts, 1, 1000, "a number from 1 to 1000"),
        number("limits.queued_bytes", &Settings::queuedBytes, 512 * kibibyte, 65536 * kibibyte,
               "bytes from 524288 to 67108864"),
    };
    std::sort(all.begin(), all.end(), [](const Setting &a, const Setting &b) { return a.key < b.key; });
    return all;
}

} // namespace

const std::vector<Setting> &settingCatalogue()
{
    static const std::vector<Setting> catalogue = makeCatalogue();
    return catalogue;
}

const Setting *findSetting(const QString &key)
{
    const auto &all = settingCatalogue();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Setting &each) { return each.key == key; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace deskbell::server
