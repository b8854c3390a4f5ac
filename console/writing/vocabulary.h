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
    /// Not owned; null keeps nothing beyond the end of the program.
    explicit Vocabulary(QSettings *settings = nullptr, QObject *parent = nullptr);

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

    QSettings *m_settings;
    QStringList m_words;
    QStringList m_emoji;
};

} // namespace deskbell::console
