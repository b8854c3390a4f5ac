#include "server/dialects/words.h"

namespace deskbell::server::dialects {

Saying sayingOf(const api::Message &message, const api::Chat &chat)
{
    const bool ofVisitor = message.senderType == api::SenderType::Visitor;
    Saying saying{message};
    if (message.seq <= (ofVisitor ? chat.operatorReadSeq : chat.visitorReadSeq))
        saying.status = QLatin1String("read");
    else if (message.seq <= (ofVisitor ? chat.operatorDeliveredSeq : chat.visitorDeliveredSeq))
        saying.status = QLatin1String("delivered");
    if (message.senderType == api::SenderType::Operator)
        saying.receiver = chat.visitorId.toString();
    else if (chat.operatorId)
        saying.receiver = chat.operatorId->toString();
    return saying;
}

QLatin1String roleOf(const Caller &caller)
{
    if (caller.kind == Caller::Kind::Admin)
        return QLatin1String("admin");
    return QLatin1String(caller.isOperator() ? "agent" : "user");
}

namespace chat {

void visitorId(Shape &shape, QByteArrayView as, const Conversation &of, const Words &)
{
    shape.with(as, of.chat.visitorId);
}

void visitor(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words)
{
    shape.with(as, words.aliases.of(of.chat.visitorId));
}

void holder(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words)
{
    shape.with(as, words.aliases.of(of.chat.operatorId));
}

void status(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words)
{
    shape.with(as, words.chatStatuses[size_t(of.chat.status)]);
}

void messages(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words)
{
    shape.json(as, listOf(of.messages, [&](const api::Message &each) { return words.write(sayingOf(each, of.chat)); }));
}

void itself(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words)
{
    shape.json(as, words.write(of.chat));
}

void token(Shape &shape, QByteArrayView as, const Conversation &of, const Words &)
{
    if (of.token)
        shape.with(as, *of.token);
}

} // namespace chat

namespace message {

void sender(Shape &shape, QByteArrayView as, const Saying &of, const Words &words)
{
    shape.with(as, words.aliases.of(of.message.senderId));
}

void senderType(Shape &shape, QByteArrayView as, const Saying &of, const Words &words)
{
    shape.with(as, words.senderTypes[size_t(of.message.senderType)]);
}

void receiver(Shape &shape, QByteArrayView as, const Saying &of, const Words &words)
{
    shape.with(as, of.receiver ? std::optional(words.aliases.of(*of.receiver)) : std::nullopt);
}

void status(Shape &shape, QByteArrayView as, const Saying &of, const Words &)
{
    shape.with(as, of.status);
}

void highlight(Shape &shape, QByteArrayView as, const Saying &of, const Words &)
{
    if (of.highlight)
        shape.with(as, *of.highlight);
}

void attachments(Shape &shape, QByteArrayView as, const Saying &of, const Words &)
{
    if (!of.message.attachments.isEmpty())
        shape.with(as, of.message.attachments);
}

} // namespace message

namespace agent {

void alias(Shape &shape, QByteArrayView as, const Workload &of, const Words &words)
{
    shape.with(as, words.aliases.of(of.account.id));
}

void role(Shape &shape, QByteArrayView as, const Workload &of, const Words &)
{
    shape.with(as, QLatin1String(of.account.role == api::OperatorRole::Admin ? "admin" : "agent"));
}

void activeChats(Shape &shape, QByteArrayView as, const Workload &of, const Words &)
{
    shape.with(as, of.activeChats);
}

} // namespace agent

namespace person {

void itself(Shape &shape, QByteArrayView as, const Person &of, const Words &words)
{
    shape.json(as, words.write(of));
}

} // namespace person

} // namespace deskbell::server::dialects
