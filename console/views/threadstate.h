#pragma once

#include "console/state/workspace.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;
class ThreadView;

/// Says over an empty thread why nothing is there yet: it is on its way, it could not be loaded, or the server, which
/// alone has it, cannot be reached.
class ThreadState final : public QWidget
{
    Q_OBJECT

public:
    ThreadState(const Theme &theme, const Workspace &workspace, ThreadView &view);

    /// May be null.
    void setThread(Thread *thread);

Q_SIGNALS:
    void againRequested();

private:
    void showState();

    const Workspace &m_workspace;
    ThreadView &m_view;
    QPointer<Thread> m_thread;
    QLabel *m_line;
    QPushButton *m_again;
};

} // namespace deskbell::console
