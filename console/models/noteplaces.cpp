#include "console/models/noteplaces.h"

#include <algorithm>

namespace deskbell::console {

bool NotePlaces::contains(const QString &id) const
{
    return std::any_of(m_places.begin(), m_places.end(),
                       [&](const Place &each) { return each.note.id.toString() == id; });
}

int NotePlaces::rowOfEntry(int entry) const
{
    const auto end =
        std::partition_point(m_places.begin(), m_places.end(), [&](const Place &each) { return each.before <= entry; });
    return entry + int(end - m_places.begin());
}

const api::Message *NotePlaces::noteAt(int row) const
{
    const int note = notesAbove(row);
    return note < count() && rowOfNote(note) == row ? &m_places.at(note).note : nullptr;
}

int NotePlaces::place(const api::Message &note, int before)
{
    const auto at = std::partition_point(m_places.begin(), m_places.end(), [&](const Place &each) {
        return each.before < before || (each.before == before && each.note.createdAt <= note.createdAt);
    });
    const auto number = at - m_places.begin();
    m_places.insert(number, {note, before});
    return int(number);
}

int NotePlaces::firstYounger(int before, Timestamp time) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&](const Place &each) {
        return each.before == before && time < each.note.createdAt;
    });
    return found == m_places.end() ? -1 : int(found - m_places.begin());
}

void NotePlaces::entriesInserted(int first, int number)
{
    for (Place &each : m_places)
        each.before += each.before > first ? number : 0;
}

void NotePlaces::entryRemoved(int entry)
{
    for (Place &each : m_places)
        each.before -= each.before > entry ? 1 : 0;
}

/// The rows of notes rise, so those above a row are the first ones.
int NotePlaces::notesAbove(int row) const
{
    int low = 0;
    int high = count();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (rowOfNote(middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace deskbell::console
