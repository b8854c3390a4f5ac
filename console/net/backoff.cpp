#include "console/net/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace deskbell::console {

Backoff::Backoff() : Backoff(Bounds())
{
}

Backoff::Backoff(Bounds bounds, Random random)
    : m_bounds(bounds),
      m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
{
}

qint64 Backoff::next()
{
    constexpr int mostDoublings = 20;
    const qint64 bound = std::clamp(m_bounds.first << m_attempts, m_bounds.least, m_bounds.most);
    m_attempts = std::min(m_attempts + 1, mostDoublings);
    return m_bounds.least + qint64(double(bound - m_bounds.least) * m_random());
}

} // namespace deskbell::console
