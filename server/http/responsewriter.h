#pragma once

#include "server/http/exchange.h"
#include "shared/error.h"

namespace deskbell::server {

/// The common body of a REST error: {"success":false,"statusCode":…,"code":…,"message":…,"errors":[…]}.
/// `status` overrules the table's for statuses that only the front door gives (414, 431, 501, 505 …); 0 keeps it.
HttpResponse errorResponse(const Error &error, int status = 0);

/// Whether no header of the response could be read as more than itself: names are tokens, values without CR, LF or NUL.
bool hasSafeHeaders(const HttpResponse &response);

/// How one response goes out.
struct ResponseFraming
{
    bool keepAlive = true;
    bool http10 = false; ///< Such a client has to be told that the connection stays.
    bool withoutBody = false; ///< The answer to HEAD: the length is announced and the body left out.
};

/// The bytes of a whole response (of its head, where the body has a source), with Date, Content-Length, Connection and
/// nosniff. A response whose headers are not safe goes out as a plain 500 and is logged. Headers that the front door
/// owns are not taken from the response.
QByteArray writeResponse(const HttpResponse &response, const ResponseFraming &framing);

} // namespace deskbell::server
