#include "tests/support/process/serverprocess.h"

namespace deskbell::tests {

namespace {

constexpr int limitMs = 30'000; // shared by all waiting here; a loaded machine is slow, a good server never comes near

} // namespace

ServerProcess::ServerProcess()
{
    run({QStringLiteral("db"), QStringLiteral("init")});
    run({QStringLiteral("db"), QStringLiteral("seed")});
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QStringList &options)
{
    const QString address = QStringLiteral("127.0.0.1:%1").arg(m_url.port(0));
    m_process.setProgram(QStringLiteral(DESKBELL_SERVER));
    m_process.setArguments(QStringList{QStringLiteral("serve"), QStringLiteral("--data"), m_data.path(),
                                       QStringLiteral("--listen"), address}
                           + options);
    m_process.start(QIODevice::ReadOnly);
    m_process.setReadChannel(QProcess::StandardOutput);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(limitMs)) {
            qWarning("%s", log().constData());
            return false;
        }
    }
    m_url = QUrl(QString::fromUtf8(m_process.readLine().trimmed().split(' ').last()));
    return m_url.isValid();
}

bool ServerProcess::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(limitMs) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(limitMs);
}

QByteArray ServerProcess::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(DESKBELL_SERVER), arguments + QStringList{QStringLiteral("--data"), m_data.path()},
                  QIODevice::ReadOnly);
    if (!process.waitForFinished(limitMs) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace deskbell::tests
