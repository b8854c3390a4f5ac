#include "server/security/secrettoken.h"

#include <QByteArray>

#include <sodium.h>

namespace deskbell::server {

namespace {

QString base64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

void initialise()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised: there is no source of random numbers.");
}

} // namespace

SecretToken SecretToken::generate()
{
    initialise();
    QByteArray bytes(32, '\0');
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return SecretToken(base64Url(bytes));
}

QString SecretToken::hash() const
{
    initialise();
    const QByteArray text = m_text.toUtf8();
    QByteArray digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), nullptr, 0);
    return base64Url(digest);
}

} // namespace deskbell::server
