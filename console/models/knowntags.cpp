#include "console/models/knowntags.h"

#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

QStringList knownTags(const Workspace &workspace)
{
    const auto &settings = workspace.office().settings();
    const QStringList ofDesk = settings ? QStringList(settings->tags) : QStringList();
    QSet<QString> tags;
    for (int row = 0; row < workspace.chatCount(); ++row) {
        for (const QString &each : workspace.chatAt(row).tags)
            tags.insert(each);
    }
    QStringList sorted(tags.begin(), tags.end());
    sorted.removeIf([&](const QString &each) { return ofDesk.contains(each); });
    sorted.sort(Qt::CaseInsensitive);
    return ofDesk + sorted;
}

} // namespace deskbell::console
