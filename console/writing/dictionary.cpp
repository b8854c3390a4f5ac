#include "console/writing/dictionary.h"

#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include <hunspell/hunspell.hxx>

namespace deskbell::console {

std::unique_ptr<Dictionary> Dictionary::open(const QString &path)
{
    QString words = path;
    words.chop(int(QStringLiteral("aff").size()));
    words += QStringLiteral("dic");
    if (!path.endsWith(QLatin1String(".aff")) || !QFileInfo(path).isReadable() || !QFileInfo(words).isReadable())
        return nullptr;
    auto hunspell =
        std::make_unique<Hunspell>(QFile::encodeName(path).constData(), QFile::encodeName(words).constData());
    const QByteArray encoding = QByteArray::fromStdString(hunspell->get_dict_encoding());
    std::unique_ptr<Dictionary> dictionary(new Dictionary(std::move(hunspell), encoding));
    return dictionary->m_encoder.isValid() && dictionary->m_decoder.isValid() ? std::move(dictionary) : nullptr;
}

Dictionary::Dictionary(std::unique_ptr<Hunspell> words, const QByteArray &encoding)
    : m_words(std::move(words)), m_encoder(encoding.constData()), m_decoder(encoding.constData())
{
    if (!m_encoder.isValid() && encoding == "ISO8859-1") { // as hunspell's dictionaries spell it
        m_encoder = QStringEncoder(QStringConverter::Latin1);
        m_decoder = QStringDecoder(QStringConverter::Latin1);
    }
}

Dictionary::~Dictionary() = default;

std::string Dictionary::encoded(const QString &word)
{
    QString plain = word;
    plain.replace(QChar(0x2019), QLatin1Char('\'')); // dictionaries know the apostrophe of typewriters
    const QByteArray bytes = m_encoder.encode(plain);
    return bytes.toStdString();
}

QString Dictionary::decoded(const std::string &word)
{
    return m_decoder.decode(QByteArrayView(word.data(), qsizetype(word.size())));
}

bool Dictionary::knows(const QString &word)
{
    return m_words->spell(encoded(word));
}

QStringList Dictionary::suggestions(const QString &word)
{
    QStringList suggestions;
    for (const std::string &each : m_words->suggest(encoded(word)))
        suggestions.append(decoded(each));
    return suggestions;
}

void Dictionary::add(const QString &word)
{
    m_words->add(encoded(word));
}

void Dictionary::remove(const QString &word)
{
    m_words->remove(encoded(word));
}

QString InstalledDictionary::name() const
{
    const QLocale locale(code);
    if (locale.language() == QLocale::C)
        return code;
    QString name = locale.nativeLanguageName();
    if (code.contains(QLatin1Char('_')))
        name += QStringLiteral(" (%1)").arg(locale.nativeTerritoryName());
    return name;
}

QList<InstalledDictionary> dictionariesIn(const QStringList &folders)
{
    QList<InstalledDictionary> found;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.aff")}, QDir::Files | QDir::Readable);
        for (const QFileInfo &each : files) {
            const QString code = each.completeBaseName();
            const bool isThere = std::any_of(found.begin(), found.end(),
                                             [&code](const InstalledDictionary &known) { return known.code == code; });
            // Patterns of hyphens and the like stand beside them in some distributions.
            const bool isOne = !code.startsWith(QLatin1String("hyph_"))
                && QFileInfo::exists(each.dir().filePath(code + QStringLiteral(".dic")));
            if (isOne && !isThere)
                found.append({code, each.absoluteFilePath()});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const InstalledDictionary &left, const InstalledDictionary &right) { return left.code < right.code; });
    return found;
}

QList<InstalledDictionary> installedDictionaries()
{
    QStringList folders = QFile::decodeName(qgetenv("DICPATH")).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QStringList data = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &each : data)
        folders << each + QStringLiteral("/hunspell") << each + QStringLiteral("/myspell/dicts");
    return dictionariesIn(folders);
}

const InstalledDictionary *dictionaryFor(const QList<InstalledDictionary> &installed, const QString &language)
{
    const auto find = [&installed](auto fits) {
        const auto found = std::find_if(installed.begin(), installed.end(), fits);
        return found == installed.end() ? nullptr : &*found;
    };
    if (const auto *exact = find([&](const InstalledDictionary &each) { return each.code == language; }))
        return exact;
    const QString plain = language.section(QLatin1Char('_'), 0, 0);
    if (plain.isEmpty())
        return nullptr;
    // German as in Germany, rather than the first country of the alphabet.
    const QString home = QLocale(QLocale(plain).language(), QLocale::AnyTerritory).name();
    if (const auto *usual = find([&](const InstalledDictionary &each) { return each.code == home; }))
        return usual;
    return find([&](const InstalledDictionary &each) {
        return each.code == plain || each.code.startsWith(plain + QLatin1Char('_'));
    });
}

} // namespace deskbell::console
