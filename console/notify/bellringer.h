#pragma once

#include "console/notify/notifier.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTimer>

#include <chrono>

namespace deskbell::console {

/// Rings the program's own bell through a player of the desktop (pw-play, paplay or aplay): they are small, one of them
/// is on nearly every desktop, and a sound that hangs takes none of ours with it. That a player is installed does not
/// mean that it works, so one that fails or hangs gives way to the next. When none is left it is the system's beep,
/// and the person hears of it. Lives in the GUI thread.
class BellRinger final : public QObject, public Ringer
{
    Q_OBJECT

public:
    /// Those of these programs that are there, in this order. One that plays longer than `patience` hangs.
    explicit BellRinger(const QStringList &players = {QStringLiteral("pw-play"), QStringLiteral("paplay"),
                                                      QStringLiteral("aplay")},
                        std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~BellRinger() override;

    /// In percent of the bell as it was recorded.
    void setVolume(int percent) { m_volume = percent; }
    /// Rings once as loud as this, whatever the volume is set to.
    void tryOut(int percent);
    void ring() override;
    void silence() override;
    /// Which one it is at the moment; empty: there is none.
    QString player() const { return m_players.value(m_at); }

Q_SIGNALS:
    /// No player could play the bell. Not again before one has.
    void unheard();

private:
    void play(int percent);
    bool writeSound(int percent);
    void startPlayer();
    void takeEnd(bool played);
    void beep();

    QStringList m_players; // with their paths
    int m_at = 0; // the one that is tried, or has worked
    int m_tried = 0; // for this ring
    bool m_isWanted = false; // nobody has silenced it
    bool m_isBroken = false; // the last ring was heard through none
    int m_volume = 100;
    int m_written = -1; // how loud the file is
    QTemporaryFile m_sound; // players read files, not our resources
    QProcess m_process;
    QTimer m_patience;
};

/// The same sound, softer: 16-bit samples in a WAV file. Half as loud to the ear is a good deal less than half of the
/// numbers, so the percent are squared.
QByteArray softened(const QByteArray &wave, int percent);

} // namespace deskbell::console
