#include "server/desk/attachmenthandler.h"

#include "server/desk/access.h"
#include "server/desk/filename.h"
#include "server/store/chatstore.h"

namespace deskbell::server {

namespace {

/// Announced and not sent, by one in one chat: as many as two full messages.
constexpr int mostUnsent = 20;
constexpr int retryAfterSeconds = 60;

} // namespace

Result<api::Attachment> AttachmentHandler::handle(const api::AttachmentUpload &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const ChatHead &chat = **head;
    if (chat.status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    if (!Access::takesPart(m_request.caller, chat))
        return ErrorCode::Forbidden;
    if (command.size > m_request.limits.attachmentBytes)
        return Error(ErrorCode::PayloadTooLarge,
                     QStringLiteral("A file may have at most %1 bytes.").arg(m_request.limits.attachmentBytes));
    AttachmentStore attachments(m_request.transaction);
    if (attachments.unsent(chat, m_request.caller.id()) >= mostUnsent) {
        Error error(ErrorCode::TooManyRequests, QStringLiteral("Send the files that wait before you add more."));
        error.retryAfterSeconds = retryAfterSeconds;
        return error;
    }
    api::Attachment attachment;
    attachment.id = AttachmentId::generate();
    attachment.name = safeFileName(command.name);
    attachment.size = command.size;
    attachments.create(chat, m_request.caller.id(), attachment, m_request.now);
    return attachment;
}

Result<api::Attachment> AttachmentHandler::handle(const api::AttachmentGet &command)
{
    const auto found = AttachmentStore(m_request.transaction).find(command.attachmentId);
    if (!found || !Access::chat(m_request, found->chatId))
        return ErrorCode::AttachmentNotFound;
    if (!found->seq && found->uploaderId != m_request.caller.id())
        return ErrorCode::AttachmentNotFound;
    return found->shown;
}

Result<api::Attachment> AttachmentHandler::awaited(const AttachmentId &id)
{
    if (const auto allowed = Access::check(m_request, api::AttachmentUpload::operation); !allowed)
        return allowed.error();
    const auto found = AttachmentStore(m_request.transaction).find(id);
    if (!found || found->uploaderId != m_request.caller.id())
        return ErrorCode::AttachmentNotFound;
    if (found->isComplete())
        return ErrorCode::AttachmentComplete;
    const auto chat = Access::chat(m_request, found->chatId);
    if (!chat)
        return ErrorCode::AttachmentNotFound;
    if ((*chat)->status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    return found->shown;
}

Result<api::Attachment> AttachmentHandler::complete(const AttachmentId &id, const FileFacts &facts)
{
    // Asked again: an upload takes long, and the chat may be gone by now.
    const auto waiting = awaited(id);
    if (!waiting)
        return waiting.error();
    AttachmentStore attachments(m_request.transaction);
    if (!attachments.complete(id, facts))
        return ErrorCode::AttachmentComplete;
    return attachments.find(id)->shown;
}

Result<api::Attachment> AttachmentHandler::readable(const AttachmentId &id)
{
    if (const auto allowed = Access::check(m_request, api::AttachmentGet::operation); !allowed)
        return allowed.error();
    auto found = handle(api::AttachmentGet{id});
    if (found && !found->type)
        return ErrorCode::AttachmentNotFound;
    return found;
}

Result<QList<api::Attachment>> AttachmentHandler::sendable(const ChatHead &chat, const QList<AttachmentId> &ids)
{
    AttachmentStore attachments(m_request.transaction);
    QList<api::Attachment> files;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto found = attachments.find(ids[i]);
        const bool theirs = found && found->chatId == chat.id && found->uploaderId == m_request.caller.id();
        const char *wrong = nullptr;
        if (!theirs)
            wrong = "must be a file that you have uploaded to this chat";
        else if (found->seq || ids.indexOf(ids[i]) < i)
            wrong = "was sent already";
        else if (!found->isComplete())
            wrong = "has no bytes yet";
        if (wrong)
            return Error::invalid(QStringLiteral("attachments.%1").arg(i), QString::fromLatin1(wrong));
        files.append(found->shown);
    }
    return files;
}

} // namespace deskbell::server
