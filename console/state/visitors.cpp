#include "console/state/visitors.h"

namespace deskbell::console {

const api::Visitor *Visitors::find(const VisitorId &id) const
{
    const auto known = m_known.constFind(id);
    return known == m_known.constEnd() ? nullptr : &*known;
}

VisitorState Visitors::state(const VisitorId &id) const
{
    return m_known.contains(id) ? VisitorState::Known : m_states.value(id, VisitorState::Unasked);
}

void Visitors::take(const api::Visitor &visitor)
{
    if (const api::Visitor *known = find(visitor.id); known && *known == visitor)
        return;
    m_states.remove(visitor.id);
    m_known.insert(visitor.id, visitor);
    Q_EMIT changed(visitor.id);
}

void Visitors::takeNews(const api::Visitor &visitor)
{
    if (state(visitor.id) != VisitorState::Unasked)
        take(visitor);
    Q_EMIT told(visitor.id);
}

void Visitors::setState(const VisitorId &id, VisitorState state)
{
    if (m_known.contains(id) || this->state(id) == state)
        return;
    m_states.insert(id, state);
    Q_EMIT changed(id);
}

void Visitors::clear()
{
    m_known.clear();
    m_states.clear();
}

} // namespace deskbell::console
