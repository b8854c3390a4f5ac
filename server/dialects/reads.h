#pragma once

#include "server/desk/dispatcher.h"
#include "server/desk/request.h"

/// What the dialects read of several operations at once, in one transaction, for each caller what that caller may see.
namespace deskbell::server::dialects {

/// One operation inside a request that asks more than one.
template <class Command>
Result<typename Command::Answer> within(Request &request, const Command &command)
{
    const auto answer = dispatch(request, command);
    return answer ? json::decode<typename Command::Answer>(*answer) : Result<typename Command::Answer>(answer.error());
}

/// A chat and its most recent messages.
struct Conversation
{
    api::Chat chat;
    QList<api::Message> messages;
    std::optional<QString> token{}; ///< Of whoever has just begun it.
};
Result<Conversation> conversation(Request &request, const ChatId &chat, int limit);
/// The messages up to a seq; for what is told to those who may see them. Errors: ChatNotFound, once it is removed.
Result<Conversation> messagesUpTo(Request &request, const ChatId &chat, qint64 seq, int limit);
/// The queue, oldest first, with the most recent messages of each.
Result<QList<Conversation>> queue(Request &request, int limit);

/// Every chat that has not ended, oldest first. For operators. Errors: those of Access.
Result<QList<api::Chat>> openChats(Request &request);

/// An operator with the chats that they hold.
struct Workload
{
    api::Operator account;
    int activeChats = 0;

    bool isOnline() const { return account.status != api::OperatorStatus::Offline; }
    bool isAvailable() const { return account.status == api::OperatorStatus::Online && activeChats < account.capacity; }
};
/// How many chats the operator holds.
int heldBy(Request &request, const OperatorId &holder);
Result<QList<Workload>> workloads(Request &request);
/// Of an operator who exists.
Workload workloadOf(Request &request, const OperatorId &id);
/// Sets the status of whoever asks, or of the operator with this id, which admins may. What comes back has the status
/// in effect. Errors: those of Access, OperatorNotFound, Forbidden.
Result<Workload> setStatus(Request &request, const std::optional<QString> &operatorId, api::OperatorStatus status);

/// A piece of a chat's messages.
struct MessagePage
{
    QList<api::Message> messages;
    bool more = false;
    api::Chat chat;
};
/// The message of this id, if the chat has it.
Result<std::optional<api::Message>> messageOf(Request &request, const ChatId &chat, const MessageId &id);
Result<MessagePage> messagesAfter(Request &request, const ChatId &chat, qint64 seq, int limit);
/// Those before the message of this id; without one the last. Errors: also InvalidRequest for `before`.
Result<MessagePage> messagesBefore(Request &request, const ChatId &chat, const std::optional<MessageId> &before,
                                   int limit);

} // namespace deskbell::server::dialects
