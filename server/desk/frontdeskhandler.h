#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// What a page shows of the desk before anybody asks.
class FrontDeskHandler
{
public:
    explicit FrontDeskHandler(Request &request) : m_request(request) { }

    Result<api::DeskGetAnswer> handle(const api::DeskGet &command);

private:
    QList<api::DeskPerson> team();

    Request &m_request;
};

} // namespace deskbell::server
