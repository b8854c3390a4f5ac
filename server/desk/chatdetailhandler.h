#pragma once

#include "server/desk/request.h"
#include "shared/api/chatdetailcommands.h"

namespace deskbell::server {

/// What is said about a chat: subject, priority and tags by operators, the rating by the visitor.
class ChatDetailHandler
{
public:
    explicit ChatDetailHandler(Request &request) : m_request(request) { }

    /// After the end too: sorting is often done then. Errors: Forbidden, ChatChanged.
    Result<api::Chat> handle(const api::ChatUpdate &command);
    Result<api::Chat> handle(const api::ChatTag &command);
    /// Errors: Forbidden, ChatNotActive, AlreadyRated.
    Result<api::Chat> handle(const api::ChatRate &command);

private:
    Result<ChatHead> toDescribe(const ChatId &id);
    Result<api::Chat> write(const ChatHead &head, const api::Chat &before, const api::Chat &after);

    Request &m_request;
};

} // namespace deskbell::server
