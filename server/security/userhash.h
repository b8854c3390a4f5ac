#pragma once

#include <QString>

namespace deskbell::server {

/// Whether `hash` is the hexadecimal HMAC-SHA256 of the userId with the secret, by which a site vouches for its own
/// user. Never with an empty secret. Takes the same time for every wrong hash.
bool isVouchedFor(const QString &secret, const QString &userId, const QString &hash);

} // namespace deskbell::server
