#include "server/store/worker.h"

#include "server/store/storagefailure.h"

#include <QDebug>

#include <future>
#include <pthread.h>

namespace deskbell::server {

namespace {

constexpr int firstBackOffMs = 100;
constexpr int longestBackOffMs = 5'000;
constexpr int logEveryMs = 10'000;
constexpr int attemptsOnRace = 3;

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Worker::Worker(const StorageSettings &settings, Deliveries &deliveries) : m_settings(settings), m_deliveries(deliveries)
{
}

Worker::~Worker()
{
    stop();
}

Result<Nothing> Worker::start()
{
    std::promise<Result<Nothing>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, &opened] {
        ::pthread_setname_np(::pthread_self(), "writer"); // for top, perf and crash reports
        auto database = Database::open(m_settings, Database::Role::Writer);
        if (!database) {
            opened.set_value(database.error());
            return;
        }
        m_database = std::move(*database);
        opened.set_value(Nothing{});
        loop();
        m_database.reset(); // a connection ends in its own thread
    });
    return result.get();
}

bool Worker::submit(std::unique_ptr<Job> &job)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= size_t(m_settings.queue))
            return false;
        m_queue.push_back(std::move(job));
        wake = m_waiting;
    }
    if (wake)
        m_wake.notify_one();
    return true;
}

void Worker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Jobs Worker::take()
{
    std::unique_lock lock(m_mutex);
    m_waiting = true;
    m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
    m_waiting = false;
    Jobs batch;
    const size_t count = std::min(m_queue.size(), size_t(m_settings.batch));
    batch.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

void Worker::loop()
{
    for (Jobs batch = take(); !batch.empty(); batch = take()) {
        perform(batch);
        m_deliveries.add(std::move(batch));
    }
}

void Worker::perform(Jobs &batch)
{
    if (m_lost && !reconnect()) {
        for (const auto &job : batch)
            job->fail(StorageFailure(StorageFailure::Kind::Lost, QString()).toError());
        return;
    }
    // A handler checks before it writes, so one that fails has hardly ever written. A batch therefore goes without
    // savepoints first, and is repeated with them when one of its requests has to be undone.
    for (int attempts = 1;; ++attempts) {
        try {
            if (!attempt(batch, attempts == 1 ? Care::None : Care::SavepointEach))
                continue;
            m_state = State::Good;
            return;
        } catch (const StorageFailure &failure) {
            using Kind = StorageFailure::Kind;
            const bool race = failure.kind() == Kind::Busy && !m_database->dialect().oneWriter;
            const bool again = race || (failure.kind() == Kind::Conflict && attempts == 1);
            if (again && attempts < attemptsOnRace)
                continue;
            failed(batch, failure);
            return;
        } catch (const std::exception &exception) {
            failed(batch, StorageFailure(StorageFailure::Kind::Broken, QString::fromUtf8(exception.what())));
            return;
        }
    }
}

bool Worker::attempt(Jobs &batch, Care care)
{
    Transaction transaction(*m_database, Transaction::Mode::Write);
    for (const auto &job : batch) {
        if (care == Care::SavepointEach) {
            runWithSavepoint(transaction, *job);
            continue;
        }
        const qint64 before = transaction.writes();
        if (job->run(transaction) == Job::Outcome::Undo && transaction.writes() != before)
            return false;
    }
    transaction.commit();
    return true;
}

void Worker::runWithSavepoint(Transaction &transaction, Job &job)
{
    try {
        Savepoint savepoint(transaction);
        if (job.run(transaction) == Job::Outcome::Keep)
            savepoint.keep();
    } catch (const StorageFailure &failure) {
        if (failure.kind() != StorageFailure::Kind::Conflict)
            throw;
        qWarning("A request broke a rule of the database: %s", failure.what());
        job.fail(failure.toError());
    }
}

void Worker::failed(Jobs &batch, const StorageFailure &failure)
{
    using Kind = StorageFailure::Kind;
    switch (failure.kind()) {
    case Kind::Full:
        report(State::Full, failure.what());
        break;
    case Kind::Busy:
    case Kind::Lost:
        report(State::Unreachable, failure.what());
        break;
    case Kind::Conflict:
    case Kind::Broken:
        report(State::Broken, failure.what());
        break;
    }
    if (failure.kind() == Kind::Lost) {
        m_lost = true;
        m_backOffMs = firstBackOffMs;
        m_tryAgainAtMs = nowMs();
    }
    const Error error = failure.toError();
    for (const auto &job : batch)
        job->fail(error);
}

bool Worker::reconnect()
{
    if (nowMs() < m_tryAgainAtMs)
        return false;
    try {
        m_database->reopen();
    } catch (const StorageFailure &failure) {
        report(State::Unreachable, failure.what());
        m_tryAgainAtMs = nowMs() + m_backOffMs;
        m_backOffMs = std::min(2 * m_backOffMs, longestBackOffMs);
        return false;
    }
    m_lost = false;
    qInfo("The database is back.");
    return true;
}

void Worker::report(State state, const char *why)
{
    m_state = state;
    if (nowMs() < m_quietUntilMs)
        return;
    m_quietUntilMs = nowMs() + logEveryMs;
    qCritical("Nothing can be stored: %s", why);
}

} // namespace deskbell::server
