#include "console/views/textselection.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace deskbell::console {

void TextSelection::begin(const QModelIndex &index, int position, Unit unit)
{
    m_index = index;
    m_words = index.data(Qt::DisplayRole).toString();
    m_unit = unit;
    m_anchor = m_position = std::clamp(position, 0, int(m_words.size()));
}

void TextSelection::extendTo(int position)
{
    m_position = std::clamp(position, 0, int(m_words.size()));
}

void TextSelection::settle()
{
    if (!m_index.isValid() || m_index.data(Qt::DisplayRole).toString() != m_words)
        clear();
}

QString TextSelection::text() const
{
    const Range selected = range();
    QString text = m_words.mid(selected.start, selected.length);
    text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return text;
}

TextSelection::Range TextSelection::range() const
{
    if (!m_index.isValid())
        return {};
    const Range from = unitAt(m_anchor);
    const Range to = unitAt(m_position);
    const int start = std::min(from.start, to.start);
    return {start, std::max(from.start + from.length, to.start + to.length) - start};
}

TextSelection::Range TextSelection::unitAt(int position) const
{
    if (m_unit == Unit::Character)
        return {position, 0};
    if (m_unit == Unit::Message)
        return {0, int(m_words.size())};
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, m_words);
    words.setPosition(position);
    const int start = int(words.isAtBoundary() ? position : std::max<qsizetype>(0, words.toPreviousBoundary()));
    words.setPosition(position);
    const auto end = words.toNextBoundary();
    return {start, int(end < 0 ? m_words.size() : end) - start};
}

} // namespace deskbell::console
