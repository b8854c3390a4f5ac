#include "server/engineio/outbox.h"

namespace deskbell::server::engineio {

namespace {

/// python-engineio refuses a payload of more packets.
constexpr qsizetype packetsPerPoll = 16;
constexpr char separator = '\x1e';

} // namespace

void Outbox::append(const OutgoingMessage &message)
{
    m_messages.append(message);
    m_bytes += message.size();
}

bool Outbox::exceeds(const OutboxLimits &limits) const
{
    return m_messages.size() > limits.messages || m_bytes > limits.bytes;
}

QByteArray Outbox::takePollingBody()
{
    QByteArray body;
    qsizetype count = 0;
    while (count < m_messages.size() && count < packetsPerPoll) {
        const OutgoingMessage &message = m_messages.at(count);
        if (count > 0 && count + 1 + message.attachments() > packetsPerPoll)
            break;
        if (count > 0)
            body.append(separator);
        body.append(message.pollingText());
        m_bytes -= message.size();
        ++count;
    }
    m_messages.remove(0, count);
    return body;
}

QList<OutgoingMessage> Outbox::takeAll()
{
    m_bytes = 0;
    return std::exchange(m_messages, {});
}

} // namespace deskbell::server::engineio
