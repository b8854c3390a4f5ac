#include "server/desk/demodesk.h"

#include "server/desk/operatorhandler.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

struct DemoDesk::Conversation
{
    const char *visitor;
    const char *email;
    const char *page;
    int minutesAgo; // when it began
    int holder; // index of the operator; -1 while it waits
    const char *endReason; // null while it is open
    QList<const char *> lines; // `<` begins an operator's
};

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 betweenLinesMs = 40'000;

} // namespace

Result<Nothing> DemoDesk::fill(const QString &passwordHash)
{
    struct Person
    {
        const char *email;
        const char *name;
        api::OperatorRole role;
    };
    QList<api::Operator> operators;
    for (const Person &each : {Person{"anna@demo.deskbell.example", "Anna Lindqvist", api::OperatorRole::Operator},
                               Person{"ben@demo.deskbell.example", "Ben Okafor", api::OperatorRole::Operator},
                               Person{"clara@demo.deskbell.example", "Clara Moreau", api::OperatorRole::Admin}}) {
        auto added = OperatorHandler(m_request).add(
            {QString::fromUtf8(each.email), QString::fromUtf8(each.name), each.role, 4, passwordHash});
        if (!added)
            return added.error();
        operators.append(*added);
    }
    const QList<Conversation> conversations{
        {"Marta Kowalska",
         "marta@mail.example",
         "https://shop.example/orders/48213",
         180,
         0,
         "Solved",
         {"Hello, my order 48213 says delivered, but nothing has arrived.",
          "<Hello Marta, I am sorry about that. Let me look at the parcel.",
          "<The driver left it with your neighbour at number 14, a Mrs Nowak.",
          "Oh! I just rang her bell, she has it. Thank you for being so quick!", "<Wonderful. Enjoy the lamp!"}},
        {"Tom Becker",
         "tom.becker@mail.example",
         "https://shop.example/returns",
         140,
         1,
         "Solved",
         {"Can I still send back shoes I bought five weeks ago?",
          "<Hi Tom, returns are open for 60 days, so yes. Are they unworn?", "Tried on once, in the living room.",
          "<That is fine. I have mailed you the label; any parcel shop takes it.", "Great, thanks."}},
        {"Aisha Rahman",
         "aisha@studio.example",
         "https://shop.example/invoices",
         26,
         0,
         nullptr,
         {"Hi, invoice 2214 has our old company address on it. Can you change it?",
          "<Hello Aisha, of course. What should it say?", "Studio Rahman Ltd, 8 Harbour Lane, Bristol BS1 4SB",
          "<Thank you. Does the VAT number stay the same?", "Yes, the VAT number is still right."}},
        {"Jonas Weber",
         "jonas@mail.example",
         "https://shop.example/booking",
         14,
         1,
         nullptr,
         {"I booked a table-building workshop for the 12th, is there any way to move it to the 19th?",
          "<Hi Jonas, let me check the 19th for you.", "<There are two places left at 10:00. Shall I move you?",
          "Yes please! And could my sister join?"}},
        {"Priya Natarajan",
         "priya@mail.example",
         "https://shop.example/checkout",
         9,
         -1,
         nullptr,
         {"My card was charged twice for order 48377.", "Both are marked as pending in my bank's app."}},
        {"Visitor 7c1e",
         nullptr,
         "https://shop.example/lamps/aurora",
         5,
         -1,
         nullptr,
         {"Does the Aurora lamp work with a dimmer?"}},
        {"Lucas Ferreira",
         "lucas@mail.example",
         "https://shop.example/orders/48390",
         2,
         -1,
         nullptr,
         {"Olá! Can I change the delivery address of order 48390? It has not shipped yet 🙂"}},
    };
    for (const Conversation &each : conversations)
        hold(each, operators);
    return Nothing{};
}

void DemoDesk::hold(const Conversation &conversation, const QList<api::Operator> &operators)
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
