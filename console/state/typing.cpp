#include "console/state/typing.h"

namespace deskbell::console {

namespace {

constexpr qint64 lastsMs = 8'000;

} // namespace

Typing::Typing(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_expiry.setInterval(1'000);
    connect(&m_expiry, &QTimer::timeout, this, &Typing::expire);
}

void Typing::set(const ChatId &id, bool typing, const QString &text)
{
    const bool before = m_until.contains(id);
    const bool same = before == typing && (!typing || this->text(id) == text);
    if (typing)
        m_until[id] = {m_clock.monotonicMs() + lastsMs, text};
    else
        m_until.remove(id);
    if (typing && !m_expiry.isActive())
        m_expiry.start();
    if (!same)
        Q_EMIT changed(id);
}

void Typing::stop()
{
    const QList<ChatId> typing = m_until.keys();
    for (const ChatId &id : typing)
        set(id, false);
}

void Typing::expire()
{
    const qint64 now = m_clock.monotonicMs();
    const QList<ChatId> typing = m_until.keys();
    for (const ChatId &id : typing) {
        if (m_until.value(id).untilMs <= now)
            set(id, false);
    }
    if (m_until.isEmpty())
        m_expiry.stop();
}

} // namespace deskbell::console
