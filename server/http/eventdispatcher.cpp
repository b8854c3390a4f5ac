#include "server/http/eventdispatcher.h"

#include <QCoreApplication>
#include <QThread>

#ifdef Q_OS_LINUX
#include "server/http/epolldispatcher.h"
#endif

namespace deskbell::server {

void installEventDispatcher()
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
#endif
}

void installEventDispatcher([[maybe_unused]] QThread &thread)
{
#ifdef Q_OS_LINUX
    thread.setEventDispatcher(new EpollDispatcher);
#endif
}

} // namespace deskbell::server
