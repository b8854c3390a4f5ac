#include "tests/console/fixtureprocess.h"

namespace deskbell::console {

FixtureProcess::~FixtureProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(limitMs);
}

bool FixtureProcess::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SOCKETIO_FIXTURE), {QStringLiteral("--port"), QStringLiteral("0")});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(limitMs))
            return false;
    }
    // Its first line ends in where it listens.
    m_url = QUrl(QString::fromUtf8(m_process.readLine().trimmed().split(' ').last()));
    return m_url.port() > 0;
}

} // namespace deskbell::console
