#include "server/dialects/roomswords.h"

namespace deskbell::server::dialects::rooms {

QByteArray room(const api::Chat &chat, const Aliases &aliases, const std::optional<QString> &token)
{
    static constexpr std::array names{QLatin1String("waiting"), QLatin1String("active"), QLatin1String("closed")};
    Shape shape;
    shape.with("roomId", chat.id)
        .with("userId", aliases.of(chat.visitorId))
        .with("userName", chat.visitorName)
        .with("agentId", aliases.of(chat.operatorId))
        .with("agentName", chat.operatorName)
        .with("status", names[size_t(chat.status)])
        .with("createdAt", chat.createdAt)
        .with("closedAt", chat.endedAt);
    if (token)
        shape.with("token", *token);
    return shape.done();
}

QLatin1String statusOf(const api::Message &message, const api::Chat &chat)
{
    const bool ofVisitor = message.senderType == api::SenderType::Visitor;
    if (message.seq <= (ofVisitor ? chat.operatorReadSeq : chat.visitorReadSeq))
        return QLatin1String("read");
    if (message.seq <= (ofVisitor ? chat.operatorDeliveredSeq : chat.visitorDeliveredSeq))
        return QLatin1String("delivered");
    return QLatin1String("sent");
}

QByteArray message(const api::Message &message, const Aliases &aliases)
{
    return rooms::message(message, aliases, QLatin1String("sent"));
}

QByteArray message(const api::Message &message, const Aliases &aliases, QLatin1String status,
                   const std::optional<QString> &highlight)
{
    Shape shape;
    shape.with("messageId", message.id)
        .with("roomId", message.chatId)
        .with("seq", message.seq)
        .with("senderId", aliases.of(message.senderId))
        .with("senderName", message.senderName)
        .with("content", message.text)
        .with("status", status)
        .with("createdAt", message.createdAt)
        .with("editedAt", message.editedAt)
        .with("deletedAt", message.deletedAt);
    if (highlight)
        shape.with("highlight", *highlight);
    return shape.done();
}

QByteArray messages(const QList<api::Message> &list, const Aliases &aliases, const api::Chat &chat)
{
    return listOf(list, [&](const api::Message &each) { return message(each, aliases, statusOf(each, chat)); });
}

QByteArray agent(const Workload &workload, const Aliases &aliases)
{
    const api::Operator &account = workload.account;
    return Shape()
        .with("id", aliases.of(account.id))
        .with("name", account.name)
        .with("email", account.email)
        .with("role", QLatin1String(account.role == api::OperatorRole::Admin ? "admin" : "agent"))
        .with("status", account.status)
        .with("activeChats", workload.activeChats)
        .with("capacity", account.capacity)
        .done();
}

QByteArray agents(const QList<Workload> &all, const Aliases &aliases)
{
    return listOf(all, [&](const Workload &each) { return agent(each, aliases); });
}

QByteArray user(const Person &person)
{
    return Shape()
        .with("id", person.id)
        .with("name", person.name)
        .with("email", person.email)
        .with("role", person.role)
        .done();
}

QLatin1String roleOf(const Caller &caller)
{
    if (caller.kind == Caller::Kind::Admin)
        return QLatin1String("admin");
    return QLatin1String(caller.isOperator() ? "agent" : "user");
}

void succeed(const Call &call, int status, const QByteArray &data, const HttpHeaders &headers)
{
    call->answer(status,
                 Shape()
                     .with("success", true)
                     .with("statusCode", status)
                     .with("message", QLatin1String(status == 201 ? "Created" : "OK"))
                     .json("data", data)
                     .done(),
                 headers);
}

} // namespace deskbell::server::dialects::rooms
