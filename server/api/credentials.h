#pragma once

#include "server/http/cors.h"
#include "server/socketio/socket.h"
#include "shared/error.h"

namespace deskbell::server {

/// What somebody shows of themselves, in whichever of the places that there are for it.
struct Credentials
{
    std::optional<QString> token; ///< A session's token, or a web token.
    bool isOfCookie = false; ///< The browser added the token by itself.
    std::optional<QString> apiKey;
    std::optional<QString> userId;
    std::optional<QString> userHash;
    QByteArray address; ///< The peer's.
};

Credentials credentialsOf(const HttpRequest &request);
Credentials credentialsOf(const socketio::Socket &socket);

/// Whether a page of another site, which the list does not name, may have made the browser send this.
bool isOfForeignPage(const HttpRequest &request, const Cors &cors);
/// As isOfForeignPage(), with a method that changes something: with a cookie it is not believed.
bool isForgeable(const HttpRequest &request, const Cors &cors);

/// The answer to it.
Error forged();

inline constexpr QByteArrayView sessionCookie = "deskbell_session";

/// The field of an answer that makes browsers forget a cookie that is good no more; for the dialects, which gave it.
HttpHeaders forgetCookie();

/// Why somebody with a cookie that is good no more is refused what strangers may not do.
Error refusalOfCookie(const Error &error);

/// Why somebody may not join a namespace: the first wrong field by its name in the message, the code and all fields
/// in the data.
socketio::ConnectError connectError(const Error &error);

} // namespace deskbell::server
