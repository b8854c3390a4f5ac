#include "server/files/filelane.h"

namespace deskbell::server {

FileLane::FileLane(const QString &name)
{
    m_thread.setObjectName(name);
    m_far.moveToThread(&m_thread);
    m_thread.start();
}

FileLane::~FileLane()
{
    // Behind everything that is queued.
    QMetaObject::invokeMethod(
        &m_far, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void FileLane::run(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_far, std::move(work), Qt::QueuedConnection);
}

} // namespace deskbell::server
