#pragma once

#include <QString>
#include <QUrl>

namespace deskbell::console {

/// Who signs in where. What is kept on this computer is kept for one account and never shown to another.
struct Account
{
    QUrl server;
    QString email;

    /// One text for each account, however its address was typed.
    QString key() const
    {
        const QUrl place = server.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment
                                           | QUrl::RemoveUserInfo | QUrl::NormalizePathSegments);
        return email.trimmed().toLower() + QLatin1Char(' ') + place.toString(QUrl::FullyEncoded);
    }
    /// For people: `desk.example.com · anna@example.com`.
    QString title() const { return server.authority() + QStringLiteral(" · ") + email; }
    bool isNull() const { return server.isEmpty() || email.isEmpty(); }
    bool operator==(const Account &) const = default;
};

} // namespace deskbell::console
