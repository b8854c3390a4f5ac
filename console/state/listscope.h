#pragma once

namespace deskbell::console {

/// The lists that a person chooses between. The server knows the queue, one's own chats, all of them and those that
/// ended; whose an open chat is, is for us to see.
enum class ListScope {
    Queue, ///< Who waits, the longest first.
    Mine, ///< One's own, and what is offered to one.
    Team, ///< What colleagues hold.
    Ended,
    All,
};

} // namespace deskbell::console
