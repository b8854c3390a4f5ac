#include "server/desk/demodesk.h"

#include "server/desk/accounthandler.h"
#include "server/desk/demoaddresses.h"
#include "server/store/addressstore.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"
#include "server/store/visitorstore.h"

#include <array>

namespace deskbell::server {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 betweenLinesMs = 40'000;

struct Person
{
    const char *email;
    const char *name;
    api::OperatorRole role;
};
constexpr std::array people{Person{"anna@demo.deskbell.example", "Anna Lindqvist", api::OperatorRole::Operator},
                            Person{"ben@demo.deskbell.example", "Ben Okafor", api::OperatorRole::Operator},
                            Person{"clara@demo.deskbell.example", "Clara Moreau", api::OperatorRole::Admin}};

} // namespace

QStringList DemoDesk::emails()
{
    QStringList emails;
    for (const Person &each : people)
        emails.append(QString::fromUtf8(each.email));
    return emails;
}

Result<Nothing> DemoDesk::fill(const QString &passwordHash)
{
    QList<api::Operator> operators;
    for (const Person &each : people) {
        auto added = AccountHandler(m_request).add(
            {QString::fromUtf8(each.email), QString::fromUtf8(each.name), each.role, 4, passwordHash});
        if (!added)
            return added.error();
        operators.append(*added);
    }
    for (const DemoConversation &each : demoConversations())
        hold(each, operators);
    AddressStore addresses(m_request.transaction);
    for (const api::Address &each : demoAddresses())
        addresses.add(each);
    return Nothing{};
}

void DemoDesk::hold(const DemoConversation &conversation, const QList<api::Operator> &operators)
{
    Timestamp at{m_request.now.ms - conversation.minutesAgo * minuteMs};
    api::Visitor visitor;
    visitor.id = VisitorId::generate();
    visitor.name = QString::fromUtf8(conversation.visitor);
    if (conversation.email)
        visitor.email = QString::fromUtf8(conversation.email);
    visitor.page = QString::fromUtf8(conversation.page);
    visitor.createdAt = at;
    VisitorStore(m_request.transaction).create(visitor);

    ChatStore chats(m_request.transaction);
    const ChatId id = ChatId::generate();
    chats.create(id, visitor.id, visitor.page, at);
    const api::Operator *holder = conversation.holder < 0 ? nullptr : &operators[conversation.holder];
    if (holder)
        chats.claim(*chats.head(id), holder->id, {at.ms + betweenLinesMs / 2});
    for (const char *line : conversation.lines) {
        const bool ofOperator = *line == '<';
        api::Message message;
        message.id = MessageId::generate();
        message.chatId = id;
        message.senderType = ofOperator ? api::SenderType::Operator : api::SenderType::Visitor;
        message.senderId = ofOperator ? holder->id.toString() : visitor.id.toString();
        message.senderName = ofOperator ? holder->name : visitor.name;
        message.text = QString::fromUtf8(ofOperator ? line + 1 : line);
        message.createdAt = at;
        MessageStore(m_request.transaction).append(*chats.head(id), message);
        at.ms += betweenLinesMs;
    }
    if (conversation.endReason)
        chats.end(*chats.head(id), QString::fromUtf8(conversation.endReason), at);
}

} // namespace deskbell::server
