#pragma once

#include "shared/api/entities.h"

/// A desk of any size: believable chats by number.
namespace deskbell::bench {

inline constexpr int waitingChats = 2'000;
inline constexpr int ownChats = 500;

api::Operator anna();
/// The first ones wait, the next ones are Anna's, all others have ended.
api::Chat chat(int number);
api::Message message(const api::Chat &chat, qint64 seq);

} // namespace deskbell::bench
