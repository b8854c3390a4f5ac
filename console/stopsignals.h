#pragma once

#include <QSocketNotifier>

#include <array>

namespace deskbell::console {

/// Makes SIGTERM and SIGINT end the program in order, as if the person had quit. One for the program, in the GUI
/// thread.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    Q_DISABLE_COPY_MOVE(StopSignals)

private:
    std::array<int, 2> m_pipe{-1, -1}; // a handler may do little more than write to it
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace deskbell::console
