#pragma once

#include "server/dialects/gate.h"

/// How the dialects have chats given to operators: at once, since none of them knows an offer.
namespace deskbell::server::dialects {

/// Starts a chat that is routed whatever the settings say: now, or as soon as somebody is free.
void startRouted(Gate &gate, const Caller &caller, std::function<void(const Result<api::ChatStartAnswer> &)> done);

/// Gives a waiting chat to the operator whom the strategy finds; without one, the settings'.
/// Errors: those of chat.route, ChatAlreadyClaimed.
Result<api::Chat> place(Request &request, const ChatId &chat, const std::optional<api::RoutingStrategy> &strategy);

/// Gives a waiting chat to this operator. Errors: those of chat.assign, ChatAlreadyClaimed when another has it.
Result<api::Chat> assign(Request &request, const ChatId &chat, const OperatorId &to);
/// Gives a chat to this operator, whoever has it now. Errors: those of chat.assign.
Result<api::Chat> transfer(Request &request, const ChatId &chat, const OperatorId &to,
                           const std::optional<QString> &note);

} // namespace deskbell::server::dialects
