#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Leads a command to its handler, after Access has let the caller in, and gives the answer as JSON.
Result<QByteArray> dispatch(Request &request, const api::Command &command);

/// The description of the operation that a command belongs to.
const api::Operation &operationOf(const api::Command &command);

} // namespace deskbell::server
