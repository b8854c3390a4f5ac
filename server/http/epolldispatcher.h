#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QList>

#include <array>

class QEventDispatcherUNIX;

namespace deskbell::server {

/// An event dispatcher that asks epoll which sockets are ready, so that a turn of the loop costs by the ready sockets
/// and not by the open ones. Timers and posted events are left to Qt's own dispatcher, which watches a single
/// descriptor: the epoll one. Lives in the thread whose events it dispatches.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    static constexpr int kinds = 3; ///< QSocketNotifier::Read, Write and Exception.

    /// The notifiers of one descriptor.
    struct Watch
    {
        std::array<QSocketNotifier *, kinds> notifiers{};
        /// What epoll has been told; differs from what the notifiers want while the descriptor is in m_changed.
        quint32 toldEpoll = 0;
        /// Kinds that the batch in progress still has to activate. A notifier that goes takes its bit with it, so that
        /// one registered anew in the meantime is not activated by an old event.
        quint32 ready = 0;
        bool isChanged = false; ///< The descriptor is in m_changed.
        bool isForeign = false; ///< epoll cannot watch it (a regular file); the inner dispatcher does.
    };

    void activateReady();
    void activate(int descriptor, quint32 events);
    /// Tells epoll what has changed since the last wait. A write notifier that is switched on and off in between, as
    /// QAbstractSocket does for each write, costs nothing.
    void applyChanges();
    void apply(int descriptor, Watch &watch);
    void makeForeign(Watch &watch);

    QEventDispatcherUNIX *m_inner; ///< A child, so that it follows to another thread.
    QSocketNotifier *m_epollNotifier; ///< Known to the inner dispatcher only.
    int m_epoll;
    QHash<int, Watch> m_watches; ///< By descriptor; none without a notifier.
    QList<int> m_changed; ///< Descriptors whose Watch epoll does not know yet; may have gone since.
};

} // namespace deskbell::server
