#pragma once

#include "server/store/deliveries.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace deskbell::server {

/// The threads that read, each with a connection of its own, so that a slow read never waits behind writes nor they
/// behind it. A read begins after it was asked for and so sees every write that was answered before.
class Readers
{
public:
    /// `deliveries` outlives the readers.
    Readers(const StorageSettings &settings, Deliveries &deliveries);
    ~Readers();
    Q_DISABLE_COPY_MOVE(Readers)

    /// Errors: Internal.
    Result<Nothing> start();
    /// From any thread. False, and the job stays with the caller, when the queue is full.
    bool submit(std::unique_ptr<Job> &job);
    void stop();

private:
    void loop(Database &database);
    static void perform(Database &database, Job &job);

    const StorageSettings m_settings;
    Deliveries &m_deliveries;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_queue; // guarded
    bool m_stopping = false; // guarded
};

} // namespace deskbell::server
