#include "console/notify/bellringer.h"

#include <QApplication>
#include <QStandardPaths>
#include <QtEndian>

namespace deskbell::console {

BellRinger::BellRinger(const QStringList &players)
{
    for (const QString &each : players) {
        m_player = QStandardPaths::findExecutable(each);
        if (!m_player.isEmpty())
            break;
    }
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

BellRinger::~BellRinger()
{
    silence();
}

void BellRinger::ring()
{
    play(m_volume);
}

void BellRinger::tryOut(int percent)
{
    silence();
    play(percent);
}

void BellRinger::play(int percent)
{
    if (percent == 0 || m_process.state() != QProcess::NotRunning) // one bell at a time is loud enough
        return;
    if (m_player.isEmpty()) {
        QApplication::beep();
        return;
    }
    if (m_written != percent) {
        QFile bell(QStringLiteral(":/deskbell/sounds/bell.wav"));
        if (!bell.open(QFile::ReadOnly) || !m_sound.open())
            return;
        m_sound.resize(0);
        m_sound.write(softened(bell.readAll(), percent));
        m_sound.close();
        m_written = percent;
    }
    m_process.start(m_player, {m_sound.fileName()});
}

void BellRinger::silence()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(200);
}

QByteArray softened(const QByteArray &wave, int percent)
{
    constexpr qsizetype head = 44; // of the plain form, which ours has
    QByteArray soft = wave;
    for (qsizetype at = head; at + 1 < soft.size(); at += 2) {
        const int sample = qFromLittleEndian<qint16>(wave.constData() + at);
        qToLittleEndian(qint16(sample * percent / 100 * percent / 100), soft.data() + at);
    }
    return soft;
}

} // namespace deskbell::console
