#pragma once

#include "server/desk/request.h"
#include "shared/api/chatdetailcommands.h"

namespace deskbell::server {

/// What operators write down about chats, for each other alone.
class NoteHandler
{
public:
    explicit NoteHandler(Request &request) : m_request(request) { }

    /// Errors: ChatNotFound, Forbidden for who is no operator (an API key).
    Result<api::Note> handle(const api::NoteAdd &command);
    Result<api::NoteListAnswer> handle(const api::NoteList &command);

private:
    Request &m_request;
};

} // namespace deskbell::server
