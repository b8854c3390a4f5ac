#pragma once

#include <QString>

namespace deskbell::server {

/// A session's secret: 256 random bits, as 43 characters of base64url. Only its hash is ever stored, so whoever
/// reads the database cannot act as anybody.
class SecretToken
{
public:
    static SecretToken generate();
    /// Nothing is checked; a text that is no token has a hash that is not in the database.
    static SecretToken fromText(QString text) { return SecretToken(std::move(text)); }

    /// What the owner is given, once.
    const QString &reveal() const { return m_text; }
    /// BLAKE2b-256 in base64url. No salt is needed: nobody can guess 256 random bits.
    QString hash() const;

private:
    explicit SecretToken(QString text) : m_text(std::move(text)) { }
    QString m_text;
};

} // namespace deskbell::server
