#include "tests/bench/console/desk.h"

#include "shared/json/codec.h"

#include <array>

namespace deskbell::bench {

namespace {

constexpr qint64 begin = 1'767'225'600'000;

QString uuid(char kind, qint64 number)
{
    return QStringLiteral("0190f1d2-0") + QLatin1Char(kind)
        + QStringLiteral("00-7000-8000-%1").arg(number, 12, 16, QLatin1Char('0'));
}

const std::array firstNames{"Maria", "Jonas", "Aylin", "Peter", "Chloé", "Marek", "Ingrid", "Tomás"};
const std::array lastNames{"Keller", "Brandt", "Yılmaz", "Novák", "Dubois", "Larsen", "Okafor", "Weber", "Rossi"};
const std::array texts{
    "Where is my order? It should have come on Monday, and the tracking page still says it is being packed.",
    "Thank you!",
    "Could we move the table to eight o'clock? There will be five of us now, one with a wheelchair.",
    "The invoice has the old address on it, and our bookkeeping wants it before the end of the month.",
    "Yes, that works.",
    "I have tried that twice already: the page asks for my password, I type it, and then it asks me again. "
    "On my phone it is the same, so I do not think that it is the browser."};

api::Message plainMessage(const api::Chat &chat, qint64 seq)
{
    api::Message message;
    const qint64 number = chat.id.toString().right(12).toLongLong(nullptr, 16);
    message.id = MessageId::fromTrusted(uuid('d', (number << 20) + seq));
    message.chatId = chat.id;
    message.seq = seq;
    const bool ours = seq % 3 == 0;
    message.senderType = ours ? api::SenderType::Operator : api::SenderType::Visitor;
    message.senderId = ours ? anna().id.toString() : chat.visitorId.toString();
    message.senderName = ours ? anna().name : chat.visitorName;
    message.text = QString::fromUtf8(texts.at(size_t(seq) % texts.size()));
    if (ours)
        message.clientId = uuid('e', seq);
    message.createdAt.ms = chat.createdAt.ms + seq * 20'000;
    return message;
}

/// As it comes off the wire, with every text in memory of its own.
template <class T>
T received(const T &value)
{
    return *json::decode<T>(json::encode(value));
}

api::Chat plainChat(int number)
{
    api::Chat chat;
    chat.id = ChatId::fromTrusted(uuid('c', number));
    chat.visitorId = VisitorId::fromTrusted(uuid('b', number));
    chat.visitorName = QString::fromUtf8(firstNames.at(size_t(number) % firstNames.size())) + QLatin1Char(' ')
        + QString::fromUtf8(lastNames.at(size_t(number / 7) % lastNames.size()));
    if (number % 2 == 0)
        chat.visitorEmail = QStringLiteral("visitor%1@mail.example").arg(number);
    chat.page = QStringLiteral("https://brightroom.example/orders/%1").arg(number);
    chat.version = 1;
    chat.createdAt.ms = begin - qint64(number) * 60'000;
    if (number >= waitingChats) {
        chat.status = api::ChatStatus::Active;
        chat.version = 2;
        chat.operatorId = anna().id;
        chat.operatorName = anna().name;
        chat.claimedAt = chat.createdAt;
    }
    if (number >= waitingChats + ownChats) {
        chat.status = api::ChatStatus::Ended;
        chat.version = 3;
        chat.endedAt = Timestamp{chat.createdAt.ms + 600'000};
    }
    chat.lastSeq = 1 + number % 40;
    chat.lastMessage = plainMessage(chat, chat.lastSeq);
    return chat;
}

} // namespace

api::Operator anna()
{
    api::Operator anna;
    anna.id = OperatorId::fromTrusted(uuid('a', 1));
    anna.email = QStringLiteral("anna@brightroom.example");
    anna.name = QStringLiteral("Anna Berg");
    anna.status = api::OperatorStatus::Online;
    return anna;
}

api::Chat chat(int number)
{
    return received(plainChat(number));
}

api::Message message(const api::Chat &chat, qint64 seq)
{
    return received(plainMessage(chat, seq));
}

} // namespace deskbell::bench
