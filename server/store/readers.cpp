#include "server/store/readers.h"

#include "server/store/storagefailure.h"

#include <QDebug>

#include <future>
#include <pthread.h>

namespace deskbell::server {

Readers::Readers(const StorageSettings &settings, Deliveries &deliveries)
    : m_settings(settings), m_deliveries(deliveries)
{
}

Readers::~Readers()
{
    stop();
}

Result<Nothing> Readers::start()
{
    for (int i = 0; i < m_settings.readers; ++i) {
        std::promise<Result<Nothing>> opened;
        auto result = opened.get_future();
        m_threads.emplace_back([this, &opened] {
            ::pthread_setname_np(::pthread_self(), "reader"); // for top, perf and crash reports
            const auto database = Database::open(m_settings, Database::Role::Reader);
            if (!database) {
                opened.set_value(database.error());
                return;
            }
            opened.set_value(Nothing{});
            loop(**database);
        });
        if (auto started = result.get(); !started)
            return started;
    }
    return Nothing{};
}

bool Readers::submit(std::unique_ptr<Job> &job, Order order)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() + m_ordered.size() >= size_t(m_settings.queue))
            return false;
        (order == Order::Kept ? m_ordered : m_queue).push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

void Readers::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

Readers::Queue *Readers::nextQueue()
{
    if (!m_inOrder && !m_ordered.empty())
        return &m_ordered;
    return m_queue.empty() ? nullptr : &m_queue;
}

void Readers::loop(Database &database)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        Queue *queue = nullptr;
        m_wake.wait(lock, [&] {
            queue = nextQueue();
            return m_stopping || queue;
        });
        if (!queue)
            return; // whoever is at an ordered job goes on with those behind it
        std::unique_ptr<Job> job = std::move(queue->front());
        queue->pop_front();
        const bool inOrder = queue == &m_ordered;
        m_inOrder |= inOrder;
        lock.unlock();
        perform(database, *job);
        Jobs done;
        done.push_back(std::move(job));
        m_deliveries.add(std::move(done));
        lock.lock();
        if (inOrder)
            m_inOrder = false;
    }
}

void Readers::perform(Database &database, Job &job)
{
    // A connection that was lost while nobody looked costs the first read one more attempt and no failure.
    for (int attempts = 1; attempts <= 2; ++attempts) {
        try {
            Transaction transaction(database, Transaction::Mode::Read);
            job.run(transaction);
            transaction.commit();
            return;
        } catch (const StorageFailure &failure) {
            job.fail(failure.toError());
            if (failure.kind() != StorageFailure::Kind::Lost) {
                qWarning("A read failed: %s", failure.what());
                return;
            }
        } catch (const std::exception &exception) {
            qWarning("A read failed: %s", exception.what());
            job.fail(Error(ErrorCode::Internal));
            return;
        }
        try {
            database.reopen();
        } catch (const StorageFailure &) {
            return;
        }
    }
}

} // namespace deskbell::server
