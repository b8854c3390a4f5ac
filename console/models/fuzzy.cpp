#include "console/models/fuzzy.h"

namespace deskbell::console {

namespace {

constexpr int wordStart = 8;
constexpr int inARow = 5;
constexpr int perLetter = 10;

bool beginsWord(QStringView text, int at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool same(QChar one, QChar other)
{
    return one == other || one.toCaseFolded() == other.toCaseFolded();
}

/// One way through the text: with `eager` a letter jumps ahead to where a word begins with it.
std::optional<FuzzyMatch> walk(QStringView pattern, QStringView text, bool eager)
{
    FuzzyMatch match;
    int from = 0;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        int found = -1;
        for (int at = from; at < text.size(); ++at) {
            if (!same(text[at], letter))
                continue;
            const bool follows = !match.places.isEmpty() && at == match.places.last() + 1;
            if (found < 0)
                found = at;
            if (!eager || follows || beginsWord(text, at)) {
                found = at;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        const bool follows = !match.places.isEmpty() && found == match.places.last() + 1;
        match.score += perLetter + (follows ? inARow : 0) + (beginsWord(text, found) ? wordStart : 0);
        match.places.append(found);
        from = found + 1;
    }
    if (!match.places.isEmpty()) // early and tight is better, and so is a short text
        match.score -= match.places.first() + (match.places.last() - match.places.first()) / 2 + int(text.size()) / 8;
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    auto plain = walk(pattern, text, false);
    if (!plain)
        return std::nullopt;
    auto eager = walk(pattern, text, true);
    return eager && eager->score > plain->score ? eager : plain;
}

} // namespace deskbell::console
