#include "server/http/admission.h"

namespace deskbell::server {

struct Admission::Counts
{
    int total = 0;
    QHash<quint64, int> byAddress; ///< No entry is 0.
};

namespace {

/// An IPv4 address alone, an IPv6 address with its whole /64, which is what one customer gets. IPv4 keys have the upper
/// half zero; such a /64 (::/32) is not assigned to anybody.
quint64 keyOf(const QHostAddress &peer)
{
    bool isV4 = false;
    const quint32 v4 = peer.toIPv4Address(&isV4);
    if (isV4)
        return v4;
    const Q_IPV6ADDR v6 = peer.toIPv6Address();
    quint64 key = 0;
    for (int i = 0; i < 8; ++i)
        key = key << 8 | v6[i];
    return key;
}

} // namespace

Admission::Ticket::Ticket(std::shared_ptr<Counts> counts, quint64 key) : m_counts(std::move(counts)), m_key(key)
{
    ++m_counts->total;
    ++m_counts->byAddress[m_key];
}

Admission::Ticket::~Ticket()
{
    if (!m_counts)
        return;
    --m_counts->total;
    const auto entry = m_counts->byAddress.find(m_key);
    if (--entry.value() == 0)
        m_counts->byAddress.erase(entry);
}

Admission::Admission(int total, int perAddress)
    : m_total(total), m_perAddress(perAddress), m_counts(std::make_shared<Counts>())
{
}

Admission::Verdict Admission::judge(const QHostAddress &peer) const
{
    if (m_counts->total >= m_total)
        return Verdict::Full;
    if (m_perAddress > 0 && m_counts->byAddress.value(keyOf(peer)) >= m_perAddress)
        return Verdict::AddressFull;
    return Verdict::Welcome;
}

Admission::Ticket Admission::admit(const QHostAddress &peer)
{
    return {m_counts, keyOf(peer)};
}

int Admission::count() const
{
    return m_counts->total;
}

} // namespace deskbell::server
