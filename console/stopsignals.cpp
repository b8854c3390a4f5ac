#include "console/stopsignals.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace deskbell::console {

namespace {

int writeEnd = -1; // a signal handler is handed nothing else

void tell(int)
{
    const char stop = 1;
    [[maybe_unused]] const auto written = write(writeEnd, &stop, 1); // full means that it has been said already
}

} // namespace

StopSignals::StopSignals()
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [notifier = m_notifier.get()] {
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
    for (const int each : {SIGTERM, SIGINT})
        std::signal(each, tell);
}

StopSignals::~StopSignals()
{
    for (const int each : {SIGTERM, SIGINT})
        std::signal(each, SIG_DFL);
    m_notifier.reset();
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}

} // namespace deskbell::console
