#pragma once

#include <QList>
#include <QString>

namespace deskbell::console {

/// One emoji and what it is called.
struct Emoji
{
    QString emoji;
    int group = 0; ///< One of Unicode's: 0 smileys … 9 flags.
    QStringList names{}; ///< For `:name:`, the usual one first.
    QString label{}; ///< In the language of the book, for people.
    QString words{}; ///< What else one might look for, in lower case; with what it is called in English.
};

/// All emoji that Unicode has, in its order, with their names in a language. Read from the program's resources when it
/// is first asked.
class EmojiBook
{
public:
    /// A code such as `de`; languages that the book does not have are read as English.
    explicit EmojiBook(QString language = {}) : m_language(std::move(language)) { }

    const QList<Emoji> &all() const;
    /// Those whose name, label or words begin so, the best first; all for an empty text.
    QList<Emoji> find(const QString &text, int most = 200) const;
    /// Null when none has the name.
    const Emoji *named(const QString &name) const;
    /// Null when the book does not know it.
    const Emoji *entry(const QString &emoji) const;

private:
    QString m_language;
    mutable QList<Emoji> m_all; // empty: not read yet
};

} // namespace deskbell::console
