#pragma once

#include "console/writing/dictionary.h"
#include "console/writing/vocabulary.h"

#include <QHash>
#include <QSet>
#include <QThread>

#include <functional>

namespace deskbell::console {

/// Says which words are wrong. The dictionary is loaded and asked in a thread of its own, so that nobody who types
/// waits for it: what is not known yet is right until the answer comes. Lives in the GUI thread.
class Spelling final : public QObject
{
    Q_OBJECT

public:
    /// Not owned.
    explicit Spelling(Vocabulary &vocabulary, QObject *parent = nullptr);
    ~Spelling() override;

    /// The `.aff` file of a dictionary; empty switches it off.
    void setDictionary(const QString &path);
    bool isOn() const { return !m_path.isEmpty(); }
    /// Whether the word is known to be wrong; what is not known is asked for, and changed() comes with the answer.
    bool isWrong(const QString &word);
    /// `done` comes later, and not when `context` has gone.
    void suggest(const QString &word, QObject *context, std::function<void(QStringList)> done);
    void addWord(const QString &word) { m_vocabulary.addWord(word); }

Q_SIGNALS:
    /// Words are known that were not.
    void changed();

private:
    class Bench;
    void ask();
    void take(int round, const QHash<QString, bool> &known);
    void forget(const QString &word);

    Vocabulary &m_vocabulary;
    QThread m_thread; // runs from the first dictionary on
    Bench *m_bench = nullptr; // lives in m_thread
    QString m_path;
    QHash<QString, bool> m_known; // whether each is right
    QSet<QString> m_unasked;
    QSet<QString> m_asked;
    int m_round = 0; // rises with each dictionary: answers of earlier ones come too late
};

/// A word in a text: where it begins and how long it is.
struct WordSpan
{
    int start = 0;
    int length = 0;
    bool operator==(const WordSpan &) const = default;
};
/// The words that can be right or wrong: no addresses, numbers, names of commands or parts of them.
QList<WordSpan> wordsIn(const QString &text);

} // namespace deskbell::console
