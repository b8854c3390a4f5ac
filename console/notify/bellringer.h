#pragma once

#include "console/notify/notifier.h"

#include <QProcess>
#include <QTemporaryFile>

namespace deskbell::console {

/// Rings the program's own bell through a player of the desktop (pw-play, paplay or aplay): they are small, one of them
/// is on nearly every desktop, and a sound that hangs takes none of ours with it. Without any it is the system's beep.
class BellRinger final : public Ringer
{
public:
    /// The first of these programs that is there is taken.
    explicit BellRinger(const QStringList &players = {QStringLiteral("pw-play"), QStringLiteral("paplay"),
                                                      QStringLiteral("aplay")});
    ~BellRinger() override;
    Q_DISABLE_COPY_MOVE(BellRinger)

    /// In percent of the bell as it was recorded.
    void setVolume(int percent) { m_volume = percent; }
    /// Rings once as loud as this, whatever the volume is set to.
    void tryOut(int percent);
    void ring() override;
    void silence() override;
    /// Empty: there is none.
    const QString &player() const { return m_player; }

private:
    void play(int percent);

    QString m_player;
    int m_volume = 100;
    int m_written = -1; // how loud the file is
    QTemporaryFile m_sound; // players read files, not our resources
    QProcess m_process;
};

/// The same sound, softer: 16-bit samples in a WAV file. Half as loud to the ear is a good deal less than half of the
/// numbers, so the percent are squared.
QByteArray softened(const QByteArray &wave, int percent);

} // namespace deskbell::console
