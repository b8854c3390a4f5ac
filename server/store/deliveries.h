#pragma once

#include "server/store/job.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace deskbell::server {

using Jobs = std::vector<std::unique_ptr<Job>>;

/// Brings finished jobs to the thread that it lives in, many per wake-up.
class Deliveries : public QObject
{
    Q_OBJECT

public:
    explicit Deliveries(std::function<void(Jobs)> receive) : m_receive(std::move(receive)) { }

    /// From any thread.
    void add(Jobs jobs);
    /// Hands over what is there now, without waiting for the event loop.
    void flush();

private:
    const std::function<void(Jobs)> m_receive;
    std::mutex m_mutex;
    Jobs m_jobs; // guarded; not empty exactly while a wake-up is on its way
};

} // namespace deskbell::server
