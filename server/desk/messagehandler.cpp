#include "server/desk/messagehandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/desk/attachmenthandler.h"
#include "server/store/messagestore.h"
#include "server/store/revisionstore.h"

namespace deskbell::server {

QString MessageHandler::senderId() const
{
    return m_request.caller.id();
}

std::optional<Result<api::Message>> MessageHandler::earlier(const ChatHead &chat, const api::MessageSend &command)
{
    if (!command.clientId)
        return std::nullopt;
    auto first = MessageStore(m_request.transaction).findByClientId(chat, senderId(), *command.clientId);
    if (!first)
        return std::nullopt;
    const bool sameFiles = first->deletedAt
        || std::equal(first->attachments.begin(), first->attachments.end(), command.attachments.begin(),
                      command.attachments.end(),
                      [](const auto &file, const AttachmentId &id) { return file.id == id; });
    // What counts is what was sent then, which may have been edited or deleted since; nobody knows it after an erasure.
    const auto sent = first->change == 0
        ? first->text
        : RevisionStore(m_request.transaction).firstText(chat, first->seq).value_or(command.text);
    if (sent != command.text || !sameFiles || first->clientId != command.clientId || first->senderId != senderId()
        || first->replyToSeq != command.replyToSeq)
        return Result<api::Message>(ErrorCode::ClientIdReused);
    first->duplicate = true;
    return Result<api::Message>(*first);
}

Result<api::Message> MessageHandler::handle(const api::MessageSend &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const ChatHead &chat = **head;
    const Caller &caller = m_request.caller;
    const bool ended = chat.status == api::ChatStatus::Ended;
    if (ended || !Access::takesPart(caller, chat)) {
        // A message that was stored while it was allowed stays stored: its resend learns so even now.
        if (auto first = earlier(chat, command))
            return *first;
        if (ended)
            return ErrorCode::ChatEnded;
        return Error(ErrorCode::Forbidden,
                     chat.status == api::ChatStatus::Waiting
                         ? QStringLiteral("Claim the chat first.")
                         : QStringLiteral("%1 holds this chat.").arg(chat.operatorName.value_or(QString())));
    }
    api::Message message;
    message.id = MessageId::generate();
    message.chatId = chat.id;
    message.senderId = senderId();
    message.senderType = caller.isOperator() ? api::SenderType::Operator : api::SenderType::Visitor;
    message.senderName = caller.isOperator() ? chat.operatorName.value_or(caller.name) : chat.visitorName;
    message.text = command.text;
    message.clientId = command.clientId;
    message.createdAt = m_request.now;
    if (command.replyToSeq > chat.lastSeq)
        return Error::invalid(QStringLiteral("replyToSeq"), QStringLiteral("must be a message of this chat"));
    message.replyToSeq = command.replyToSeq;
    if (!command.attachments.isEmpty()) {
        // First, since a resend's files are sent already.
        if (auto first = earlier(chat, command))
            return *first;
        const auto files = AttachmentHandler(m_request).sendable(chat, command.attachments);
        if (!files)
            return files.error();
        message.attachments = *files;
    }
    if (!MessageStore(m_request.transaction).append(chat, message))
        return earlier(chat, command).value_or(Result<api::Message>(ErrorCode::Internal));
    for (const AttachmentId &id : command.attachments)
        AttachmentStore(m_request.transaction).send(id, message.seq);
    // Answer and event say the same, so the message is encoded once.
    QByteArray json = json::encode(message);
    m_request.outbox.publishJson(Access::listeners(chat), "message.sent", "{\"message\":" + json + '}');
    m_request.outbox.setAnswer(std::move(json));
    return message;
}

void MessageHandler::note(const ChatHead &chat, const QString &text, Outbox &outbox)
{
    api::Message message;
    message.id = MessageId::generate();
    message.chatId = chat.id;
    message.senderId = QStringLiteral("desk");
    message.senderType = api::SenderType::System;
    message.senderName = m_request.deskName;
    message.text = text;
    message.createdAt = m_request.now;
    MessageStore(m_request.transaction).append(chat, message);
    outbox.publish(Access::listeners(chat), api::MessageSent{message});
}

Result<api::MessageListAnswer> MessageHandler::handle(const api::MessageList &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    if (command.after && command.before)
        return Error::invalid(QStringLiteral("before"), QStringLiteral("must not be given together with after"));
    MessageStore messages(m_request.transaction);
    const int limit = command.limit + 1; // one more than asked tells whether there are more
    const auto found = command.after ? messages.after(**head, *command.after, limit)
                                     : messages.before(**head, command.before.value_or((*head)->lastSeq + 1), limit);
    AnswerBudget budget;
    const auto hasRoom = [&](const api::Message &message) { return budget.take(message); };
    const qsizetype most = std::min<qsizetype>(found.size(), command.limit);
    api::MessageListAnswer answer;
    if (command.after) {
        const auto end = std::find_if_not(found.begin(), found.begin() + most, hasRoom);
        answer.messages = QList<api::Message>(found.begin(), end);
    } else { // the latest of them, so the budget is spent from the end
        const auto begin = std::find_if_not(found.rbegin(), found.rbegin() + most, hasRoom).base();
        answer.messages = QList<api::Message>(begin, found.end());
    }
    answer.more = answer.messages.size() < found.size();
    return answer;
}

} // namespace deskbell::server
