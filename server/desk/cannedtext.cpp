#include "server/desk/cannedtext.h"

#include <QRegularExpression>

namespace deskbell::server {

namespace {

const QRegularExpression &pattern()
{
    static const QRegularExpression braces(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    return braces;
}

} // namespace

const QStringList &CannedText::knownVariables()
{
    static const QStringList names{QStringLiteral("visitor.name"), QStringLiteral("visitor.email"),
                                   QStringLiteral("operator.name"), QStringLiteral("desk.name"),
                                   QStringLiteral("chat.page")};
    return names;
}

QStringList CannedText::unknownVariables() const
{
    QStringList unknown;
    for (auto found = pattern().globalMatch(m_text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!knownVariables().contains(name))
            unknown.append(name);
    }
    return unknown;
}

QString CannedText::filled(const QHash<QString, QString> &values) const
{
    QString filled;
    qsizetype at = 0;
    for (auto found = pattern().globalMatch(m_text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        filled += QStringView(m_text).mid(at, match.capturedStart() - at);
        filled += values.value(match.captured(1));
        at = match.capturedEnd();
    }
    return filled + m_text.mid(at);
}

} // namespace deskbell::server
