#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// What is said in chats.
class MessageHandler
{
public:
    explicit MessageHandler(Request &request) : m_request(request) { }

    /// Errors: Forbidden, ChatEnded, ClientIdReused.
    Result<api::Message> handle(const api::MessageSend &command);
    Result<api::MessageListAnswer> handle(const api::MessageList &command);
    /// The desk itself says something in a chat; whoever listens to it hears of it through `outbox`.
    void note(const ChatHead &chat, const QString &text, Outbox &outbox);
    /// The first result of a message that was sent before. Errors: ClientIdReused.
    std::optional<Result<api::Message>> earlier(const ChatHead &chat, const api::MessageSend &command);

private:
    QString senderId() const;

    Request &m_request;
};

} // namespace deskbell::server
