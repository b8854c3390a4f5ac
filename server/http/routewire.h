#pragma once

#include "server/http/beastmessage.h"

namespace deskbell::server {

/// The header in which a route finds the client's address. Clients cannot set it: the front door drops all
/// `X-Deskbell-` headers of theirs.
inline constexpr QByteArrayView peerHeader = "X-Deskbell-Peer";

/// The request as QHttpServer gets to see it: one spelling for everything, no framing but Content-Length, nothing about
/// the connection. HEAD becomes GET, since QHttpServer routes know no HEAD; the front door drops the body.
QByteArray writeRouteRequest(const HttpRequest &request);

/// A route's reply as it may go out; nothing if it is not one that our routes give. QHttpServer lets line ends into
/// header values, so a header that no route of ours sets, or a second one of a kind, is taken for injected.
std::optional<HttpResponse> checkRouteReply(const MessageHead &head, QByteArray body);

} // namespace deskbell::server
