#include "server/desk/visitorhandler.h"

#include "server/desk/access.h"
#include "server/desk/sessionhandler.h"
#include "server/store/chatstore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

Result<api::Visitor> VisitorHandler::handle(const api::VisitorGet &command)
{
    if (!Access::maySee(m_request.caller, command.visitorId))
        return ErrorCode::VisitorNotFound;
    auto visitor = VisitorStore(m_request.transaction).find(command.visitorId);
    if (!visitor)
        return ErrorCode::VisitorNotFound;
    m_request.presence.complete(*visitor);
    return *visitor;
}

VisitorHandler::Welcome VisitorHandler::welcome(const Introduction &words)
{
    api::Visitor visitor;
    visitor.id = VisitorId::generate();
    // So that operators can tell the nameless apart.
    visitor.name = words.name.value_or(QStringLiteral("Visitor ") + visitor.id.toString().right(4));
    visitor.email = words.email;
    visitor.page = words.page;
    visitor.createdAt = m_request.now;
    VisitorStore(m_request.transaction).create(visitor);
    const SessionHandler::Opened session = SessionHandler(m_request).open(visitor.id);
    Caller caller = m_request.caller;
    caller.kind = Caller::Kind::Visitor;
    caller.visitorId = visitor.id;
    caller.sessionId = session.id;
    caller.name = visitor.name;
    return {caller, session.token};
}

void VisitorHandler::introduce(const VisitorId &id, const Introduction &words)
{
    VisitorStore visitors(m_request.transaction);
    const auto known = visitors.find(id);
    if (!known)
        return;
    api::Visitor now = *known;
    now.name = words.name.value_or(now.name);
    now.email = words.email ? words.email : now.email;
    now.page = words.page ? words.page : now.page;
    if (now == *known)
        return;
    visitors.update(now);
    ChatStore chats(m_request.transaction);
    const auto open = chats.openOf(id);
    auto chat = open ? chats.find(*open) : std::nullopt;
    if (!chat)
        return;
    m_request.presence.complete(*chat);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::ChatUpdated{{*chat}});
}

} // namespace deskbell::server
