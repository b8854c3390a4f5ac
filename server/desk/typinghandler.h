#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Passes on that somebody is typing, and to operators what, where the settings allow it. Nothing is stored.
class TypingHandler
{
public:
    explicit TypingHandler(Request &request) : m_request(request) { }

    /// Errors: Forbidden, ChatEnded.
    Result<Nothing> handle(const api::TypingSet &command);

private:
    Request &m_request;
};

} // namespace deskbell::server
