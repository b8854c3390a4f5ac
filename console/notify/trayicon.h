#pragma once

#include "console/theme/theme.h"

#include <QDBusConnection>
#include <QPointer>
#include <QSystemTrayIcon>
#include <QTimer>

#include <chrono>

class QMenu;

namespace deskbell::console {

/// The bell in the tray, and the number of those who wait on it and on the icon of the task bar (the launcher protocol
/// that KDE, Ubuntu and others understand). A program that starts with the desktop is often there before its panel, and
/// Qt 6.4 asks only once, with the first icon, whether there is a tray. So the icon is not made before there is one, or
/// before none has come for a while: trays of the older kind do not say that they are there.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(const Theme &theme, QObject *parent = nullptr,
                      std::chrono::milliseconds patience = std::chrono::seconds(15));
    ~TrayIcon() override;
    Q_DISABLE_COPY_MOVE(TrayIcon)

    void setCount(int count);
    void setContextMenu(QMenu *menu);
    /// Whether it is to be shown, as soon as there is a tray.
    void setVisible(bool visible);
    /// Whether somebody can find the program by it now.
    bool isFound() const;
    /// Null: not made yet.
    QSystemTrayIcon *icon() const { return m_icon.get(); }
    /// The bell with its number, as the tray shows it.
    QPixmap picture(int size) const;

Q_SIGNALS:
    void raiseRequested();

private:
    void awaitTray();
    void make();
    void draw();
    void tellLauncher();

    const Theme &m_theme;
    const std::chrono::milliseconds m_patience;
    QDBusConnection m_bus;
    QTimer m_giveUp; // the wait for a tray that says that it is there
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QPointer<QMenu> m_menu;
    bool m_isWanted = false;
    int m_count = 0;
};

} // namespace deskbell::console
