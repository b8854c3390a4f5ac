#include "console/models/messagelinks.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace deskbell::console {

namespace {

/// Every quantifier keeps what it has, and nothing begins in the middle of a word: so a long text takes as long as it
/// is, whatever is in it. Backslashes end an address since browsers read them as slashes and QUrl does not.
const QRegularExpression &pattern()
{
    static const QRegularExpression made(
        QStringLiteral(
            R"re((?<web>(?:(?<![A-Z0-9])https?://|(?<![A-Z0-9@./_-])(?<bare>www\.)))re"
            R"re([^\s\p{Z}\p{C}\p{Pi}\p{Pf}<>"\\`\x{201E}\x{2026})re" // and what ends sentences in other scripts:
            R"re(\x{060C}\x{061B}\x{061F}\x{0964}\x{3001}\x{3002}\x{3008}-\x{3011}\x{3014}-\x{301B})re"
            R"re(\x{FF01}\x{FF08}\x{FF09}\x{FF0C}\x{FF1A}\x{FF1B}\x{FF1F}]++))re"
            R"re(|(?<![A-Z0-9._%+/@-])(?:mailto:)?(?<name>[A-Z0-9_][A-Z0-9._%+-]*+)@)re"
            R"re((?<host>(?:[\p{L}\p{N}][\p{L}\p{N}-]*+\.)+)re"
            R"re((?:xn--[A-Z0-9-]++|[A-Z]{2,}+|[^\W\d_A-Z]{2,}+)(?![A-Z0-9@])))re"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return made;
}

/// Without what belongs to the sentence.
QStringView trimmed(QStringView address)
{
    constexpr QStringView ends = u".,;:!?'*_~";
    constexpr QStringView opening = u"([{";
    constexpr QStringView closing = u")]}";
    std::array<qsizetype, 3> open{}; // how many more are opened than closed, of each kind
    for (size_t kind = 0; kind < open.size(); ++kind)
        open[kind] = address.count(opening.at(qsizetype(kind))) - address.count(closing.at(qsizetype(kind)));
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const qsizetype kind = closing.indexOf(last);
        if (kind >= 0 && open[size_t(kind)] < 0)
            ++open[size_t(kind)];
        else if (!ends.contains(last) && !opening.contains(last))
            break;
        address.chop(1);
    }
    return address;
}

std::optional<MessageLink> webLink(const QRegularExpressionMatch &match)
{
    const QStringView address = trimmed(match.capturedView(u"web"));
    const bool bare = match.hasCaptured(u"bare");
    const QUrl target((bare ? QStringLiteral("https://") : QString()) + address.toString(), QUrl::TolerantMode);
    const QString scheme = target.scheme();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    if (!target.isValid() || !web || target.host().isEmpty() || (bare && target.host().count(u'.') < 2))
        return std::nullopt;
    return MessageLink{match.capturedStart(u"web"), address.size(), target};
}

std::optional<MessageLink> mailLink(const QRegularExpressionMatch &match)
{
    const QByteArray host = QUrl::toAce(match.captured(QStringLiteral("host")));
    if (host.isEmpty())
        return std::nullopt;
    QUrl target;
    target.setScheme(QStringLiteral("mailto"));
    target.setPath(match.captured(QStringLiteral("name")) + u'@' + QString::fromLatin1(host), QUrl::DecodedMode);
    return MessageLink{match.capturedStart(), match.capturedLength(), target};
}

bool isOfOneScript(const QString &host)
{
    std::optional<QChar::Script> script;
    const QList<uint> letters = host.toUcs4();
    return std::all_of(letters.begin(), letters.end(), [&script](uint each) {
        const QChar::Script its = QChar::script(each);
        if (its == QChar::Script_Common || its == QChar::Script_Inherited)
            return true;
        return its == script.value_or(its) ? (script = its, true) : false;
    });
}

bool isSeen(QChar each)
{
    return each.isPrint() && !each.isSpace() && each.category() != QChar::Other_Format;
}

} // namespace

QList<MessageLink> linksIn(QStringView text)
{
    QList<MessageLink> links;
    if (!text.contains(u'@') && !text.contains(u"://") && !text.contains(u"www.", Qt::CaseInsensitive))
        return links; // as nearly all are
    const QString whole = text.toString();
    qsizetype at = 0;
    for (;;) {
        const QRegularExpressionMatch match = pattern().match(whole, at);
        if (!match.hasMatch())
            return links;
        const auto link = match.hasCaptured(u"web") ? webLink(match) : mailLink(match);
        if (link)
            links.append(*link);
        at = link ? link->start + link->length : match.capturedEnd();
    }
}

QString targetText(const QUrl &target)
{
    if (isMail(target))
        return target.path();
    QString pretty = target.toDisplayString(QUrl::RemoveUserInfo);
    if (isOfOneScript(target.host()) && std::all_of(pretty.begin(), pretty.end(), isSeen))
        return pretty;
    return QString::fromLatin1(target.toEncoded(QUrl::RemoveUserInfo));
}

QString copiedTarget(const QUrl &target)
{
    return isMail(target) ? target.path() : QString::fromLatin1(target.toEncoded());
}

} // namespace deskbell::console
