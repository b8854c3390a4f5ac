#pragma once

#include <QList>

#include <cstdlib>

namespace deskbell::console {

/// Where the rows of a long view stand, one under the other, when only some of them have been measured. The heights of
/// all others are guesses: what they had at another width, or the height of a usual row.
class RowPlaces
{
public:
    int count() const { return int(m_heights.size()); }
    bool isGuess(int row) const { return m_heights.at(row) < 0; }
    int height(int row) const { return std::abs(m_heights.at(row)); }
    int top(int row) const { return m_tops.at(row); }
    /// Under the last row, with the margin; 0 before the first place().
    int end() const { return m_tops.isEmpty() ? 0 : m_tops.last(); }
    /// The row at a height, -1 over the first.
    int rowAt(int y) const;

    void reset(int count);
    void insert(int first, int count);
    void remove(int first, int count) { m_heights.remove(first, count); }
    void forget(int row) { m_heights[row] = -height(row); }
    void forgetAll();
    void measure(int row, int height) { m_heights[row] = height; }
    /// Makes the places follow the heights; a million rows take a millisecond.
    void place(int margin);

private:
    QList<int> m_heights; // of each row; negative: a guess
    QList<int> m_tops; // of each row, and the end of the last; follows m_heights
};

} // namespace deskbell::console
