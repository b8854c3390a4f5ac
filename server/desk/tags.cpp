#include "server/desk/tags.h"

namespace deskbell::server {

namespace {

constexpr qsizetype longestTag = 40;

} // namespace

Result<QList<QString>> cleanTags(const char *field, const QList<QString> &tags)
{
    QList<QString> clean;
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const QString tag = tags[i].simplified();
        if (tag.isEmpty() || tag.size() > longestTag)
            return Error::invalid(QStringLiteral("%1.%2").arg(QLatin1String(field)).arg(i),
                                  QStringLiteral("must have 1 to %1 characters").arg(longestTag));
        if (!clean.contains(tag))
            clean.append(tag);
    }
    return clean;
}

} // namespace deskbell::server
