#pragma once

#include "server/cluster/bus.h"
#include "shared/clock.h"
#include "shared/ids.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace deskbell::server {

class Desk;

/// Has the desk look once a second for what is due because time has passed, and tells waiting visitors their place in
/// the queue. Looks on a reading thread and writes only when there is something to do. On the I/O thread.
class RoundsService
{
public:
    RoundsService(Desk &desk, const Clock &clock);
    void start();
    void stop();

    /// A round now. `done` is called when all that came of it is stored and told.
    void make(std::function<void()> done);
    /// What was published may have moved the queue.
    void heardOf(const QList<Published> &events);
    /// The visitor has a new connection, which knows no place yet.
    void tellAnew(const VisitorId &visitor);

private:
    using Places = QHash<VisitorId, int>;

    void tellPlaces(std::function<void()> done);

    Desk &m_desk;
    const Clock &m_clock;
    QTimer m_timer;
    int m_underWay = 0;
    qint64 m_lookForAbandonedAtMs = 0; // monotonic
    bool m_queueMoved = false;
    Places m_told; // what waiting visitors were told last
};

} // namespace deskbell::server
