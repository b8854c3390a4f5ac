#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Finds addresses by what one types.
class AddressHandler
{
public:
    explicit AddressHandler(Request &request) : m_request(request) { }

    Result<api::AddressSearchAnswer> handle(const api::AddressSearch &command);

private:
    Request &m_request;
};

} // namespace deskbell::server
