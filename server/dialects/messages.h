#pragma once

#include "server/dialects/ask.h"

/// What every dialect may ask about messages, and about being in a chat.
namespace deskbell::server::dialects {

/// An operator's first message in a waiting chat claims it.
void sendMessage(const Ask &ask);
/// A page of a chat's messages, from the oldest.
void listMessages(const Ask &ask);
/// Those before a message, or the last.
void listMessagesBefore(const Ask &ask);
void searchMessages(const Ask &ask);

/// These find the message in the chat that is named, else in those that the client has joined.
void editMessage(const Ask &ask);
void deleteMessage(const Ask &ask);
void setDelivered(const Ask &ask);
void setRead(const Ask &ask);

/// From now on the client hears what is said in the chat, whoever holds it. Answers with the chat and its last
/// messages in these words.
Vocabulary::Operation joinChat(Renaming<Conversation> answer);
void leaveChat(const Ask &ask);
void setTyping(const Ask &ask);
void startTyping(const Ask &ask);
void stopTyping(const Ask &ask);

} // namespace deskbell::server::dialects
