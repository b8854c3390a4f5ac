#include "console/writing/vocabulary.h"

#include <QSettings>

namespace deskbell::console {

namespace {

const QString wordsKey = QStringLiteral("writing/words");
const QString emojiKey = QStringLiteral("writing/recentEmoji");
constexpr int mostEmoji = 27; // three rows of the picker

} // namespace

void Vocabulary::keepIn(QSettings &settings)
{
    m_settings = &settings;
    m_words = m_settings->value(wordsKey).toStringList();
    m_emoji = m_settings->value(emojiKey).toStringList().mid(0, mostEmoji);
}

void Vocabulary::addWord(const QString &word)
{
    if (word.isEmpty() || m_words.contains(word))
        return;
    m_words.append(word);
    keep(wordsKey, m_words);
    Q_EMIT wordAdded(word);
}

void Vocabulary::removeWord(const QString &word)
{
    if (m_words.removeAll(word) == 0)
        return;
    keep(wordsKey, m_words);
    Q_EMIT wordRemoved(word);
}

void Vocabulary::useEmoji(const QString &emoji)
{
    m_emoji.removeAll(emoji);
    m_emoji.prepend(emoji);
    m_emoji = m_emoji.mid(0, mostEmoji);
    keep(emojiKey, m_emoji);
}

void Vocabulary::keep(const QString &key, const QStringList &list)
{
    if (m_settings)
        m_settings->setValue(key, list);
}

} // namespace deskbell::console
