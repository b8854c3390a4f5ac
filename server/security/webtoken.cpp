#include "server/security/webtoken.h"

#include "server/security/secrettoken.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <jwt.h>
#include <memory>

namespace deskbell::server {

namespace {

struct Release
{
    void operator()(jwt_t *token) const { jwt_free(token); }
};
using Token = std::unique_ptr<jwt_t, Release>;

constexpr qint64 msPerSecond = 1000;

void put(jwt_t *token, const char *name, const QString &text)
{
    jwt_add_grant(token, name, text.toUtf8().constData());
}

QString get(jwt_t *token, const char *name)
{
    return QString::fromUtf8(jwt_get_grant(token, name));
}

} // namespace

Result<QByteArray> WebTokens::secretOf(const QString &configured, const QString &dataFolder)
{
    if (!configured.isEmpty())
        return configured.toUtf8();
    QDir().mkpath(dataFolder);
    QFile file(QDir(dataFolder).filePath(QStringLiteral("jwt.secret")));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray kept = file.readAll().trimmed();
        if (!kept.isEmpty())
            return kept;
        file.close();
    }
    const QByteArray made = SecretToken::generate().reveal().toLatin1();
    const auto failed = [&] {
        return Error(ErrorCode::Internal,
                     QStringLiteral("The secret of web tokens cannot be kept in %1: %2")
                         .arg(file.fileName(), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(made) != made.size() || !file.flush())
        return failed();
    return made;
}

QString WebTokens::sign(const Claims &claims) const
{
    jwt_t *made = nullptr;
    if (jwt_new(&made) != 0)
        return {};
    const Token token(made);
    const qint64 now = m_clock.now().ms / msPerSecond;
    put(made, "sub", claims.subject);
    put(made, "userType", claims.userType);
    put(made, "session", claims.session);
    jwt_add_grant_int(made, "iat", long(now));
    jwt_add_grant_int(made, "exp", long(now + lifetimeSeconds));
    if (jwt_set_alg(made, JWT_ALG_HS256, reinterpret_cast<const unsigned char *>(m_secret.constData()),
                    int(m_secret.size()))
        != 0)
        return {};
    char *text = jwt_encode_str(made);
    QString encoded = QString::fromLatin1(text);
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): libjwt allocates so
    return encoded;
}

std::optional<WebTokens::Claims> WebTokens::verify(const QString &token) const
{
    jwt_t *read = nullptr;
    if (jwt_decode(&read, token.toUtf8().constData(), reinterpret_cast<const unsigned char *>(m_secret.constData()),
                   int(m_secret.size()))
        != 0)
        return std::nullopt;
    const Token decoded(read);
    // The token says itself how it is signed; whoever believed that would take whatever comes.
    const qint64 now = m_clock.now().ms / msPerSecond;
    if (jwt_get_alg(read) != JWT_ALG_HS256 || jwt_get_grant_int(read, "exp") <= now
        || jwt_get_grant_int(read, "nbf") > now)
        return std::nullopt;
    return Claims{get(read, "sub"), get(read, "userType"), get(read, "session")};
}

} // namespace deskbell::server
