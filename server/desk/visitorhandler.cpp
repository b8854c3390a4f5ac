#include "server/desk/visitorhandler.h"

#include "server/desk/access.h"
#include "server/desk/audithandler.h"
#include "server/desk/chathandler.h"
#include "server/desk/sessionhandler.h"
#include "server/store/auditstore.h"
#include "server/store/chatstore.h"
#include "server/store/erasurestore.h"
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
    visitor.attributes = words.attributes.value_or(visitor.attributes);
    visitor.address = words.address;
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

Result<api::Visitor> VisitorHandler::introduce(const VisitorId &id, const Introduction &words)
{
    VisitorStore visitors(m_request.transaction);
    const auto known = visitors.find(id);
    if (!known)
        return ErrorCode::VisitorNotFound;
    if (known->erasedAt)
        return ErrorCode::InvalidToken;
    if (known->blocked && !m_request.caller.isOperator())
        return ErrorCode::VisitorBlocked;
    api::Visitor now = *known;
    now.name = words.name.value_or(now.name);
    now.email = words.email ? words.email : now.email;
    now.page = words.page ? words.page : now.page;
    now.attributes = words.attributes.value_or(now.attributes);
    now.address = words.address ? words.address : now.address;
    if (now == *known)
        return now;
    visitors.update(now);
    ChatStore chats(m_request.transaction);
    const auto open = chats.openOf(id);
    auto chat = open ? chats.find(*open) : std::nullopt;
    if (!chat)
        return now;
    m_request.presence.complete(*chat);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::ChatUpdated{{*chat}});
    return now;
}

Result<api::Visitor> VisitorHandler::find(const VisitorId &id)
{
    auto visitor = VisitorStore(m_request.transaction).find(id);
    if (!visitor)
        return ErrorCode::VisitorNotFound;
    return *visitor;
}

void VisitorHandler::endSessions(const VisitorId &id)
{
    for (const SessionId &ended : SessionStore(m_request.transaction).takeAllOf(id))
        m_request.outbox.endSession(ended);
}

void VisitorHandler::tell(api::Visitor visitor)
{
    m_request.presence.complete(visitor);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::VisitorUpdated{visitor});
}

Result<api::Visitor> VisitorHandler::handle(const api::VisitorUpdate &command)
{
    if (!Access::maySee(m_request.caller, command.visitorId))
        return ErrorCode::VisitorNotFound;
    auto before = find(command.visitorId);
    if (!before || before->erasedAt)
        return ErrorCode::VisitorNotFound;
    auto visitor = introduce(command.visitorId,
                             {command.name, command.email, command.page, {}, {}, command.attributes, command.address});
    if (!visitor)
        return visitor;
    const bool changed = *visitor != *before;
    if (changed && m_request.caller.isOperator())
        AuditHandler(m_request).record("visitor.updated", command.visitorId.toString());
    m_request.presence.complete(*visitor);
    if (changed)
        tell(*visitor);
    return visitor;
}

Result<api::Visitor> VisitorHandler::handle(const api::VisitorBlock &command)
{
    auto visitor = find(command.visitorId);
    if (!visitor)
        return visitor;
    m_request.presence.complete(*visitor);
    if (visitor->blocked == command.blocked)
        return visitor;
    VisitorStore(m_request.transaction).setBlocked(command.visitorId, command.blocked);
    visitor->blocked = command.blocked;
    if (command.blocked) {
        // The token stays good for being told why.
        for (const SessionId &each : SessionStore(m_request.transaction).allOf(command.visitorId))
            m_request.outbox.endSession(each);
    }
    AuditHandler(m_request).record(command.blocked ? "visitor.blocked" : "visitor.unblocked",
                                   command.visitorId.toString());
    tell(*visitor);
    return visitor;
}

Result<api::Visitor> VisitorHandler::handle(const api::VisitorErase &command)
{
    auto before = find(command.visitorId);
    if (!before)
        return before;
    if (const auto open = ChatStore(m_request.transaction).openOf(command.visitorId)) {
        if (const auto ended = ChatHandler(m_request).handle(api::ChatEnd{*open, {}}); !ended)
            return ended.error();
    }
    const QString nobody = QStringLiteral("Erased visitor");
    ErasureStore(m_request.transaction).erase(command.visitorId, nobody, m_request.now);
    AuditStore(m_request.transaction).forgetNames(command.visitorId.toString(), nobody);
    endSessions(command.visitorId);
    AuditHandler(m_request).record("visitor.erased", command.visitorId.toString());
    auto visitor = find(command.visitorId);
    if (visitor)
        tell(*visitor);
    return visitor;
}

} // namespace deskbell::server
