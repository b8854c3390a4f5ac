#pragma once

#include "shared/clock.h"
#include "shared/ids.h"

#include <QHash>

#include <mutex>

namespace deskbell::server {

/// Thins out what people's keyboards say: that somebody types is passed on once in two seconds, what they have written
/// so far twice a second, that they stopped only after they had begun. In memory alone, and never the text. Safe to use
/// from every thread.
class TypingService
{
public:
    enum class Said { Stopped, Types, TypesThis };

    explicit TypingService(const Clock &clock) : m_clock(clock) { }

    /// Whether the others should hear of it.
    bool isNews(const QString &sender, const ChatId &chat, Said said);

private:
    void prune(qint64 now);

    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<std::pair<QString, ChatId>, qint64> m_typingSince; // guarded; when the others last heard that they type
    qint64 m_pruneAtMs = 0; // guarded
};

} // namespace deskbell::server
