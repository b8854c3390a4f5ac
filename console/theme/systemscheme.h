#pragma once

#include "console/theme/tokens.h"

#include <QDBusVariant>
#include <QObject>

namespace deskbell::console {

/// What the desktop prefers, light or dark, and when it changes its mind. Qt 6.4 does not say, so the desktop portal
/// is asked; without one it stays with what `initial` says.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(Scheme initial = Scheme::Light);

    Scheme scheme() const { return m_scheme; }
    /// Asks the portal of the session bus and keeps listening to it. Never blocks.
    void followPortal();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(uint preference);

    Scheme m_scheme;
};

} // namespace deskbell::console
