#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Edits and deletions of what was said.
class RevisionHandler
{
public:
    explicit RevisionHandler(Request &request) : m_request(request) { }

    /// Errors: MessageNotFound, MessageDeleted, ChatEnded, Forbidden.
    Result<api::Message> handle(const api::MessageEdit &command);
    Result<api::Message> handle(const api::MessageDelete &command);
    Result<api::MessageHistoryAnswer> handle(const api::MessageHistory &command);

private:
    struct Found
    {
        const ChatHead &chat;
        api::Message message;
    };
    Result<Found> find(const ChatId &chat, qint64 seq);
    Result<Nothing> mayRevise(const Found &found) const;
    void revise(Found &found, api::RevisionAction action, const QString &text);
    Audience hearers(const ChatHead &chat) const;

    Request &m_request;
};

} // namespace deskbell::server
