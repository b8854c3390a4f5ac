#include "server/application/stopsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

std::atomic<int> writeEnd = -1;
std::atomic<int> count = 0;

// Only what is async-signal-safe: an atomic and write().
void handleSignal(int number)
{
    if (count.fetch_add(1) > 0)
        _exit(128 + number);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("cannot make a pipe for the stop signals");
    writeEnd = m_pipe[1];
    count = 0;
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::read);
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

StopSignals::~StopSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void StopSignals::read()
{
    char byte = 0;
    while (::read(m_pipe[0], &byte, 1) > 0) { }
    Q_EMIT received();
}

} // namespace deskbell::server
