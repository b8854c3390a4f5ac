#include "server/desk/typinghandler.h"

#include "server/desk/access.h"
#include "server/desk/settinghandler.h"

namespace deskbell::server {

Result<Nothing> TypingHandler::handle(const api::TypingSet &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const ChatHead &chat = **head;
    const Caller &caller = m_request.caller;
    if (chat.status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    if (!Access::takesPart(caller, chat))
        return ErrorCode::Forbidden;
    api::TypingChanged event;
    event.chatId = chat.id;
    event.senderId = caller.isOperator() ? caller.operatorId.toString() : caller.visitorId.toString();
    event.senderType = caller.isOperator() ? api::SenderType::Operator : api::SenderType::Visitor;
    event.typing = command.typing;
    if (command.typing && caller.isVisitor() && command.text && SettingHandler(m_request).showsTyping())
        event.text = command.text;
    using Said = TypingService::Said;
    const Said said = !command.typing ? Said::Stopped : event.text ? Said::TypesThis : Said::Types;
    if (!m_request.typing.isNews(event.senderId, chat.id, said))
        return Nothing{};
    Audience others;
    if (caller.isOperator())
        others.only(chat.visitorId);
    else if (chat.operatorId)
        others.only(*chat.operatorId);
    else
        others.operators();
    m_request.outbox.publish(others, event);
    return Nothing{};
}

} // namespace deskbell::server
