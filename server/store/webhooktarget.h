#pragma once

#include <QStringList>

namespace deskbell::server {

/// Which events a webhook is told of.
struct WebhookTarget
{
    QString id;
    QStringList events; ///< Empty: all.

    bool wants(const QString &event) const { return events.isEmpty() || events.contains(event); }
};

} // namespace deskbell::server
