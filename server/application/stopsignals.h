#pragma once

#include <QObject>

#include <array>
#include <memory>

class QSocketNotifier;

namespace deskbell::server {

/// Turns SIGTERM and SIGINT into a Qt signal on the event loop. The second one ends the process at once: everything
/// that was acknowledged is stored already. One at a time in a process.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void received();

private:
    void read();

    std::array<int, 2> m_pipe{-1, -1}; // the signal handler writes into [1], the notifier watches [0]
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace deskbell::server
