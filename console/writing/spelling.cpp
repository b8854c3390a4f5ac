#include "console/writing/spelling.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <QTimer>

namespace deskbell::console {

namespace {

constexpr qsizetype mostKnown = 20'000;
constexpr int mostSuggestions = 5;

} // namespace

/// The side of the thread.
class Spelling::Bench final : public QObject
{
public:
    std::unique_ptr<Dictionary> dictionary;
};

Spelling::Spelling(Vocabulary &vocabulary, QObject *parent) : QObject(parent), m_vocabulary(vocabulary)
{
    m_thread.setObjectName(QStringLiteral("spelling"));
    const auto change = [this](const QString &word, bool add) {
        if (!m_bench)
            return;
        QMetaObject::invokeMethod(m_bench, [bench = m_bench, word, add] {
            if (!bench->dictionary)
                return;
            if (add)
                bench->dictionary->add(word);
            else
                bench->dictionary->remove(word);
        });
        m_known.clear(); // with the word others are right, such as its genitive
        Q_EMIT changed();
    };
    connect(&vocabulary, &Vocabulary::wordAdded, this, [change](const QString &word) { change(word, true); });
    connect(&vocabulary, &Vocabulary::wordRemoved, this, [change](const QString &word) { change(word, false); });
}

Spelling::~Spelling()
{
    m_thread.quit();
    m_thread.wait();
    delete m_bench;
}

void Spelling::setDictionary(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    ++m_round;
    m_known.clear();
    m_asked.clear();
    m_unasked.clear();
    if (!path.isEmpty() && !m_bench) {
        m_bench = new Bench;
        m_bench->moveToThread(&m_thread);
        m_thread.start(QThread::LowPriority);
    }
    if (m_bench)
        QMetaObject::invokeMethod(m_bench, [bench = m_bench, path, words = m_vocabulary.words()] {
            bench->dictionary = Dictionary::open(path);
            for (const QString &each : words) {
                if (bench->dictionary)
                    bench->dictionary->add(each);
            }
        });
    Q_EMIT changed();
}

bool Spelling::isWrong(const QString &word)
{
    if (!isOn())
        return false;
    const auto known = m_known.constFind(word);
    if (known != m_known.constEnd())
        return !*known;
    if (m_asked.contains(word) || m_unasked.contains(word))
        return false;
    if (m_unasked.isEmpty()) // all that are asked in this turn go together
        QTimer::singleShot(0, this, &Spelling::ask);
    m_unasked.insert(word);
    return false;
}

void Spelling::ask()
{
    if (m_unasked.isEmpty() || !m_bench)
        return;
    const QSet<QString> words = std::exchange(m_unasked, {});
    m_asked += words;
    QMetaObject::invokeMethod(m_bench, [this, bench = m_bench, words, round = m_round] {
        QHash<QString, bool> known;
        for (const QString &each : words)
            known.insert(each, !bench->dictionary || bench->dictionary->knows(each));
        QMetaObject::invokeMethod(this, [this, round, known] { take(round, known); });
    });
}

void Spelling::take(int round, const QHash<QString, bool> &known)
{
    if (round != m_round)
        return;
    if (m_known.size() > mostKnown)
        m_known.clear();
    for (auto each = known.begin(); each != known.end(); ++each) {
        m_known.insert(each.key(), each.value());
        m_asked.remove(each.key());
    }
    Q_EMIT changed();
}

void Spelling::suggest(const QString &word, QObject *context, std::function<void(QStringList)> done)
{
    if (!m_bench)
        return;
    QMetaObject::invokeMethod(
        m_bench, [this, bench = m_bench, word, context = QPointer(context), done = std::move(done)] {
            const QStringList found = bench->dictionary ? bench->dictionary->suggestions(word) : QStringList();
            QMetaObject::invokeMethod(this, [found = found.mid(0, mostSuggestions), context, done] {
                if (context)
                    done(found);
            });
        });
}

QList<WordSpan> wordsIn(const QString &text)
{
    static const QRegularExpression aside(
        QStringLiteral(
            "\\S*(?:://|@|www\\.)\\S*|[:/#][\\w-]+|\\{\\{[^}]*\\}?\\}?"), // addresses, :names:, /commands, variables
        QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text;
    auto skips = aside.globalMatch(text);
    while (skips.hasNext()) {
        const auto skip = skips.next();
        plain.replace(skip.capturedStart(), skip.capturedLength(), QString(skip.capturedLength(), QLatin1Char(' ')));
    }
    QList<WordSpan> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, plain);
    while (finder.position() != -1 && finder.position() < plain.size()) {
        const auto start = int(finder.position());
        const bool begins = finder.boundaryReasons().testFlag(QTextBoundaryFinder::StartOfItem);
        const qsizetype end = finder.toNextBoundary();
        if (!begins || end < 0)
            continue;
        const QString word = plain.mid(start, end - start);
        const bool hasDigit =
            std::any_of(word.begin(), word.end(), [](QChar each) { return each.isDigit() || each == u'_'; });
        const bool hasLetter = std::any_of(word.begin(), word.end(), [](QChar each) { return each.isLetter(); });
        const bool isShouted = word.size() > 1 && word == word.toUpper(); // a short form, or shouted
        if (word.size() > 1 && hasLetter && !hasDigit && !isShouted)
            words.append({start, int(word.size())});
    }
    return words;
}

} // namespace deskbell::console
