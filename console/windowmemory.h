#pragma once

#include "console/profile.h"

#include <QTimer>

namespace deskbell::console {

class MainWindow;

/// Keeps in the profile where the window is and how somebody has arranged it: soon after each change, so that a crash
/// loses none of it, and once for many changes at a time. Lives in the GUI thread.
class WindowMemory final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    WindowMemory(Profile &profile, MainWindow &window, QObject *parent = nullptr);

    /// As it was the last time.
    void restore();
    void save();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteChange();

    Profile &m_profile;
    MainWindow &m_window;
    QTimer m_soon;
    bool m_isRestored = false; // what is seen before is not worth keeping
};

} // namespace deskbell::console
