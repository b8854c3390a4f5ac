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

    void ring() override;
    void silence() override;
    /// Empty: there is none.
    const QString &player() const { return m_player; }

private:
    QString m_player;
    QTemporaryFile m_sound; // players read files, not our resources
    QProcess m_process;
};

} // namespace deskbell::console
