#pragma once

#include "server/http/exchange.h"
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

/// Whether a page of another site may have made the browser send this, with a cookie that it did not choose to send.
bool isForgeable(const HttpRequest &request);

/// The answer to it.
Error forged();

inline constexpr QByteArrayView sessionCookie = "deskbell_session";

} // namespace deskbell::server
