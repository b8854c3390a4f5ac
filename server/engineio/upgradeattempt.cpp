#include "server/engineio/upgradeattempt.h"

namespace deskbell::server::engineio {

namespace {

/// The first waiting GET is released soon, since the upgrade waits for it.
constexpr qint64 firstReleaseMs = 10;
/// Later ones are not, since a client that has not paused its polling yet would spin.
constexpr qint64 laterReleaseMs = 100;

} // namespace

UpgradeAttempt::UpgradeAttempt(std::unique_ptr<FrameChannel> candidate, DeadlineQueue &queue, qint64 timeoutMs,
                               Steps steps)
    : m_candidate(std::move(candidate)), m_steps(std::move(steps)), m_timeout(queue, [this] { fail(); }),
      m_nextRelease(queue, [this] {
          m_nextRelease.setIn(laterReleaseMs);
          m_steps.releasePoll();
      })
{
    m_candidate->setReceiver(this);
    m_timeout.setIn(timeoutMs);
}

UpgradeAttempt::~UpgradeAttempt()
{
    if (m_candidate)
        m_candidate->setReceiver(nullptr);
}

void UpgradeAttempt::textFrame(const QString &text)
{
    if (!m_probed && text == QLatin1String("2probe")) {
        answerProbe();
        return;
    }
    if (!m_probed || text != QLatin1String("5")) {
        fail();
        return;
    }
    m_candidate->setReceiver(nullptr);
    const auto done = std::move(m_steps.done);
    done(std::move(m_candidate));
}

void UpgradeAttempt::binaryFrame(const QByteArray &)
{
    fail();
}

void UpgradeAttempt::channelClosed()
{
    fail();
}

void UpgradeAttempt::answerProbe()
{
    m_probed = true;
    m_candidate->send(OutgoingMessage::control(OutgoingMessage::PacketType::Pong, "probe"));
    m_nextRelease.setIn(firstReleaseMs);
}

void UpgradeAttempt::fail()
{
    const auto failed = std::move(m_steps.failed);
    failed();
}

} // namespace deskbell::server::engineio
