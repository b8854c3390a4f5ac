#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Passes on that somebody is typing. Nothing is stored.
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
