#include "server/desk/access.h"

#include "server/store/chatstore.h"
#include "server/store/sessionstore.h"

namespace deskbell::server {

namespace {

bool isGood(Request &request)
{
    const auto expiry = SessionStore(request.transaction).operatorsExpiry(request.caller.sessionId);
    return expiry && *expiry > request.now;
}

} // namespace

Result<Nothing> Access::check(Request &request, const api::Operation &operation)
{
    const Caller &caller = request.caller;
    if (operation.access == api::Access::Anyone)
        return Nothing{};
    if (caller.kind == Caller::Kind::Stranger)
        return ErrorCode::Unauthenticated;
    // A connection may outlive its operator's session: the account was disabled, or the password changed.
    if (caller.isOperator() && !isGood(request))
        return ErrorCode::InvalidToken;
    const bool may = operation.access == api::Access::Participants
        || (operation.access == api::Access::Operators && caller.isOperator())
        || (operation.access == api::Access::Admins && caller.kind == Caller::Kind::Admin);
    if (!may)
        return ErrorCode::Forbidden;
    return Nothing{};
}

Result<const ChatHead *> Access::chat(Request &request, const ChatId &id)
{
    const ChatHead *head = ChatStore(request.transaction).head(id);
    if (!head || !maySee(request.caller, *head))
        return ErrorCode::ChatNotFound;
    // Their connections end a moment after they were blocked, and here nothing gets through in that moment.
    if (head->visitorBlocked && request.caller.isVisitor())
        return ErrorCode::VisitorBlocked;
    return head;
}

bool Access::maySee(const Caller &caller, const ChatHead &chat)
{
    return caller.isOperator() || maySee(caller, chat.visitorId);
}

bool Access::maySee(const Caller &caller, const VisitorId &visitor)
{
    return caller.isOperator() || (caller.isVisitor() && caller.visitorId == visitor);
}

bool Access::takesPart(const Caller &caller, const ChatHead &chat)
{
    return caller.isOperator() ? chat.operatorId == caller.operatorId : maySee(caller, chat.visitorId);
}

bool Access::wrote(const Caller &caller, const api::Message &message)
{
    const auto type = caller.isOperator() ? api::SenderType::Operator : api::SenderType::Visitor;
    return message.senderType == type && message.senderId == caller.id();
}

bool Access::mayEnd(const Caller &caller, const ChatHead &chat)
{
    return caller.kind == Caller::Kind::Admin || takesPart(caller, chat);
}

bool Access::mayHandOver(const Caller &caller, const ChatHead &chat)
{
    return caller.isOperator() && mayEnd(caller, chat);
}

bool Access::mayDescribe(const Caller &caller, const ChatHead &chat)
{
    return caller.isOperator() && (chat.status == api::ChatStatus::Waiting || mayEnd(caller, chat));
}

api::Chat Access::forVisitors(api::Chat chat)
{
    chat.priority = api::ChatPriority::Normal;
    chat.tags.clear();
    chat.offer.reset();
    return chat;
}

api::Chat Access::shownTo(const Caller &caller, const api::Chat &chat)
{
    return caller.isVisitor() ? forVisitors(chat) : chat;
}

Audience Access::listeners(const ChatHead &chat)
{
    Audience audience;
    if (chat.status == api::ChatStatus::Waiting)
        audience.operators();
    else if (chat.operatorId)
        audience.only(*chat.operatorId);
    audience.only(chat.visitorId);
    return audience;
}

Audience Access::watchers(const api::Chat &chat)
{
    Audience audience;
    audience.operators().only(chat.visitorId);
    return audience;
}

} // namespace deskbell::server
