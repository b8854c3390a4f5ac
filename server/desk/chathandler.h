#pragma once

#include "server/desk/visitorhandler.h"

namespace deskbell::server {

/// The life of a chat: waiting → active → ended.
class ChatHandler
{
public:
    explicit ChatHandler(Request &request) : m_request(request) { }

    Result<api::ChatStartAnswer> handle(const api::ChatStart &command);
    Result<api::ChatListAnswer> handle(const api::ChatList &command);
    Result<api::Chat> handle(const api::ChatGet &command);
    /// Errors: ChatAlreadyClaimed, naming the owner; ChatEnded. Nobody is kept from
    /// taking more chats than routing would give them.
    Result<api::Chat> handle(const api::ChatClaim &command);
    Result<api::Chat> handle(const api::ChatEnd &command);

private:
    /// Who starts a chat: made a visitor, if they are none yet, with the token that says so.
    Result<Caller> meet(const VisitorHandler::Introduction &words, std::optional<QString> &token);
    /// The chat that this very request opened when it came the first time, and that has ended since.
    std::optional<ChatId> openedBefore(const Caller &author, const api::ChatStart &command);
    QList<api::Chat> list(const api::ChatList &command, int limit);

    Request &m_request;
};

} // namespace deskbell::server
