#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace deskbell::console {

/// How well a text answers to what somebody typed in a hurry.
struct FuzzyMatch
{
    int score = 0; ///< More is better; only good for comparing.
    QList<int> places{}; ///< Of the letters that were found, ascending.
};

/// The letters of the pattern in their order, with anything between them, whatever their case; beginnings of words and
/// letters in a row count for more. Nothing when a letter is missing; an empty pattern fits everything.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace deskbell::console
