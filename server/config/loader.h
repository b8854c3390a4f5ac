#pragma once

#include "server/config/settings.h"
#include "shared/result.h"

#include <QHash>
#include <QMap>

#include <optional>

class QProcessEnvironment;

namespace deskbell::server {

/// Fills Settings from the file (TOML), then the environment, then the command line; the later wins.
/// A setting `section.key` is `DESKBELL_SECTION_KEY` in the environment. The first wrong value is refused
/// with its name, its value, where it came from and what would be right.
class SettingsLoader
{
public:
    /// What `config show` says of one setting.
    struct Row
    {
        QString key;
        QString value; ///< Secrets are masked.
        QString source; ///< `default`, `file`, `environment NAME` or `command line`.
    };

    /// Errors: InvalidRequest for a file that cannot be read or parsed, a key that is unknown or a value that is wrong.
    Result<Nothing> readFile(const QString &path);
    Result<Nothing> readEnvironment(const QProcessEnvironment &environment);
    /// `key` as in the file.
    Result<Nothing> set(const QString &key, const QString &value, const QString &source);

    /// Checks that the settings fit each other. Errors: InvalidRequest.
    Result<Settings> finish();
    /// After finish(): every setting, by key.
    QList<Row> rows() const;

private:
    Settings m_settings;
    QMap<QString, QString> m_sources; // of the keys that were set
};

/// `HOST:PORT` or `[IPv6]:PORT` in its two parts; nothing when it is neither.
struct ListenAddress
{
    QString host;
    quint16 port = 0;
    static std::optional<ListenAddress> parse(const QString &text);
    bool isLoopback() const;
};

} // namespace deskbell::server
