#include "server/store/addresswords.h"

namespace deskbell::server {

namespace {

constexpr qsizetype longestWord = 40;

/// Letters that Unicode takes for letters of their own, and people without that key write otherwise.
QLatin1String plain(char16_t letter)
{
    switch (letter) {
    case u'ø':
        return QLatin1String("o");
    case u'ł':
        return QLatin1String("l");
    case u'đ':
        return QLatin1String("d");
    case u'ı':
        return QLatin1String("i");
    case u'æ':
        return QLatin1String("ae");
    case u'œ':
        return QLatin1String("oe");
    case u'ß':
        return QLatin1String("ss");
    default:
        return {};
    }
}

} // namespace

QStringList addressWords(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.append(word.left(longestWord));
        word.clear();
    };
    const QString folded = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
    for (const QChar each : folded) {
        if (each.isMark())
            continue; // an accent
        const QLatin1String instead = plain(each.unicode());
        if (!instead.isEmpty())
            word += instead;
        else if (each.isLetterOrNumber() || each.isSurrogate())
            word += each;
        else
            finish();
    }
    finish();
    return words;
}

} // namespace deskbell::server
