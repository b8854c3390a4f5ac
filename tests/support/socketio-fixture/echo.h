#pragma once

#include "server/engineio/server.h"
#include "server/socketio/server.h"

namespace deskbell::server {

/// Every session gets back what it sends, text as text and binary as binary.
void echoMessages(engineio::Server &engine);

/// The namespaces `/` and `/custom`, which tell their clients what they sent to join; `/` answers `message` and
/// `message-with-ack`.
void echoEvents(socketio::Server &server);

/// Rooms, and events that are sent later, when the client may have lost its connection.
void offerRecovery(socketio::Server &server);

} // namespace deskbell::server
