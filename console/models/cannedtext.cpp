#include "console/models/cannedtext.h"

#include "console/models/fuzzy.h"

#include <QRegularExpression>

#include <algorithm>

namespace deskbell::console {

namespace {

QString value(const QString &name, const Workspace &workspace, const api::Chat &chat)
{
    if (name == QLatin1String("visitor.name"))
        return chat.visitorName;
    if (name == QLatin1String("visitor.email"))
        return chat.visitorEmail.value_or(QString());
    if (name == QLatin1String("operator.name"))
        return workspace.self().name;
    if (name == QLatin1String("desk.name"))
        return workspace.office().deskName();
    if (name == QLatin1String("chat.page"))
        return chat.page.value_or(QString());
    return {};
}

} // namespace

QString cannedText(const QString &text, const Workspace &workspace, const api::Chat &chat)
{
    static const QRegularExpression braces(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    QString filled;
    qsizetype at = 0;
    for (auto found = braces.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        filled += QStringView(text).mid(at, match.capturedStart() - at);
        filled += value(match.captured(1), workspace, chat);
        at = match.capturedEnd();
    }
    return filled + text.mid(at);
}

QList<api::CannedReply> matchingReplies(const QList<api::CannedReply> &replies, const QString &typed)
{
    constexpr int beginning = 1'000'000;
    QList<std::pair<int, api::CannedReply>> found;
    for (const api::CannedReply &each : replies) {
        const auto match = fuzzyMatch(typed, each.shortcut + QLatin1Char(' ') + each.title);
        if (match)
            found.append({match->score + (each.shortcut.startsWith(typed, Qt::CaseInsensitive) ? beginning : 0), each});
    }
    if (!typed.isEmpty())
        std::stable_sort(found.begin(), found.end(),
                         [](const auto &left, const auto &right) { return left.first > right.first; });
    QList<api::CannedReply> sorted;
    for (const auto &each : std::as_const(found))
        sorted.append(each.second);
    return sorted;
}

} // namespace deskbell::console
