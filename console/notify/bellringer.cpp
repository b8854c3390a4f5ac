#include "console/notify/bellringer.h"

#include <QApplication>
#include <QStandardPaths>
#include <QtEndian>

namespace deskbell::console {

BellRinger::BellRinger(const QStringList &players, std::chrono::milliseconds patience)
{
    for (const QString &each : players) {
        const QString path = QStandardPaths::findExecutable(each);
        if (!path.isEmpty())
            m_players.append(path);
    }
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill); // it ends as one that failed
    connect(&m_process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { takeEnd(status == QProcess::NormalExit && code == 0); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // any other is told by finished() as well
            takeEnd(false);
    });
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
    if (m_isBroken)
        QApplication::beep(); // at once, and the players once more: a sound server may have been started anew
    m_tried = 0;
    m_isWanted = true;
    if (m_players.isEmpty() || !writeSound(percent))
        beep();
    else
        startPlayer();
}

bool BellRinger::writeSound(int percent)
{
    if (m_written == percent)
        return true;
    QFile bell(QStringLiteral(":/deskbell/sounds/bell.wav"));
    if (!bell.open(QFile::ReadOnly) || !m_sound.open())
        return false;
    m_sound.resize(0);
    const QByteArray wave = softened(bell.readAll(), percent);
    const bool isWhole = m_sound.write(wave) == wave.size() && m_sound.flush();
    m_sound.close();
    m_written = isWhole ? percent : -1;
    return isWhole;
}

void BellRinger::startPlayer()
{
    if (!m_isWanted || m_process.state() != QProcess::NotRunning)
        return;
    m_patience.start();
    m_process.start(player(), {m_sound.fileName()});
}

void BellRinger::takeEnd(bool played)
{
    m_patience.stop();
    if (!m_isWanted)
        return;
    if (played) {
        m_isBroken = false;
        return;
    }
    m_at = (m_at + 1) % int(m_players.size());
    ++m_tried;
    if (m_tried == m_players.size())
        beep();
    else // later, since QProcess has not finished with the one that failed
        QMetaObject::invokeMethod(this, &BellRinger::startPlayer, Qt::QueuedConnection);
}

void BellRinger::beep()
{
    if (std::exchange(m_isBroken, true))
        return; // play() has beeped already
    QApplication::beep();
    Q_EMIT unheard();
}

void BellRinger::silence()
{
    m_patience.stop();
    m_isWanted = false; // that it does not end by itself is no fault of the player
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
