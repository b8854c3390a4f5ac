#include "server/dialects/telling.h"

namespace deskbell::server::dialects {

namespace {

QByteArray roomOf(api::SenderType type, const QString &senderId)
{
    return (type == api::SenderType::Operator ? "operator:" : "visitor:") + senderId.toLatin1();
}

/// The other side of a message to this audience: our id, or nothing while nobody holds the chat.
std::optional<QString> receiverOf(const api::Message &message, const QByteArrayList &rooms)
{
    const QByteArray wanted = message.senderType == api::SenderType::Operator ? "visitor:" : "operator:";
    for (const QByteArray &room : rooms) {
        if (room.startsWith(wanted))
            return QString::fromLatin1(room.sliced(wanted.size()));
    }
    return std::nullopt;
}

} // namespace

std::optional<Conversation> begun(const api::ChatStarted &event, const Hearing &)
{
    Conversation begun{event.chat, {}};
    if (event.chat.lastMessage)
        begun.messages.append(*event.chat.lastMessage);
    return begun;
}

Saying sayingTo(const api::Message &message, const Hearing &hearing)
{
    Saying saying{message};
    saying.receiver = receiverOf(message, hearing.rooms);
    return saying;
}

Participant holderOf(const api::Chat &chat, const Hearing &hearing)
{
    return {chat.id, hearing.aliases.of(chat.operatorId).value_or(QString()), QLatin1String("agent")};
}

std::optional<Participant> departed(const api::ChatTransferred &event, const Hearing &hearing)
{
    if (!event.fromId)
        return std::nullopt;
    return Participant{event.chat.id, hearing.aliases.of(*event.fromId), QLatin1String("agent")};
}

std::optional<Participant> typed(const api::TypingChanged &event, const Hearing &hearing)
{
    const QLatin1String type(event.senderType == api::SenderType::Operator ? "agent" : "user");
    return Participant{event.chatId, hearing.aliases.of(event.senderId), type, event.typing};
}

std::optional<Person> seen(const api::PresenceChanged &event, const Hearing &hearing)
{
    const auto status =
        event.status.value_or(event.online ? api::OperatorStatus::Online : api::OperatorStatus::Offline);
    const std::string_view text = json::nameOf(status);
    const QString id = event.operatorId ? hearing.aliases.of(*event.operatorId)
                                        : hearing.aliases.of(event.visitorId.value_or(VisitorId()));
    Person person{id, event.displayName};
    person.status = QString::fromLatin1(text.data(), qsizetype(text.size()));
    return person;
}

std::optional<ChatId> chatOf(const Conversation &told)
{
    return told.chat.id;
}

std::optional<ChatId> chatOf(const Saying &told)
{
    return told.message.chatId;
}

std::optional<ChatId> chatOf(const Participant &told)
{
    return told.chat;
}

std::optional<ChatId> chatOf(const Person &)
{
    return std::nullopt;
}

QByteArray roomOfAuthor(const api::MessageSent &event)
{
    return roomOf(event.message.senderType, event.message.senderId);
}

QByteArray roomOfAuthor(const api::TypingChanged &event)
{
    return roomOf(event.senderType, event.senderId);
}

QByteArray roomOf(const Caller &caller)
{
    return caller.isOperator() ? roomOf(api::SenderType::Operator, caller.operatorId.toString())
                               : roomOf(api::SenderType::Visitor, caller.visitorId.toString());
}

QString nameOf(const Aliases &aliases, const Caller &caller)
{
    return caller.isOperator() ? aliases.of(caller.operatorId) : aliases.of(caller.visitorId);
}

} // namespace deskbell::server::dialects
