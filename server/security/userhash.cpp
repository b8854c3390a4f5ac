#include "server/security/userhash.h"

#include <QByteArray>

#include <array>
#include <sodium.h>

namespace deskbell::server {

namespace {

using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

Digest digestOf(const QByteArray &key, const QByteArray &text)
{
    Digest digest{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(key.constData()), size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(text.constData()),
                                  size_t(text.size()));
    crypto_auth_hmacsha256_final(&state, digest.data());
    return digest;
}

} // namespace

bool isVouchedFor(const QString &secret, const QString &userId, const QString &hash)
{
    const QByteArray given = QByteArray::fromHex(hash.toLatin1());
    if (secret.isEmpty() || given.size() != crypto_auth_hmacsha256_BYTES || hash.size() != 2 * given.size())
        return false;
    const Digest right = digestOf(secret.toUtf8(), userId.toUtf8());
    return sodium_memcmp(right.data(), given.constData(), right.size()) == 0;
}

} // namespace deskbell::server
