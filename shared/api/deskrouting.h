#pragma once

#include "shared/api/chatdetails.h"

/// How chats find an operator, as admins set it.
namespace deskbell::api {

/// How chats are handed out, and how long the desk waits for people. All times are in seconds.
struct DeskRouting
{
    RoutingStrategy strategy = RoutingStrategy::Manual;
    /// A chat that has waited so long is offered to one operator after the other, whatever the strategy; 0: never.
    int escalateAfterS = 0;
    int offerTimeoutS = 30; ///< To accept what the desk offers; 0: it does not ask, it gives.
    int transferTimeoutS = 60; ///< To accept what a colleague offers.
    int vanishTimeoutS = 60; ///< Until the chats of an operator who is gone return to the queue.
    int abandonTimeoutS = 86'400; ///< Until a silent chat ends whose visitor is gone; 0: never.

    static constexpr auto fields()
    {
        using namespace json;
        constexpr int day = 86'400;
        return std::tuple{field("strategy", &DeskRouting::strategy),
                          field("escalateAfterS", &DeskRouting::escalateAfterS, range(0, day)),
                          field("offerTimeoutS", &DeskRouting::offerTimeoutS, range(0, day)),
                          field("transferTimeoutS", &DeskRouting::transferTimeoutS, range(1, day)),
                          field("vanishTimeoutS", &DeskRouting::vanishTimeoutS, range(0, day)),
                          field("abandonTimeoutS", &DeskRouting::abandonTimeoutS, range(0, 365 * day))};
    }
    bool operator==(const DeskRouting &) const = default;
};

} // namespace deskbell::api
