#include "server/store/deliveries.h"

#include <iterator>

namespace deskbell::server {

void Deliveries::add(Jobs jobs)
{
    if (jobs.empty())
        return;
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_jobs.empty();
        std::move(jobs.begin(), jobs.end(), std::back_inserter(m_jobs));
    }
    if (wake)
        QMetaObject::invokeMethod(
            this, [this] { flush(); }, Qt::QueuedConnection);
}

void Deliveries::flush()
{
    Jobs jobs;
    {
        const std::lock_guard lock(m_mutex);
        jobs.swap(m_jobs);
    }
    if (!jobs.empty())
        m_receive(std::move(jobs));
}

} // namespace deskbell::server
