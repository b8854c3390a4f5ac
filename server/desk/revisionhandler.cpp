#include "server/desk/revisionhandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/desk/audithandler.h"
#include "server/store/attachmentstore.h"
#include "server/store/messagestore.h"
#include "server/store/revisionstore.h"

namespace deskbell::server {

namespace {

constexpr int mostVersions = 200; // of a page

} // namespace

Result<RevisionHandler::Found> RevisionHandler::find(const ChatId &chat, qint64 seq)
{
    const auto head = Access::chat(m_request, chat);
    if (!head)
        return head.error();
    const auto message = MessageStore(m_request.transaction).find(**head, seq);
    if (!message)
        return ErrorCode::MessageNotFound;
    return Found{**head, *message};
}

Result<Nothing> RevisionHandler::mayRevise(const Found &found) const
{
    const Caller &caller = m_request.caller;
    if (caller.kind == Caller::Kind::Admin)
        return Nothing{};
    if (!Access::wrote(caller, found.message))
        return ErrorCode::Forbidden;
    if (found.chat.status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    return Nothing{};
}

Audience RevisionHandler::hearers(const ChatHead &chat) const
{
    Audience audience = Access::listeners(chat);
    // An admin, or an author who holds the chat no longer, hears of what they did themselves.
    const Caller &caller = m_request.caller;
    if (caller.isOperator() && chat.operatorId != caller.operatorId && chat.status != api::ChatStatus::Waiting)
        audience.only(caller.operatorId);
    return audience;
}

void RevisionHandler::revise(Found &found, api::RevisionAction action, const QString &text)
{
    const Caller &caller = m_request.caller;
    api::MessageVersion before;
    before.text = found.message.text;
    before.action = action;
    before.byType = caller.isOperator() ? api::SenderType::Operator : api::SenderType::Visitor;
    before.byId = caller.id();
    before.byName = caller.name;
    before.at = m_request.now;
    found.message.text = text;
    if (action == api::RevisionAction::Deleted && !found.message.attachments.isEmpty()) {
        found.message.attachments.clear();
        AttachmentStore(m_request.transaction).removeOf(found.chat, found.message.seq);
    }
    RevisionStore(m_request.transaction).revise(found.chat, found.message, before);
    if (Access::wrote(caller, found.message))
        return;
    AuditHandler(m_request).record(action == api::RevisionAction::Edited ? "message.edited" : "message.deleted",
                                   found.chat.id.toString(), QStringLiteral("message %1").arg(found.message.seq));
}

Result<api::Message> RevisionHandler::handle(const api::MessageEdit &command)
{
    auto found = find(command.chatId, command.seq);
    if (!found)
        return found.error();
    if (const auto may = mayRevise(*found); !may)
        return may.error();
    if (found->message.deletedAt)
        return ErrorCode::MessageDeleted;
    if (found->message.text == command.text)
        return found->message; // an edit sent twice is done once
    found->message.editedAt = m_request.now;
    revise(*found, api::RevisionAction::Edited, command.text);
    m_request.outbox.publish(hearers(found->chat), api::MessageEdited{found->message});
    return found->message;
}

Result<api::Message> RevisionHandler::handle(const api::MessageDelete &command)
{
    auto found = find(command.chatId, command.seq);
    if (!found)
        return found.error();
    if (const auto may = mayRevise(*found); !may)
        return may.error();
    if (found->message.deletedAt)
        return found->message;
    found->message.deletedAt = m_request.now;
    revise(*found, api::RevisionAction::Deleted, QString());
    m_request.outbox.publish(hearers(found->chat), api::MessageDeleted{found->message});
    return found->message;
}

Result<api::MessageHistoryAnswer> RevisionHandler::handle(const api::MessageHistory &command)
{
    const auto found = find(command.chatId, command.seq);
    if (!found)
        return found.error();
    api::MessageHistoryAnswer answer;
    answer.message = found->message;
    AnswerBudget budget;
    const auto some = RevisionStore(m_request.transaction)
                          .versions(found->chat, command.seq, command.after.value_or(0), mostVersions + 1);
    for (const api::MessageVersion &version : some) {
        if (answer.versions.size() == mostVersions || !budget.take({version.text, version.byName})) {
            answer.next = answer.versions.last().change;
            break;
        }
        answer.versions.append(version);
    }
    return answer;
}

} // namespace deskbell::server
