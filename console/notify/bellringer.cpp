#include "console/notify/bellringer.h"

#include <QApplication>
#include <QStandardPaths>

namespace deskbell::console {

BellRinger::BellRinger(const QStringList &players)
{
    for (const QString &each : players) {
        m_player = QStandardPaths::findExecutable(each);
        if (!m_player.isEmpty())
            break;
    }
    QFile bell(QStringLiteral(":/deskbell/sounds/bell.wav"));
    if (m_player.isEmpty() || !bell.open(QFile::ReadOnly) || !m_sound.open())
        return;
    m_sound.write(bell.readAll());
    m_sound.close();
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

BellRinger::~BellRinger()
{
    silence();
}

void BellRinger::ring()
{
    if (m_player.isEmpty())
        QApplication::beep();
    else if (m_process.state() == QProcess::NotRunning) // one bell at a time is loud enough
        m_process.start(m_player, {m_sound.fileName()});
}

void BellRinger::silence()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(200);
}

} // namespace deskbell::console
