#include "server/http/epolldispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QSocketNotifier>

#include <QtCore/private/qeventdispatcher_unix_p.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/epoll.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.eventdispatcher")

constexpr int eventsPerTurn = 256;

/// What each kind of notifier is activated by; as in Qt's dispatcher, trouble and hang-ups activate all.
constexpr std::array<quint32, 3> activating{EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP, EPOLLOUT | EPOLLHUP | EPOLLERR,
                                            EPOLLPRI | EPOLLHUP | EPOLLERR};
constexpr std::array<quint32, 3> wanted{EPOLLIN, EPOLLOUT, EPOLLPRI};

quint32 bit(int kind)
{
    return 1u << kind;
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_inner(new QEventDispatcherUNIX(this)),
      m_epollNotifier(new QSocketNotifier(QSocketNotifier::Read, this)), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        qFatal("Cannot create an epoll descriptor: %s", std::strerror(errno));
    m_epollNotifier->setSocket(m_epoll);
    // Past QSocketNotifier::setEnabled(), which would ask the thread's dispatcher, that is us.
    m_inner->registerSocketNotifier(m_epollNotifier);
    connect(m_epollNotifier, &QSocketNotifier::activated, this, &EpollDispatcher::activateReady);
    connect(m_inner, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        Q_EMIT aboutToBlock();
        applyChanges();
    });
    connect(m_inner, &QAbstractEventDispatcher::awake, this, &QAbstractEventDispatcher::awake);
}

EpollDispatcher::~EpollDispatcher()
{
    m_inner->unregisterSocketNotifier(m_epollNotifier);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    applyChanges();
    return m_inner->processEvents(flags);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Watch &watch = m_watches[descriptor];
    QSocketNotifier *&place = watch.notifiers.at(std::size_t(notifier->type()));
    if (place && place != notifier)
        qCWarning(log, "Two notifiers of one kind for descriptor %d", descriptor);
    place = notifier;
    if (watch.isForeign) {
        m_inner->registerSocketNotifier(notifier);
    } else if (!watch.isChanged) {
        watch.isChanged = true;
        m_changed.append(descriptor);
    }
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto found = m_watches.find(descriptor);
    const auto kind = std::size_t(notifier->type());
    if (found == m_watches.end() || found->notifiers.at(kind) != notifier)
        return;
    found->notifiers.at(kind) = nullptr;
    found->ready &= ~bit(int(kind));
    if (found->isForeign)
        m_inner->unregisterSocketNotifier(notifier);
    if (found->notifiers == decltype(found->notifiers){}) {
        // At once: the descriptor is likely to be closed next, and its number may come back as another socket's.
        if (found->toldEpoll != 0)
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        m_watches.erase(found);
    } else if (!found->isForeign && !found->isChanged) {
        found->isChanged = true;
        m_changed.append(descriptor);
    }
}

void EpollDispatcher::applyChanges()
{
    for (const int descriptor : std::exchange(m_changed, {})) {
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || !found->isChanged)
            continue;
        found->isChanged = false;
        apply(descriptor, *found);
    }
}

void EpollDispatcher::apply(int descriptor, Watch &watch)
{
    epoll_event event{};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        if (watch.notifiers[kind])
            event.events |= wanted[kind];
    }
    event.data.fd = descriptor;
    if (event.events == watch.toldEpoll)
        return;
    int result = ::epoll_ctl(m_epoll, watch.toldEpoll == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event);
    // The number may have been closed and opened again under a notifier that stayed.
    if (result != 0 && errno == EEXIST)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
    else if (result != 0 && errno == ENOENT)
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    if (result == 0)
        watch.toldEpoll = event.events;
    else if (errno == EBADF)
        qCWarning(log, "Descriptor %d is watched but not open", descriptor);
    else
        makeForeign(watch);
}

/// EPERM: epoll has no use for a file that is always ready. ENOSPC, ENOMEM: the kernel's limit on watches.
void EpollDispatcher::makeForeign(Watch &watch)
{
    watch.isForeign = true;
    watch.toldEpoll = 0;
    for (QSocketNotifier *notifier : watch.notifiers) {
        if (notifier)
            m_inner->registerSocketNotifier(notifier);
    }
}

void EpollDispatcher::activateReady()
{
    // On the stack, since a handler may run a loop of its own that comes back here.
    std::array<epoll_event, eventsPerTurn> events;
    const int count = ::epoll_wait(m_epoll, events.data(), eventsPerTurn, 0);
    for (int i = 0; i < count; ++i) {
        const auto found = m_watches.find(events[std::size_t(i)].data.fd);
        if (found == m_watches.end())
            continue;
        for (int kind = 0; kind < kinds; ++kind) {
            if (found->notifiers[std::size_t(kind)] && (events[std::size_t(i)].events & activating[std::size_t(kind)]))
                found->ready |= bit(kind);
        }
    }
    for (int i = 0; i < count; ++i)
        activate(events[std::size_t(i)].data.fd, events[std::size_t(i)].events);
}

void EpollDispatcher::activate(int descriptor, quint32 events)
{
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        // Looked up each time: any handler may have removed or replaced any notifier.
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end())
            return;
        if (!(events & activating[kind]) || !(found->ready & bit(int(kind))))
            continue;
        found->ready &= ~bit(int(kind));
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(found->notifiers[kind], &event);
    }
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_inner->registerTimer(timerId, interval, timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_inner->unregisterTimer(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_inner->unregisterTimers(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_inner->registeredTimers(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    return m_inner->remainingTime(timerId);
}

void EpollDispatcher::wakeUp()
{
    m_inner->wakeUp();
}

void EpollDispatcher::interrupt()
{
    m_inner->interrupt();
}

} // namespace deskbell::server
