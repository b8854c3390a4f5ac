#include "tests/console/serverprocess.h"

#include <QDebug>

namespace deskbell::console {

bool ServerProcess::run(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(program, arguments);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(limitMs))
            break;
    }
    const QString ready = QString::fromUtf8(m_process.readLine()).trimmed();
    m_url = QUrl(ready.section(QLatin1Char(' '), -1));
    if (!ready.isEmpty() && m_url.port() > 0)
        return true;
    qWarning().noquote() << program << "did not come up:" << m_process.readAllStandardError();
    return false;
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(limitMs);
}

bool DeskServer::start(Rates rates)
{
    const bool again = !url().isEmpty();
    if (!again
        && !(administer({QStringLiteral("db"), QStringLiteral("init")})
             && administer({QStringLiteral("db"), QStringLiteral("seed")})))
        return false;
    const QString address = QStringLiteral("127.0.0.1:%1").arg(again ? url().port() : 0);
    QStringList words{QStringLiteral("serve"), QStringLiteral("--data"), m_data.path(), QStringLiteral("--listen"),
                      address};
    if (rates == Rates::Unlimited)
        words.append(QStringLiteral("--no-rate-limits"));
    return m_process.run(QStringLiteral(DESKBELL_SERVER), words);
}

bool DeskServer::administer(const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(DESKBELL_SERVER), words + QStringList{QStringLiteral("--data"), m_data.path()});
    return process.waitForFinished(limitMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QString socketioFixture()
{
    return QStringLiteral(SOCKETIO_FIXTURE);
}

} // namespace deskbell::console
