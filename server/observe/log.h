#pragma once

#include <QString>

#include <memory>

namespace deskbell::server {

/// Sends everything that Qt's qDebug(), qInfo(), qWarning() and qCritical() say to standard error, and as one JSON
/// object a line to `logs/app.log` (warnings and worse to `logs/error.log` too) in the data folder, both rotated
/// at 10 MiB with five old files kept. One at a time; threads may log while it lives.
class Log
{
public:
    /// `level` is debug, info, warning or error. An empty folder, or one that cannot be written,
    /// logs to standard error alone.
    Log(const QString &dataFolder, const QString &level);
    ~Log();
    Q_DISABLE_COPY_MOVE(Log)

    struct Sinks;

private:
    std::unique_ptr<Sinks> m_sinks;
};

} // namespace deskbell::server
