#pragma once

#include "server/dialects/addresses/addressesdialect.h"
#include "server/dialects/dialectnamespace.h"
#include "server/dialects/namespaces/namespacesdialect.h"
#include "server/dialects/rooms/roomsdialect.h"
#include "server/dialects/sessions/sessionsdialect.h"
#include "server/dialects/support/supportdialect.h"
#include "server/socketio/server.h"

namespace deskbell::server::dialects {

/// All five dialects at once, on one port: their paths and names do not clash. Lives on the I/O thread.
class Dialects
{
public:
    /// All outlive this.
    Dialects(Desk &desk, socketio::Server &sockets, const Clock &clock, const Options &options,
             DialectNamespace::Heartbeats heartbeats);
    Q_DISABLE_COPY_MOVE(Dialects)

    RestEndpoint &rest() { return m_rest; }
    /// To everybody who hears of it, each in their own words.
    void publish(const Published &event);
    /// Closes the connections of these sessions.
    void endSessions(const QList<SessionId> &sessions);

private:
    Gate m_gate;
    RestEndpoint m_rest;
    Accounts m_accounts;
    AddressesDialect m_addresses;
    NamespacesDialect m_adminSide;
    NamespacesDialect m_userSide;
    SessionsDialect m_sessions;
    RoomsDialect m_rooms;
    SupportDialect m_support;
    DialectNamespace m_root;
    DialectNamespace m_admin;
    DialectNamespace m_user;
};

} // namespace deskbell::server::dialects
