#pragma once

#include "server/engineio/deadlines.h"
#include "server/engineio/framechannel.h"

#include <memory>

namespace deskbell::server::engineio {

/// A WebSocket that wants to take over from polling. Nothing is written to it but the answer to its probe until it says
/// that the client is done with polling; if it does anything else it is dropped, and the session goes on polling.
class UpgradeAttempt final : private FrameReceiver
{
public:
    /// What the session does about it. Both `done` and `failed` may destroy the attempt.
    struct Steps
    {
        std::function<void()> releasePoll; ///< Answer a waiting GET, so that the client can stop polling.
        std::function<void(std::unique_ptr<FrameChannel>)> done;
        std::function<void()> failed;
    };

    UpgradeAttempt(std::unique_ptr<FrameChannel> candidate, DeadlineQueue &queue, qint64 timeoutMs, Steps steps);
    ~UpgradeAttempt();
    Q_DISABLE_COPY_MOVE(UpgradeAttempt)

private:
    void textFrame(const QString &text) override;
    void binaryFrame(const QByteArray &bytes) override;
    void channelClosed() override;
    void answerProbe();
    void fail();

    std::unique_ptr<FrameChannel> m_candidate;
    Steps m_steps;
    bool m_probed = false;
    Deadline m_timeout;
    Deadline m_nextRelease; // set once m_probed
};

} // namespace deskbell::server::engineio
