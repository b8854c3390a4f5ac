#pragma once

#include "server/engineio/options.h"
#include "server/engineio/outgoingmessage.h"

#include <QList>

namespace deskbell::server::engineio {

/// What waits for the next poll of a session, in order.
class Outbox final
{
public:
    void append(const OutgoingMessage &message);
    bool isEmpty() const { return m_messages.isEmpty(); }
    bool exceeds(const OutboxLimits &limits) const;

    /// The body of one polling answer: as much as every client takes at once. A packet stays together with its
    /// attachments if it can. The box must not be empty.
    QByteArray takePollingBody();
    QList<OutgoingMessage> takeAll();

private:
    QList<OutgoingMessage> m_messages;
    qint64 m_bytes = 0; // of all messages
};

} // namespace deskbell::server::engineio
