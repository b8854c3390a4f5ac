#include "console/models/knowntags.h"

#include "console/state/workspace.h"

namespace deskbell::console {

QStringList knownTags(const Workspace &workspace)
{
    const auto &settings = workspace.office().settings();
    const QStringList ofDesk = settings ? QStringList(settings->tags) : QStringList();
    QStringList sorted(workspace.tags().begin(), workspace.tags().end());
    sorted.removeIf([&](const QString &each) { return ofDesk.contains(each); });
    sorted.sort(Qt::CaseInsensitive);
    return ofDesk + sorted;
}

} // namespace deskbell::console
