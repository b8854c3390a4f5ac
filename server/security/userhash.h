#pragma once

#include <QString>

namespace deskbell::server {

/// Whether `hash` is the hexadecimal HMAC-SHA256 of the userId with the secret, by which a site vouches for its own
/// user. Never with an empty secret. Takes the same time for every wrong hash.
bool isVouchedFor(const QString &secret, const QString &userId, const QString &hash);

/// Whether two secrets are the same, in a time that does not tell where they differ.
bool areSame(const QString &secret, const QString &given);

} // namespace deskbell::server
