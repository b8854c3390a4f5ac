#pragma once

#include "server/desk/request.h"
#include "server/store/attachmentstore.h"

namespace deskbell::server {

/// Files that go with messages. Their bytes are the business of others; whether they may come and go is decided here.
class AttachmentHandler
{
public:
    explicit AttachmentHandler(Request &request) : m_request(request) { }

    /// Errors: ChatNotFound, ChatEnded, Forbidden, PayloadTooLarge, TooManyRequests.
    Result<api::Attachment> handle(const api::AttachmentUpload &command);
    /// Errors: AttachmentNotFound.
    Result<api::Attachment> handle(const api::AttachmentGet &command);

    /// The file whose bytes the caller is about to send. Errors: AttachmentNotFound, AttachmentComplete, ChatEnded,
    /// and those of Access::check().
    Result<api::Attachment> awaited(const AttachmentId &id);
    /// The bytes are there. Errors: AttachmentNotFound, AttachmentComplete.
    Result<api::Attachment> complete(const AttachmentId &id, const FileFacts &facts);
    /// The file whose bytes the caller wants to read. Errors: AttachmentNotFound, and those of Access::check().
    Result<api::Attachment> readable(const AttachmentId &id);

    /// The files that the caller sends along with a message to the chat. Errors: InvalidRequest.
    Result<QList<api::Attachment>> sendable(const ChatHead &chat, const QList<AttachmentId> &ids);

private:
    Request &m_request;
};

} // namespace deskbell::server
