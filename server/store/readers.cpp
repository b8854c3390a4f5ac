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

bool Readers::submit(std::unique_ptr<Job> &job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= size_t(m_settings.queue))
            return false;
        m_queue.push_back(std::move(job));
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

void Readers::loop(Database &database)
{
    for (;;) {
        std::unique_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            job = std::move(m_queue.front());
            m_queue.pop_front();
        }
        perform(database, *job);
        Jobs done;
        done.push_back(std::move(job));
        m_deliveries.add(std::move(done));
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
