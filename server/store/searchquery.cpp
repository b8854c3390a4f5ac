#include "server/store/searchquery.h"

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr qsizetype mostWords = 16;
constexpr qsizetype beforeMatch = 60;
constexpr qsizetype longestExcerpt = 200;

struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;
};

bool isOfWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

/// Where the words of a text are; the indexes of both databases divide it in the same places.
QList<Span> wordsIn(const QString &text)
{
    QList<Span> words;
    qsizetype start = -1;
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        if (isOfWord(c) && start < 0)
            start = at;
        if (!isOfWord(c) && start >= 0) {
            words.append({start, at - start});
            start = -1;
        }
        at += pair ? 2 : 1;
    }
    if (start >= 0)
        words.append({start, text.size() - start});
    return words;
}

QString folded(const QString &word)
{
    QString plain;
    for (const QChar c : word.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain.append(c);
    }
    return plain.toLower();
}

QString withoutControls(QStringView text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text)
        shown.append(c < u' ' ? QChar(u' ') : c);
    return shown;
}

/// Which piece of the text is shown: all of a short one, else from a word somewhat before the match.
Span excerptOf(const QString &text, const QList<Span> &words, qsizetype match)
{
    if (text.size() <= longestExcerpt)
        return {0, text.size()};
    qsizetype start = std::max<qsizetype>(0, std::min(match - beforeMatch, text.size() - longestExcerpt));
    qsizetype end = std::min(text.size(), start + longestExcerpt);
    for (const Span &word : words) { // no word is cut in two
        if (word.start < start && start < word.start + word.length)
            start = word.start;
        if (word.start < end && end < word.start + word.length && word.start > start)
            end = word.start;
    }
    return {start, end - start};
}

} // namespace

SearchQuery::SearchQuery(const QString &text)
{
    for (const Span &word : wordsIn(text)) {
        const QString plain = folded(text.mid(word.start, word.length));
        if (!plain.isEmpty() && m_words.size() < mostWords)
            m_words.append(plain);
    }
}

QString SearchQuery::forFts5() const
{
    return u'"' + m_words.join(QLatin1String("\" \"")) + QLatin1String("\"*");
}

QString SearchQuery::forTsQuery() const
{
    return u'\'' + m_words.join(QLatin1String("' & '")) + QLatin1String("':*");
}

bool SearchQuery::matches(const QString &word) const
{
    const QString plain = folded(word);
    return m_words.contains(plain) || (!m_words.isEmpty() && plain.startsWith(m_words.last()));
}

QString SearchQuery::highlighted(const QString &text) const
{
    const QList<Span> words = wordsIn(text);
    QList<Span> found;
    for (const Span &word : words) {
        if (matches(text.mid(word.start, word.length)))
            found.append(word);
    }
    const Span shown = excerptOf(text, words, found.isEmpty() ? 0 : found.first().start);
    const qsizetype end = shown.start + shown.length;
    QString excerpt;
    qsizetype at = shown.start;
    for (const Span &word : std::as_const(found)) {
        if (word.start < at || word.start + word.length > end)
            continue;
        excerpt += withoutControls(QStringView(text).mid(at, word.start - at));
        excerpt += startMark + text.mid(word.start, word.length) + endMark;
        at = word.start + word.length;
    }
    excerpt += withoutControls(QStringView(text).mid(at, end - at));
    return (shown.start > 0 ? QStringLiteral("…") : QString()) + excerpt
        + (end < text.size() ? QStringLiteral("…") : QString());
}

} // namespace deskbell::server
