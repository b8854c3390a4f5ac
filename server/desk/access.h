#pragma once

#include "server/desk/request.h"
#include "shared/api/operation.h"

namespace deskbell::server {

/// Who may do what: the one place where it is decided. What a caller may not see is not found; what it sees and may
/// not do is forbidden.
class Access
{
public:
    /// May the caller call this operation at all? Errors: Unauthenticated, InvalidToken, Forbidden.
    static Result<Nothing> check(Request &request, const api::Operation &operation);

    /// The chat, if the caller may see it. Errors: ChatNotFound, VisitorBlocked. The head is good until the next write
    /// of a chat.
    static Result<const ChatHead *> chat(Request &request, const ChatId &id);
    static bool maySee(const Caller &caller, const ChatHead &chat);
    static bool maySee(const Caller &caller, const VisitorId &visitor);
    /// Is the caller one of the two who talk in it?
    static bool takesPart(const Caller &caller, const ChatHead &chat);
    /// Is the message the caller's own?
    static bool wrote(const Caller &caller, const api::Message &message);
    static bool mayEnd(const Caller &caller, const ChatHead &chat);
    /// May the caller hand it on: its holder, or an admin?
    static bool mayHandOver(const Caller &caller, const ChatHead &chat);
    /// May the caller sort it: who may hand it on, and every operator while it waits?
    static bool mayDescribe(const Caller &caller, const ChatHead &chat);
    /// The chat without what is the operators' alone.
    static api::Chat forVisitors(api::Chat chat);
    static api::Chat shownTo(const Caller &caller, const api::Chat &chat);

    /// Those who hear what is said in the chat.
    static Audience listeners(const ChatHead &chat);
    /// Those who hear that the chat itself has changed.
    static Audience watchers(const api::Chat &chat);
};

} // namespace deskbell::server
