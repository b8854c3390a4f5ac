#include "server/engineio/deadlines.h"

#include <utility>

namespace deskbell::server::engineio {

bool DeadlineQueue::Earlier::operator()(const Deadline *left, const Deadline *right) const
{
    return std::pair(left->m_at, left) < std::pair(right->m_at, right);
}

DeadlineQueue::DeadlineQueue(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineQueue::fireDue);
}

void DeadlineQueue::fireDue()
{
    m_armedFor = -1;
    // Up to the time at which it began: what falls due meanwhile waits for the next turn.
    const qint64 until = now();
    while (!m_set.empty() && (*m_set.begin())->m_at <= until) {
        Deadline *deadline = *m_set.begin();
        m_set.erase(m_set.begin());
        deadline->m_at = -1;
        // A copy, since the deadline may be destroyed by what it does.
        const auto due = deadline->m_due;
        due();
    }
    armTimer();
}

void DeadlineQueue::add(Deadline *deadline)
{
    m_set.insert(deadline);
    armTimer();
}

void DeadlineQueue::remove(Deadline *deadline)
{
    m_set.erase(deadline);
    // The timer is left as it is: firing once for nothing costs less than moving it for every pong.
}

void DeadlineQueue::armTimer()
{
    if (m_set.empty())
        return;
    const qint64 next = (*m_set.begin())->m_at;
    if (m_armedFor >= 0 && m_armedFor <= next)
        return;
    m_armedFor = next;
    m_timer.start(std::chrono::milliseconds(qMax<qint64>(0, next - now())));
}

Deadline::Deadline(DeadlineQueue &queue, std::function<void()> due) : m_queue(queue), m_due(std::move(due))
{
}

Deadline::~Deadline()
{
    clear();
}

void Deadline::setAt(qint64 monotonicMs)
{
    clear();
    m_at = qMax<qint64>(0, monotonicMs);
    m_queue.add(this);
}

void Deadline::clear()
{
    if (!isSet())
        return;
    m_queue.remove(this);
    m_at = -1;
}

} // namespace deskbell::server::engineio
