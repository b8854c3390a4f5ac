#pragma once

#include "server/store/deliveries.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <thread>

namespace deskbell::server {

/// The thread that writes. It takes all that is queued, up to a bound, into one transaction, commits once, and only
/// then hands the jobs back: nothing is answered before it is stored.
class Worker
{
public:
    enum class State { Good, Full, Unreachable, Broken };

    /// `deliveries` outlives the worker.
    Worker(const StorageSettings &settings, Deliveries &deliveries);
    /// Everything that is queued is done first.
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    /// Opens the database in the new thread and waits for it. Errors: Internal.
    Result<Nothing> start();
    /// From any thread. False, and the job stays with the caller, when the queue is full.
    bool submit(std::unique_ptr<Job> &job);
    /// Finishes what is queued and ends the thread.
    void stop();
    /// How the last commit went.
    State state() const { return m_state; }

private:
    void loop();
    Jobs take();
    void perform(Jobs &batch);
    enum class Care { None, SavepointEach };
    bool attempt(Jobs &batch, Care care);
    void runWithSavepoint(Transaction &transaction, Job &job);
    void failed(Jobs &batch, const class StorageFailure &failure);
    bool reconnect();
    void report(State state, const char *why);

    const StorageSettings m_settings;
    Deliveries &m_deliveries;
    std::thread m_thread;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_queue; // guarded
    bool m_waiting = false; // guarded: the thread sleeps
    bool m_stopping = false; // guarded

    // Of the worker's thread alone:
    std::unique_ptr<Database> m_database;
    bool m_lost = false; // the connection has to be opened anew
    int m_backOffMs = 0;
    qint64 m_tryAgainAtMs = 0;
    qint64 m_quietUntilMs = 0; // failures are logged once in ten seconds

    std::atomic<State> m_state = State::Good;
};

} // namespace deskbell::server
