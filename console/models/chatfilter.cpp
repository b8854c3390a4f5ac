#include "console/models/chatfilter.h"

#include <algorithm>

namespace deskbell::console {

namespace {

QByteArray longestAscii(const QString &text)
{
    qsizetype best = 0;
    qsizetype length = 0;
    for (qsizetype from = 0, at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text.at(at).unicode() < 0x80)
            continue;
        if (at - from > length) {
            best = from;
            length = at - from;
        }
        from = at + 1;
    }
    return text.mid(best, length).toLatin1().toLower();
}

} // namespace

ChatMatcher::ChatMatcher(const ChatFilter &filter) : m_filter(filter)
{
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_words.append(QStringMatcher(word, Qt::CaseInsensitive));
    // Of what a person looks for the longest run of ASCII; a letter beyond it may be another one in lower case.
    QStringList wanted = words;
    if (filter.tag)
        wanted.append(*filter.tag);
    for (const QString &each : std::as_const(wanted)) {
        const QByteArray letters = longestAscii(each);
        m_lettersAlone = m_lettersAlone && letters.size() == each.size();
        if (!letters.isEmpty())
            m_letters.append(letters);
    }
}

bool ChatMatcher::meetsCriteria(const api::Chat &chat) const
{
    return (!m_filter.department || chat.departmentId == m_filter.department)
        && (!m_filter.holder || chat.operatorId == m_filter.holder)
        && (!m_filter.tag || chat.tags.contains(*m_filter.tag))
        && (!m_filter.priority || chat.priority == *m_filter.priority);
}

bool ChatMatcher::hasWords(const api::Chat &chat) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&chat](const QStringMatcher &word) {
        const auto isIn = [&word](const QString &text) { return word.indexIn(text) >= 0; };
        return isIn(chat.visitorName) || (chat.lastMessage && isIn(chat.lastMessage->text))
            || (chat.visitorEmail && isIn(*chat.visitorEmail)) || (chat.subject && isIn(*chat.subject))
            || std::any_of(chat.tags.begin(), chat.tags.end(), isIn);
    });
}

bool ChatMatcher::narrows(const ChatMatcher &other) const
{
    ChatFilter criteria = m_filter;
    criteria.text = other.m_filter.text;
    return (criteria == other.m_filter || !other.m_filter.hasCriteria())
        && m_filter.text.startsWith(other.m_filter.text, Qt::CaseInsensitive);
}

} // namespace deskbell::console
