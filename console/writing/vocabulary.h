#pragma once

#include <QObject>
#include <QStringList>

class QSettings;

namespace deskbell::console {

/// What one person writes again and again: words that no dictionary knows, and emoji. Kept in the profile.
class Vocabulary final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Goes on with what is kept there, and keeps what is new; without it nothing outlives the program. Not owned.
    void keepIn(QSettings &settings);

    const QStringList &words() const { return m_words; }
    void addWord(const QString &word);
    void removeWord(const QString &word);

    /// The last one first.
    const QStringList &recentEmoji() const { return m_emoji; }
    void useEmoji(const QString &emoji);

Q_SIGNALS:
    void wordAdded(const QString &word);
    void wordRemoved(const QString &word);

private:
    void keep(const QString &key, const QStringList &list);

    QSettings *m_settings = nullptr;
    QStringList m_words;
    QStringList m_emoji;
};

} // namespace deskbell::console
