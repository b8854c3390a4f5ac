#pragma once

#include "shared/clock.h"
#include "shared/result.h"

#include <QByteArray>

namespace deskbell::server {

/// JSON Web Tokens (HS256 and nothing else) that carry a session's token, so that whoever ends the session ends them
/// too.
class WebTokens
{
public:
    static constexpr qint64 lifetimeSeconds = 30LL * 24 * 3600;

    /// `clock` outlives this.
    WebTokens(QByteArray secret, const Clock &clock) : m_secret(std::move(secret)), m_clock(clock) { }

    /// The secret of the settings, or else the one that is kept in the data folder and made once.
    /// Errors: Internal, when it can be neither read nor written.
    static Result<QByteArray> secretOf(const QString &configured, const QString &dataFolder);

    struct Claims
    {
        QString subject;
        QString userType; ///< `user` or `agent`.
        QString session; ///< The session's token.
    };
    /// Empty when there is no memory for it.
    QString sign(const Claims &claims) const;
    /// Nothing for a token that is not ours, or too old.
    std::optional<Claims> verify(const QString &token) const;

    /// Whether it looks like one, right or wrong: three parts with points between.
    static bool isOne(const QString &text) { return text.count(u'.') == 2; }

private:
    const QByteArray m_secret;
    const Clock &m_clock;
};

} // namespace deskbell::server
