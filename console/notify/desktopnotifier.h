#pragma once

#include "console/notify/notifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QVariant>

namespace deskbell::console {

/// Shows notices through the desktop's own notifications (org.freedesktop.Notifications). Never blocks; without a
/// notification server nothing happens, and the sound and the window still tell.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus);
    /// Takes back all that still stands: nobody would answer its buttons.
    ~DesktopNotifier() override;
    Q_DISABLE_COPY_MOVE(DesktopNotifier)

    void show(const Notice &notice) override;
    void withdraw(const ChatId &chat) override;

private Q_SLOTS:
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    struct Shown
    {
        uint id = 0; ///< Zero until the server has answered.
        int asked = 0; ///< Counts what we showed of this chat, so that a late answer finds its place.
    };

    void close(uint id);

    QDBusConnection m_bus;
    QHash<ChatId, Shown> m_shown;
    int m_asked = 0;
};

} // namespace deskbell::console
