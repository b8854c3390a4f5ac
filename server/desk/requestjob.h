#pragma once

#include "server/desk/request.h"
#include "server/desk/webhookhandler.h"
#include "server/store/job.h"

#include <functional>

namespace deskbell::server {

/// What every request shares: something to say after the commit, and somebody who waits for the answer.
class DeskJob : public Job
{
public:
    /// On the asker's thread, once.
    virtual void finish() = 0;
    const Outbox &outbox() const { return m_outbox; }

protected:
    Outbox m_outbox;
};

/// What the handlers share with each other and with the desk.
struct Surroundings
{
    const Clock &clock;
    const PresenceService &presence;
    TypingService &typing;
    QString deskName;
    const api::DeskRouting routing{};
    DeskLimits limits{};
};

/// A request as a function of the handlers, with the type of its answer.
template <class T>
class RequestJob final : public DeskJob
{
public:
    using Work = std::function<Result<T>(Request &)>;
    using Done = std::function<void(Result<T>, const Outbox &)>;

    RequestJob(const Surroundings &surroundings, Caller caller, Work work, Done done)
        : m_surroundings(surroundings), m_caller(std::move(caller)), m_work(std::move(work)), m_done(std::move(done))
    {
    }

    Outcome run(Transaction &transaction) override
    {
        m_outbox = {};
        Request request{transaction,
                        m_caller,
                        m_outbox,
                        m_surroundings.presence,
                        m_surroundings.typing,
                        m_surroundings.clock.now()};
        request.deskName = m_surroundings.deskName;
        request.routing = m_surroundings.routing;
        request.limits = m_surroundings.limits;
        m_result = m_work(request);
        if (m_result.ok()) {
            WebhookHandler::record(request);
            return Outcome::Keep;
        }
        m_outbox = {};
        return Outcome::Undo;
    }

    void fail(const Error &error) override
    {
        m_outbox = {};
        m_result = error;
    }

    void finish() override { m_done(std::move(m_result), m_outbox); }

private:
    const Surroundings &m_surroundings;
    const Caller m_caller;
    const Work m_work;
    const Done m_done;
    Result<T> m_result = ErrorCode::Internal;
};

} // namespace deskbell::server
