#include "server/desk/filename.h"

#include <QStringList>

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr qsizetype longestName = 120; // code points
constexpr qsizetype longestEnding = 10;

/// Printable, and of no special meaning to a file system or a shell's prompt.
bool isPlain(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // the turners of direction and what has no width
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !QStringView(u"<>:\"|?*%").contains(QChar::fromUcs2(letter < 0x10000 ? char16_t(letter) : u'\xfffd'));
    }
}

QString shortened(const QList<uint> &letters)
{
    if (letters.size() <= longestName)
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), letters.size());
    // The ending tells what a file is for, so it is what stays.
    const qsizetype dot = letters.lastIndexOf('.');
    const QList<uint> ending = dot > 0 && letters.size() - dot <= longestEnding ? letters.sliced(dot) : QList<uint>();
    const QList<uint> kept = letters.first(longestName - ending.size()) + ending;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(kept.constData()), kept.size());
}

} // namespace

QString safeFileName(const QString &name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QList<uint> letters;
    for (const uint letter : name.sliced(slash + 1).toUcs4()) {
        if (isPlain(letter))
            letters.append(letter);
    }
    QString safe = shortened(letters).simplified();
    while (safe.startsWith(u'.') || safe.startsWith(u'-') || safe.startsWith(u' '))
        safe.remove(0, 1);
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

QString withFittingEnding(const QString &name, const QStringList &endings)
{
    const bool fits = std::any_of(endings.begin(), endings.end(), [&](const QString &ending) {
        return name.endsWith(u'.' + ending, Qt::CaseInsensitive);
    });
    return fits || endings.isEmpty() ? name : name + u'.' + endings.first();
}

} // namespace deskbell::server
