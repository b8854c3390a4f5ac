#pragma once

#include "shared/api/chatdetails.h"

namespace deskbell::server {

/// What the settings say about how chats are handed out and how long the desk waits for people.
struct Policy
{
    api::RoutingStrategy strategy = api::RoutingStrategy::Manual;
    int offerTimeoutS = 30; ///< To accept what the desk offers; 0: it does not ask, it gives.
    int transferTimeoutS = 60; ///< To accept what a colleague offers.
    int vanishTimeoutS = 60; ///< Until the chats of an operator who is gone return to the queue.
    int abandonTimeoutS = 86'400; ///< Until a chat ends whose visitor is gone; 0: never.
};

} // namespace deskbell::server
