#pragma once

#include "server/config/settings.h"
#include "shared/result.h"

#include <QObject>

#include <memory>

namespace deskbell::server {

/// The running server: makes every part, hands each the others that it needs, and takes them down in order.
/// Lives on the I/O thread.
class Application : public QObject
{
    Q_OBJECT

public:
    /// Errors: what storage or the port said, in a sentence for the administrator.
    static Result<std::unique_ptr<Application>> start(const Settings &settings);
    ~Application() override;

    /// Such as `http://127.0.0.1:8080`.
    QString url() const;
    quint16 port() const;

    /// No new connections; clients are told; queued work is committed; then stopped(), at the latest after
    /// the stop deadline of the settings.
    void stop();

Q_SIGNALS:
    void stopped();

private:
    struct Parts;
    explicit Application(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace deskbell::server
