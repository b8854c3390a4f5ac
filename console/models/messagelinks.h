#pragma once

#include <QList>
#include <QStringView>
#include <QUrl>

namespace deskbell::console {

/// A part of a text that leads somewhere: to a page of the web, or to somebody's mailbox.
struct MessageLink
{
    qsizetype start = 0; ///< In UTF-16 units, as QString counts.
    qsizetype length = 0;
    QUrl target; ///< http, https or mailto; nothing else is ever a link.

    bool operator==(const MessageLink &) const = default;
};

/// The links in a plain text, in its order: http and https addresses, bare ones that begin with `www.`, and e-mail
/// addresses. What belongs to the sentence around one, as its full stop or a bracket that was opened before it, is no
/// part of it; nor is anything behind a character that is not seen or turns the direction of writing.
QList<MessageLink> linksIn(QStringView text);

inline bool isMail(const QUrl &target)
{
    return target.scheme() == QLatin1String("mailto");
}
/// Where a link leads, for people: without the name before an `@` that may look like a host, and in ASCII where the
/// host's letters are of several scripts or the rest has what cannot be seen.
QString targetText(const QUrl &target);
/// What one wants on the clipboard: the address of a page, or of a mailbox.
QString copiedTarget(const QUrl &target);

} // namespace deskbell::console
