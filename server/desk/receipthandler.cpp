#include "server/desk/receipthandler.h"

#include "server/desk/access.h"
#include "server/store/receiptstore.h"

namespace deskbell::server {

namespace {

ReceiptStore::Side sideOf(const Caller &caller)
{
    return caller.isOperator() ? ReceiptStore::Side::Operator : ReceiptStore::Side::Visitor;
}

} // namespace

Result<const ChatHead *> ReceiptHandler::ownChat(const ChatId &id)
{
    auto head = Access::chat(m_request, id);
    if (head && !Access::takesPart(m_request.caller, **head))
        return ErrorCode::Forbidden; // who only looks on has read it for nobody
    return head;
}

template <class Event>
void ReceiptHandler::tell(const ChatHead &chat, qint64 seq)
{
    const Caller &caller = m_request.caller;
    Event event;
    event.chatId = chat.id;
    event.seq = seq;
    event.side = caller.isOperator() ? api::SenderType::Operator : api::SenderType::Visitor;
    event.byId = caller.id();
    m_request.outbox.publish(Access::listeners(chat), event);
}

Result<Nothing> ReceiptHandler::handle(const api::MessageSetDelivered &command)
{
    const auto head = ownChat(command.chatId);
    if (!head)
        return head.error();
    const qint64 seq = std::min(command.seq, (*head)->lastSeq); // nobody has what was not said yet
    if (ReceiptStore(m_request.transaction).delivered(**head, sideOf(m_request.caller), seq))
        tell<api::MessageDelivered>(**head, seq);
    return Nothing{};
}

Result<Nothing> ReceiptHandler::handle(const api::MessageSetRead &command)
{
    const auto head = ownChat(command.chatId);
    if (!head)
        return head.error();
    const qint64 seq = std::min(command.seq, (*head)->lastSeq);
    if (ReceiptStore(m_request.transaction).read(**head, sideOf(m_request.caller), seq))
        tell<api::MessageRead>(**head, seq);
    return Nothing{};
}

} // namespace deskbell::server
