#pragma once

#include "server/dialects/ask.h"

/// What every dialect may ask about chats. Each answers in the words of whoever asks.
namespace deskbell::server::dialects {

/// Begins a chat for whoever asks, or for the customer of the userId.
void startChat(const Ask &ask);
/// The same, and has it routed whatever the settings say.
void startRoutedChat(const Ask &ask);
/// Begins a chat for a customer who is connected; who has an open one is told of that.
void startOwnChat(const Ask &ask);

void getChat(const Ask &ask);
void endChat(const Ask &ask);
void listOpenChats(const Ask &ask); ///< For operators.
void listAllChats(const Ask &ask); ///< Those of whoever asks, for a customer.
void listHeldChats(const Ask &ask); ///< Of the operator who asks.
void listHistory(const Ask &ask); ///< For operators, a page of all chats, newest first.
void listQueue(const Ask &ask); ///< For operators, with the last messages of each.
void countUnread(const Ask &ask);

void claimChat(const Ask &ask);
/// Gives a waiting chat to the agent named.
void assignChat(const Ask &ask);
/// Hands a chat on to the agent named, at once.
void transferChat(const Ask &ask);
/// Gives a waiting chat to whom a strategy finds; answers with the chat and its holder by these names.
Vocabulary::Operation placeChat(const QByteArray &chatName, const QByteArray &holderName);

} // namespace deskbell::server::dialects
