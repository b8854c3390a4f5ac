#include "server/config/loader.h"

#include "server/config/catalogue.h"
#include "server/config/oldnames.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <toml++/toml.h>

#include <sstream>

namespace deskbell::server {

namespace {

Error refuse(const QString &message)
{
    return {ErrorCode::InvalidRequest, message};
}

QString environmentName(QLatin1String key)
{
    return QLatin1String("DESKBELL_") + QString(key).toUpper().replace(u'.', u'_');
}

/// The text of a TOML value as the command line would have it; nothing for tables and other types.
std::optional<QString> textOf(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return QString::fromStdString(text->get());
    if (const auto *number = node.as_integer())
        return QString::number(number->get());
    if (const auto *flag = node.as_boolean())
        return flag->get() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *list = node.as_array()) {
        QStringList parts;
        for (const toml::node &each : *list) {
            const auto part = each.is_array() ? std::nullopt : textOf(each);
            if (!part)
                return std::nullopt;
            parts.append(*part);
        }
        return parts.join(u',');
    }
    return std::nullopt;
}

QString masked(const QString &key, const QString &value)
{
    if (key.endsWith(QLatin1String("_secret")) || key.endsWith(QLatin1String("_key")))
        return value.isEmpty() ? QString() : QStringLiteral("********");
    if (key != QLatin1String("storage.database"))
        return value;
    return QUrl(value).toDisplayString(QUrl::RemovePassword);
}

} // namespace

Result<Nothing> SettingsLoader::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("Cannot read the settings file %1: %2").arg(path, file.errorString()));
    std::istringstream text(file.readAll().toStdString());
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error &error) {
        return refuse(QStringLiteral("%1, line %2: %3")
                          .arg(path)
                          .arg(error.source().begin.line)
                          .arg(QString::fromUtf8(error.description().data(), qsizetype(error.description().size()))));
    }
    for (const auto &[section, content] : table) {
        const auto name = QString::fromStdString(std::string(section.str()));
        if (!content.is_table())
            return refuse(QStringLiteral("%1: %2 stands outside a [section]").arg(path, name));
        for (const auto &[key, node] : *content.as_table()) {
            const QString fullKey = name + u'.' + QString::fromStdString(std::string(key.str()));
            const auto value = textOf(node);
            if (!value)
                return refuse(
                    QStringLiteral("%1: %2 must be a text, a number, true, false or a list").arg(path, fullKey));
            if (auto done = set(fullKey, *value, QStringLiteral("file")); !done)
                return done.error();
        }
    }
    return Nothing{};
}

Result<Nothing> SettingsLoader::readEnvironment(const QProcessEnvironment &environment)
{
    for (const OldName &old : oldNames(environment, m_settings)) {
        if (auto done = set(old.key, old.value, QLatin1String("environment ") + old.name); !done)
            return done.error();
    }
    for (const Setting &setting : settingCatalogue()) {
        const QString name = environmentName(setting.key);
        if (!environment.contains(name))
            continue;
        if (auto done = set(setting.key, environment.value(name), QLatin1String("environment ") + name); !done)
            return done.error();
    }
    return Nothing{};
}

Result<Nothing> SettingsLoader::set(const QString &key, const QString &value, const QString &source)
{
    const Setting *setting = findSetting(key);
    if (!setting)
        return refuse(
            QStringLiteral("%1 (%2) is not a setting. `deskbell-server config show` lists them.").arg(key, source));
    if (!setting->assign(m_settings, value)) {
        return refuse(QStringLiteral("%1 = \"%2\" (%3) is wrong: it must be %4.")
                          .arg(key, masked(key, value), source, setting->expected));
    }
    m_sources.insert(key, source);
    return Nothing{};
}

Result<Settings> SettingsLoader::finish()
{
    if (m_settings.dataFolder.isEmpty()) {
        m_settings.dataFolder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/deskbell");
    }
    m_settings.dataFolder = QDir(m_settings.dataFolder).absolutePath();
    const bool exposed = !ListenAddress::parse(m_settings.listen)->isLoopback();
    if (exposed && m_settings.trustClientIds) {
        return refuse(QStringLiteral("security.trust_client_ids lets anyone be anyone, so it works on loopback only: "
                                     "server.listen = \"%1\" must be 127.0.0.1:PORT or [::1]:PORT.")
                          .arg(m_settings.listen));
    }
    if (exposed && !m_settings.rateLimits) {
        return refuse(QStringLiteral("security.rate_limits = \"false\" is for benchmarks and works on loopback only: "
                                     "server.listen = \"%1\" must be 127.0.0.1:PORT or [::1]:PORT.")
                          .arg(m_settings.listen));
    }
    return m_settings;
}

QList<SettingsLoader::Row> SettingsLoader::rows() const
{
    QList<Row> rows;
    for (const Setting &setting : settingCatalogue()) {
        rows.append({setting.key, masked(setting.key, setting.show(m_settings)),
                     m_sources.value(setting.key, QStringLiteral("default"))});
    }
    return rows;
}

std::optional<ListenAddress> ListenAddress::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(^(?:\[([0-9a-fA-F:.]+)\]|([^:\[\]]+)):(\d{1,5})$)"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    const quint16 port = match.captured(3).toUShort(&ok);
    QString host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    if (!ok || QHostAddress(host).isNull())
        return std::nullopt;
    return ListenAddress{host, port};
}

bool ListenAddress::isLoopback() const
{
    return QHostAddress(host).isLoopback();
}

} // namespace deskbell::server
