#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/reads.h"
#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// Has the client join a chat that it may see: from then on it hears what is said there, whoever holds it.
/// `joined` gets the chat with its last messages. Refuses the call otherwise.
void joinChat(Gate &gate, const Vocabulary &vocabulary, const EventCall &call, const ChatId &chat, int messages,
              std::function<void(const Conversation &)> joined);

/// Answers a call for what this server does not offer in this dialect.
void refuseUnbound(const EventCall &call);
Error unbound();

/// The caller's name in the dialects.
QString nameOf(const Gate &gate, const Caller &caller);

} // namespace deskbell::server::dialects
