#include "server/desk/typingservice.h"

namespace deskbell::server {

namespace {

constexpr qint64 repeatAfterMs = 2'000;
constexpr qint64 textAfterMs = 500;
constexpr qint64 forgetAfterMs = 60'000;

} // namespace

bool TypingService::isNews(const QString &sender, const ChatId &chat, Said said)
{
    const qint64 now = m_clock.monotonicMs();
    const std::lock_guard lock(m_mutex);
    prune(now);
    const std::pair key(sender, chat);
    if (said == Said::Stopped)
        return m_typingSince.remove(key) > 0;
    const auto known = m_typingSince.constFind(key);
    if (known != m_typingSince.constEnd() && now < *known + (said == Said::TypesThis ? textAfterMs : repeatAfterMs))
        return false;
    m_typingSince.insert(key, now);
    return true;
}

void TypingService::prune(qint64 now)
{
    if (now < m_pruneAtMs)
        return;
    m_pruneAtMs = now + forgetAfterMs;
    m_typingSince.removeIf([now](const auto &entry) { return entry.value() + forgetAfterMs <= now; });
}

} // namespace deskbell::server
