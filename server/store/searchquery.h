#pragma once

#include <QStringList>

namespace deskbell::server {

/// What somebody looks for: words, of which the last may be unfinished. Case and accents do not count.
class SearchQuery
{
public:
    explicit SearchQuery(const QString &text);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// As FTS5's MATCH and as PostgreSQL's to_tsquery() read it. Words are letters and digits alone, so nothing in them
    /// is an operator.
    QString forFts5() const;
    QString forTsQuery() const;

    /// An excerpt around the first word that was looked for; such words stand between `startMark` and `endMark`.
    QString highlighted(const QString &text) const;

    // Control characters, because those a text has are left out of its excerpt.
    static constexpr QChar startMark = u'\x02';
    static constexpr QChar endMark = u'\x03';

private:
    bool matches(const QString &word) const;

    QStringList m_words; // folded
};

} // namespace deskbell::server
