#pragma once

#include "console/state/workspace.h"

/// Small chats and messages by number, for tests of state and models. None of them has the id of one of the script.
namespace deskbell::console::samples {

inline ChatId chatId(int number)
{
    return ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-9000-c%1").arg(number, 11, 10, QLatin1Char('0')));
}

inline VisitorId visitorId(int number)
{
    return VisitorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-9000-a%1").arg(number, 11, 10, QLatin1Char('0')));
}

inline api::Operator anna()
{
    api::Operator anna;
    anna.id = OperatorId::fromTrusted(QStringLiteral("anna"));
    anna.name = QStringLiteral("Anna");
    anna.status = api::OperatorStatus::Online;
    return anna;
}

inline api::Message said(int chat, qint64 seq, const QString &text = QStringLiteral("Hello"))
{
    api::Message message;
    message.chatId = chatId(chat);
    message.id = MessageId::fromTrusted(QStringLiteral("message-%1-%2").arg(chat).arg(seq));
    message.seq = seq;
    message.senderId = visitorId(chat).toString();
    message.senderName = QStringLiteral("Visitor %1").arg(chat);
    message.text = text;
    message.createdAt.ms = 1'767'225'600'000 + seq * 1'000;
    return message;
}

/// Ours: with a sequence number when the server has it, with 0 while it waits.
inline api::Message written(int chat, qint64 seq, const QString &clientId)
{
    api::Message message = said(chat, seq, clientId);
    message.senderType = api::SenderType::Operator;
    message.senderId = anna().id.toString();
    message.senderName = anna().name;
    message.clientId = clientId;
    return message;
}

/// Waiting, with one message.
inline api::Chat waiting(int number)
{
    api::Chat chat;
    chat.id = chatId(number);
    chat.visitorId = visitorId(number);
    chat.visitorName = QStringLiteral("Visitor %1").arg(number);
    chat.visitorOnline = true;
    chat.version = 1;
    chat.createdAt.ms = 1'767'225'600'000 + number * 1'000;
    chat.lastSeq = 1;
    chat.lastMessage = said(number, 1);
    return chat;
}

/// Claimed by Anna.
inline api::Chat active(int number)
{
    api::Chat chat = waiting(number);
    chat.status = api::ChatStatus::Active;
    chat.version = 2;
    chat.operatorId = anna().id;
    chat.operatorName = anna().name;
    chat.claimedAt = chat.createdAt;
    return chat;
}

inline api::Chat ended(int number)
{
    api::Chat chat = active(number);
    chat.status = api::ChatStatus::Ended;
    chat.version = 3;
    chat.endedAt = chat.createdAt;
    return chat;
}

} // namespace deskbell::console::samples
