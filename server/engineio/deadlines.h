#pragma once

#include "shared/clock.h"

#include <QTimer>

#include <functional>
#include <set>

namespace deskbell::server::engineio {

class Deadline;

/// All deadlines of the I/O thread in one ordered queue with one precise timer: a timer of Qt's for each of ten
/// thousand sessions would cost far more, and coarse ones fire early and late.
class DeadlineQueue final : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives the queue.
    explicit DeadlineQueue(const Clock &clock, QObject *parent = nullptr);

    qint64 now() const { return m_clock.monotonicMs(); }
    /// Fires all that are due. The timer calls it; so do tests that turn the clock by hand.
    void fireDue();

private:
    friend class Deadline;
    void add(Deadline *deadline);
    void remove(Deadline *deadline);
    void armTimer();

    struct Earlier
    {
        bool operator()(const Deadline *left, const Deadline *right) const;
    };

    const Clock &m_clock;
    QTimer m_timer;
    std::set<Deadline *, Earlier> m_set; // those that are set; they remove themselves when they are destroyed
    qint64 m_armedFor = -1; // when the timer fires; -1: it does not run
};

/// A moment at which something is to be done unless it is cleared or moved before. Destroying it clears it.
class Deadline final
{
public:
    /// The queue outlives the deadline.
    Deadline(DeadlineQueue &queue, std::function<void()> due);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    /// Sets or moves it to this reading of the monotonic clock.
    void setAt(qint64 monotonicMs);
    /// At least a millisecond from now, so that what sets itself again cannot keep the thread.
    void setIn(qint64 ms) { setAt(m_queue.now() + qMax<qint64>(1, ms)); }
    void clear();
    bool isSet() const { return m_at >= 0; }
    qint64 at() const { return m_at; }

private:
    friend class DeadlineQueue;
    DeadlineQueue &m_queue;
    std::function<void()> m_due;
    qint64 m_at = -1; // -1: not set
};

} // namespace deskbell::server::engineio
