#pragma once

#include "console/notify/notifier.h"
#include "console/state/workspace.h"

#include <QTimer>

#include <chrono>

namespace deskbell::console {

/// How an alarm goes on while nobody answers it.
struct AlarmTimes
{
    std::chrono::milliseconds repeat{8'000}; ///< Between two rings.
    /// A chat that waits longer is urgent: rings twice as often. Where the desk has set when it escalates, that counts.
    std::chrono::milliseconds escalate{60'000};
};

/// Sees to it that nobody who waits is missed, nor a chat that one is to accept: a notice with actions for each, and a
/// bell that rings again and again until somebody, on whatever computer, has taken the last of them. What visitors
/// write in one's own chats rings once. Who is busy is left in peace by the queue, but not by their own chats or by who
/// asks them by name; who is signed out hears nothing. Lives in the GUI thread.
class AlarmService final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    AlarmService(Workspace &workspace, Notifier &notifier, Ringer &ringer, AlarmTimes times = {},
                 QObject *parent = nullptr);

    /// Without the bell: notices, badges and the window still tell.
    void setVisualOnly(bool visualOnly);
    bool isVisualOnly() const { return m_visualOnly; }
    /// Whether notices are shown outside of our window.
    void setNotifying(bool notifying);
    /// From the next ring on.
    void setTimes(AlarmTimes times) { m_times = times; }
    /// Stops the bell for those who call now: a new one rings again, and so does one who waits too long.
    void hush();
    /// Whether the bell goes on until somebody takes a chat; seen only, if that is how it is set.
    bool isRinging() const { return !m_calling.isEmpty() && !m_hushed; }
    /// Those who wait for us and have been announced, who has waited longest first.
    QList<ChatId> callers() const;
    int callingCount() const { return int(m_calling.size()); }

Q_SIGNALS:
    void callingCountChanged(int count);
    /// Who calls, or whether it rings: in the turn of the event loop after it.
    void ringingChanged();
    /// Once for each ring, heard or only seen.
    void rang();
    /// Nobody has taken a chat for too long, of several one: the window has to come forward.
    void escalated(const deskbell::ChatId &chat);

private:
    struct Call
    {
        bool urgent = false;
    };

    void takeWriting(const ChatId &id);
    void takeOffer(const ChatId &id);
    bool calls(const api::Chat &chat) const;
    void begin(const api::Chat &chat);
    void settle(const ChatId &id);
    void settleAll();
    void drop(const ChatId &id);
    void ringAgain();
    std::chrono::milliseconds timeToEscalate() const;
    void ring();
    void tell(const api::Chat &chat, bool urgent);
    bool isThere() const;
    bool isOnDuty() const;
    Notice noticeOf(const api::Chat &chat, bool urgent) const;

    Workspace &m_workspace;
    Notifier &m_notifier;
    Ringer &m_ringer;
    AlarmTimes m_times;
    QTimer m_repeat; // runs while somebody calls
    QTimer m_telling; // tells who calls once, however many of them have come and gone in this turn
    QHash<ChatId, Call> m_calling; // those who wait and have been announced
    QSet<ChatId> m_told; // own chats with a notice that still stands
    bool m_visualOnly = false;
    bool m_notifying = true;
    bool m_hushed = false; // somebody has heard it
};

} // namespace deskbell::console
