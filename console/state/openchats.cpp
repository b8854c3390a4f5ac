#include "console/state/openchats.h"

namespace deskbell::console {

void OpenChats::open(const ChatId &id)
{
    if (id.isNull() || contains(id))
        return;
    const auto place = m_all.indexOf(m_passing);
    if (place >= 0)
        m_all[place] = id;
    else
        m_all.append(id);
    m_passing = id;
    Q_EMIT changed();
}

void OpenChats::keep(const ChatId &id)
{
    if (!isPassing(id))
        return;
    m_passing = {};
    Q_EMIT changed();
}

void OpenChats::letPass(const ChatId &id)
{
    if (!contains(id) || isPassing(id))
        return;
    m_all.removeOne(m_passing);
    m_passing = id;
    Q_EMIT changed();
}

void OpenChats::close(const ChatId &id)
{
    if (!contains(id))
        return;
    if (isPassing(id))
        m_passing = {};
    m_all.removeOne(ChatId(id)); // a copy: it may be the one in the list
    Q_EMIT changed();
}

void OpenChats::move(int from, int to)
{
    if (from == to)
        return;
    m_all.move(from, to);
    Q_EMIT changed();
}

void OpenChats::restore(const QList<ChatId> &chats)
{
    for (const ChatId &each : chats) {
        if (!contains(each))
            m_all.append(each);
    }
    Q_EMIT changed();
}

ChatId OpenChats::neighbour(const ChatId &id, int by) const
{
    const auto count = m_all.size();
    const auto at = m_all.indexOf(id);
    if (count == 0 || (count == 1 && at == 0))
        return {};
    if (at < 0)
        return by > 0 ? m_all.first() : m_all.last();
    return m_all.at((at + by + count) % count);
}

} // namespace deskbell::console
