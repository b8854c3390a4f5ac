#pragma once

#include <QLocalServer>

namespace deskbell::console {

/// One console for each profile: the first one listens, a second one asks it to come forward and leaves.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// Listens for others of the same profile folder, which has to be held by this process.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    /// Whether a console that holds the folder was there and has been asked. Waits a second at most.
    static bool raiseOther(const QString &folder);

Q_SIGNALS:
    void raiseRequested();

private:
    QLocalServer m_server;
};

} // namespace deskbell::console
