#pragma once

#include "shared/api/entities.h"

#include <QList>

namespace deskbell::console {

/// Where notes stand between the messages of a thread, and which row that makes each of them. Knows numbers only: the
/// entries of the thread are counted by whoever asks.
class NotePlaces
{
public:
    int count() const { return int(m_places.size()); }
    bool contains(const QString &id) const;
    /// The row of an entry that is there, or that comes in at this number: behind the notes before it.
    int rowOfEntry(int entry) const;
    /// The number of the entry at a row that is no note's.
    int entryAt(int row) const { return row - notesAbove(row); }
    /// Null when the row is an entry's.
    const api::Message *noteAt(int row) const;
    int rowOfNote(int note) const { return m_places.at(note).before + note; }

    /// Puts a note, in the shape of a message, before an entry and behind the notes that stand there; gives its number.
    int place(const api::Message &note, int before);
    void remove(int note) { m_places.removeAt(note); }
    /// The first note that stands before this entry though it was written after `time`, or -1.
    int firstYounger(int before, Timestamp time) const;
    void entriesInserted(int first, int number);
    void entryRemoved(int entry);
    void clear() { m_places.clear(); }

private:
    struct Place
    {
        api::Message note;
        int before; // the entry that comes next
    };
    int notesAbove(int row) const;

    QList<Place> m_places; // rising by `before`
};

} // namespace deskbell::console
