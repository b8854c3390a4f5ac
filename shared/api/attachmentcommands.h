#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What can be asked about files. Their bytes travel apart: PUT and GET /attachments/{attachmentId}/content, and GET
/// /attachments/{attachmentId}/thumbnail for pictures.
namespace deskbell::api {

/// Announces a file for a chat. Its bytes follow by PUT …/content, and then its id goes with message.send.
struct AttachmentUpload
{
    using Answer = Attachment;
    static constexpr Operation operation{"attachment.upload",
                                         Method::Post,
                                         "/chats/{chatId}/attachments",
                                         Access::Participants,
                                         Effect::Write,
                                         "Announce a file, whose bytes follow",
                                         201};
    ChatId chatId;
    QString name; ///< As the file is called at home; what could do harm in it is taken out.
    qint64 size = 0; ///< Bytes; exactly so many have to follow.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &AttachmentUpload::chatId),
                          field("name", &AttachmentUpload::name, text(1, 400)),
                          field("size", &AttachmentUpload::size, range(1, 9'007'199'254'740'991))};
    }
    bool operator==(const AttachmentUpload &) const = default;
};

/// What is known of a file: for those who may read the messages of its chat, and before it is sent for its sender.
struct AttachmentGet
{
    using Answer = Attachment;
    static constexpr Operation operation{"attachment.get",     Method::Get,  "/attachments/{attachmentId}",
                                         Access::Participants, Effect::Read, "Get what is known of a file"};
    AttachmentId attachmentId;

    static constexpr auto fields() { return std::tuple{json::field("attachmentId", &AttachmentGet::attachmentId)}; }
    bool operator==(const AttachmentGet &) const = default;
};

} // namespace deskbell::api
