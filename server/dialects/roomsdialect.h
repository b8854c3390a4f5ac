#pragma once

#include "server/dialects/joining.h"
#include "server/dialects/roomsaccounts.h"
#include "server/dialects/roomschats.h"
#include "server/dialects/roomsmessages.h"

namespace deskbell::server::dialects {

/// `rooms`: accounts, chats as rooms, and its events on `/`.
class RoomsDialect final : public Vocabulary
{
public:
    /// All outlive this.
    RoomsDialect(Gate &gate, const Clock &clock);

    void bind(RestEndpoint &rest);
    QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const override;
    void tellLater(const api::Event &event, const std::function<void(const QList<Told> &)> &send) const override;
    void left(socketio::Socket &socket, const Caller &caller, const QByteArray &chat) const override;

private:
    void join(const EventCall &call);
    void leave(const EventCall &call);
    void say(const EventCall &call);
    void setTyping(const EventCall &call);
    void setStatus(const EventCall &call);
    void listOnlineUsers(const EventCall &call);
    void listOnlineAgents(const EventCall &call);
    QByteArray participant(const QByteArray &chat, const QString &userId) const;

    Gate &m_gate;
    RoomsAccounts m_accounts;
    RoomsChats m_chats;
    RoomsMessages m_messages;
};

} // namespace deskbell::server::dialects
