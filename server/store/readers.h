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
    /// Whether a job waits for those of its kind that were submitted before it. What is told of one thing after another
    /// (they came, they left) has to be told in that order; what is only asked has not.
    enum class Order { Any, Kept };
    /// From any thread. False, and the job stays with the caller, when the queue is full.
    bool submit(std::unique_ptr<Job> &job, Order order = Order::Any);
    void stop();

private:
    using Queue = std::deque<std::unique_ptr<Job>>;

    void loop(Database &database);
    /// The queue to take from next, null when there is nothing to do. With the mutex held.
    Queue *nextQueue();
    static void perform(Database &database, Job &job);

    const StorageSettings m_settings;
    Deliveries &m_deliveries;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Queue m_queue; // guarded
    Queue m_ordered; // guarded
    bool m_inOrder = false; // guarded: somebody is at a job of the ordered ones
    bool m_stopping = false; // guarded
};

} // namespace deskbell::server
