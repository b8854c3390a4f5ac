#pragma once

#include "console/theme/theme.h"

#include <QSystemTrayIcon>

namespace deskbell::console {

/// The bell in the tray, and the number of those who wait on it and on the icon of the task bar (the launcher protocol
/// that KDE, Ubuntu and others understand).
class TrayIcon final : public QSystemTrayIcon
{
    Q_OBJECT

public:
    explicit TrayIcon(const Theme &theme, QObject *parent = nullptr);

    void setCount(int count);
    /// The bell with its number, as the tray shows it.
    QPixmap picture(int size) const;

Q_SIGNALS:
    void raiseRequested();

private:
    void draw();
    void tellLauncher();

    const Theme &m_theme;
    int m_count = 0;
};

} // namespace deskbell::console
