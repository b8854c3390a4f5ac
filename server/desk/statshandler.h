#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Counts, waiting, first response and duration.
class StatsHandler
{
public:
    explicit StatsHandler(Request &request) : m_request(request) { }

    /// Errors: InvalidRequest.
    Result<api::StatsGetAnswer> handle(const api::StatsGet &command);

private:
    Request &m_request;
};

} // namespace deskbell::server
