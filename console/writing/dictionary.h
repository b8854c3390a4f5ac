#pragma once

#include <QStringConverter>
#include <QStringList>

#include <memory>

class Hunspell;

namespace deskbell::console {

/// The words of one language, by hunspell. Loading takes a tenth of a second and some megabytes, and suggestions
/// may take longer: for a thread of its own.
class Dictionary
{
public:
    /// `path` is that of the `.aff` file, beside which the `.dic` file stands. Null if it cannot be used.
    static std::unique_ptr<Dictionary> open(const QString &path);
    ~Dictionary();
    Q_DISABLE_COPY_MOVE(Dictionary)

    bool knows(const QString &word);
    QStringList suggestions(const QString &word);
    /// From now on it knows the word, until it is gone itself.
    void add(const QString &word);
    void remove(const QString &word);

private:
    Dictionary(std::unique_ptr<Hunspell> words, const QByteArray &encoding);
    std::string encoded(const QString &word);
    QString decoded(const std::string &word);

    std::unique_ptr<Hunspell> m_words;
    QStringEncoder m_encoder;
    QStringDecoder m_decoder;
};

/// A dictionary that is installed.
struct InstalledDictionary
{
    QString code; ///< Such as "de_DE".
    QString path; ///< Of its `.aff` file.
    QString name() const; ///< Of the language, in that language.
};

/// By code, each once: those of the person come before those of the system.
QList<InstalledDictionary> installedDictionaries();
QList<InstalledDictionary> dictionariesIn(const QStringList &folders);
/// The one for a code, for a language as `de`, or for a locale as `de_AT`; null when there is none.
const InstalledDictionary *dictionaryFor(const QList<InstalledDictionary> &installed, const QString &language);

} // namespace deskbell::console
