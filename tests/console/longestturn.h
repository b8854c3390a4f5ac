#pragma once

#include <QTimer>

#include <ctime>

namespace deskbell::console {

/// How long this thread has worked at most between two turns of its event loop, in milliseconds of its own time: what
/// other processes take meanwhile does not count, so that the figure holds on a busy machine too.
class LongestTurn
{
public:
    LongestTurn()
    {
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { turn(); });
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.start(1);
        begin();
    }
    void begin()
    {
        m_worst = 0;
        m_last = worked();
    }
    double milliseconds() const { return m_worst; }

private:
    static double worked()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    void turn()
    {
        const double now = worked();
        m_worst = std::max(m_worst, now - m_last);
        m_last = now;
    }

    QTimer m_beat;
    double m_last = 0;
    double m_worst = 0;
};

} // namespace deskbell::console
