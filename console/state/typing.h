#pragma once

#include "shared/clock.h"
#include "shared/ids.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace deskbell::console {

/// In which chats the visitor is typing, and what, where the desk lets operators see it. One that says nothing more is
/// forgotten after a while: a peer that vanished in mid-word does not type for ever.
class Typing final : public QObject
{
    Q_OBJECT

public:
    explicit Typing(const Clock &clock, QObject *parent = nullptr);

    bool contains(const ChatId &id) const { return m_until.contains(id); }
    /// What the visitor has written so far; empty if nobody says.
    QString text(const ChatId &id) const { return m_until.value(id).text; }
    void set(const ChatId &id, bool typing, const QString &text = {});
    /// Nobody types any more, as far as we know.
    void stop();
    /// The chat has gone; nobody is told.
    void remove(const ChatId &id) { m_until.remove(id); }

Q_SIGNALS:
    void changed(const deskbell::ChatId &id);

private:
    struct Writing
    {
        qint64 untilMs = 0; ///< monotonic
        QString text{};
    };
    void expire();

    const Clock &m_clock;
    QHash<ChatId, Writing> m_until;
    QTimer m_expiry; // runs while somebody types
};

} // namespace deskbell::console
