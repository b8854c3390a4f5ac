#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/reads.h"
#include "server/dialects/restendpoint.h"
#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// What `rooms` says of messages that were sent already: edited, deleted, delivered, read, found, counted.
/// Lives on the I/O thread.
class RoomsMessages
{
public:
    /// `gate` and `rooms` outlive this.
    RoomsMessages(Gate &gate, const Vocabulary &rooms) : m_gate(gate), m_rooms(rooms) { }

    void bind(RestEndpoint &rest);

    void edit(const EventCall &call);
    void remove(const EventCall &call);
    void setDelivered(const EventCall &call);
    void setRead(const EventCall &call);
    /// Looks up which messages have come further, and hands out what is to be told of each.
    void tellStatus(const api::ReceiptEvent &event,
                    const std::function<void(const QList<Vocabulary::Told> &)> &send) const;

private:
    template <class Change>
    void change(const EventCall &call, const MessageId &message, const std::optional<ChatId> &room, Change make);
    template <class Receipt>
    void acknowledge(const EventCall &call);
    QList<ChatId> roomsOf(const EventCall &call, const std::optional<ChatId> &named) const;

    void search(const Call &call);
    void countUnread(const Call &call);
    void reportStatistics(const Call &call);

    Gate &m_gate;
    const Vocabulary &m_rooms;
    /// Up to which seq of a chat's side what status has been told, so that it is told once.
    mutable QHash<QByteArray, qint64> m_told;
};

} // namespace deskbell::server::dialects
