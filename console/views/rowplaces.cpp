#include "console/views/rowplaces.h"

#include <algorithm>

namespace deskbell::console {

namespace {

constexpr int usual = -56; // of one or two lines

} // namespace

int RowPlaces::rowAt(int y) const
{
    const auto found = std::upper_bound(m_tops.begin(), m_tops.end() - (m_tops.isEmpty() ? 0 : 1), y);
    return int(found - m_tops.begin()) - 1;
}

void RowPlaces::reset(int count)
{
    m_heights = QList<int>(count, usual);
}

void RowPlaces::insert(int first, int count)
{
    m_heights.insert(first, count, usual);
}

void RowPlaces::forgetAll()
{
    for (int row = 0; row < count(); ++row)
        forget(row);
}

void RowPlaces::place(int margin)
{
    m_tops.resize(m_heights.size() + 1);
    int top = margin;
    for (int row = 0; row < count(); ++row) {
        m_tops[row] = top;
        top += height(row);
    }
    m_tops[count()] = top + margin;
}

} // namespace deskbell::console
