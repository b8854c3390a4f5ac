#include "console/writing/emojibook.h"

#include <QFile>
#include <QMap>

namespace deskbell::console {

namespace {

/// How well it fits: 0 not at all, and more for what people mean when they type a name.
int score(const Emoji &emoji, const QString &text)
{
    if (emoji.names.contains(text))
        return 5;
    const auto begins = [&text](const QString &name) { return name.startsWith(text, Qt::CaseInsensitive); };
    if (std::any_of(emoji.names.begin(), emoji.names.end(), begins))
        return 4;
    if (begins(emoji.label))
        return 3;
    const QString words = QLatin1Char(' ') + emoji.label.toLower() + QLatin1Char(' ') + emoji.words;
    return words.contains(QLatin1Char(' ') + text) ? 2 : 0;
}

} // namespace

const QList<Emoji> &EmojiBook::all() const
{
    if (!m_all.isEmpty())
        return m_all;
    QFile file(QStringLiteral(":/deskbell/emoji/emoji.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return m_all;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList head = lines.value(0).split(QLatin1Char('\t'));
    const qsizetype english = head.indexOf(QStringLiteral("en"));
    const qsizetype own = head.indexOf(m_language.section(QLatin1Char('_'), 0, 0));
    m_all.reserve(lines.size() - 1);
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        Emoji emoji{cells.value(0), cells.value(1).toInt(), cells.value(2).split(QLatin1Char(' '), Qt::SkipEmptyParts)};
        emoji.label = cells.value(own < english ? english : own);
        QString words = cells.value(english) + QLatin1Char(' ') + cells.value(english + 1);
        if (own > english)
            words += QLatin1Char(' ') + cells.value(own + 1);
        emoji.words = words.toLower();
        m_all.append(std::move(emoji));
    }
    return m_all;
}

QList<Emoji> EmojiBook::find(const QString &text, int most) const
{
    const QString sought = text.trimmed().toLower();
    if (sought.isEmpty())
        return all();
    QMap<int, QList<Emoji>> found; // by how badly they fit
    for (const Emoji &each : all()) {
        if (const int fits = score(each, sought); fits > 0)
            found[-fits].append(each);
    }
    QList<Emoji> best;
    for (const QList<Emoji> &each : std::as_const(found))
        best += each;
    return best.mid(0, most);
}

const Emoji *EmojiBook::named(const QString &name) const
{
    const auto found =
        std::find_if(all().begin(), all().end(), [&name](const Emoji &each) { return each.names.contains(name); });
    return found == all().end() ? nullptr : &*found;
}

const Emoji *EmojiBook::entry(const QString &emoji) const
{
    const auto found =
        std::find_if(all().begin(), all().end(), [&emoji](const Emoji &each) { return each.emoji == emoji; });
    return found == all().end() ? nullptr : &*found;
}

} // namespace deskbell::console
