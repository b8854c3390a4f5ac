#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Canned replies.
class CannedHandler
{
public:
    explicit CannedHandler(Request &request) : m_request(request) { }

    /// Errors: CannedExists, CannedNotFound, InvalidRequest for a variable that nobody knows.
    Result<api::CannedReply> handle(const api::CannedCreate &command);
    Result<api::CannedReply> handle(const api::CannedUpdate &command);
    Result<Nothing> handle(const api::CannedDelete &command);
    Result<api::CannedListAnswer> handle(const api::CannedList &command);
    Result<api::CannedRenderAnswer> handle(const api::CannedRender &command);

private:
    Result<api::CannedReply> put(const api::CannedReply &reply, const char *action);

    Request &m_request;
};

} // namespace deskbell::server
