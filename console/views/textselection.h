#pragma once

#include <QPersistentModelIndex>
#include <QString>

namespace deskbell::console {

/// Which part of one message's words is selected. It goes with its row wherever that stands, and ends when the row does
/// or says something else.
class TextSelection
{
public:
    /// What is selected at least, and what grows and shrinks as the mouse goes on.
    enum class Unit { Character, Word, Message };
    /// In UTF-16 units of the message's text.
    struct Range
    {
        int start = 0;
        int length = 0;

        bool operator==(const Range &) const = default;
    };

    /// From a place in the text of a row: between two characters, or for whole words the character that is meant.
    void begin(const QModelIndex &index, int position, Unit unit);
    /// To another place in the same text.
    void extendTo(int position);
    /// Goes when its row is not there any more, or has other words.
    void settle();
    void clear() { *this = {}; }

    bool isEmpty() const { return range().length == 0; }
    /// The row that it is in; invalid when it has gone.
    QModelIndex index() const { return m_index; }
    bool isIn(const QModelIndex &index) const { return index.isValid() && m_index == index; }
    Unit unit() const { return m_unit; }
    /// What is selected of a row; nothing where it is another row's.
    Range in(const QModelIndex &index) const { return isIn(index) ? range() : Range(); }
    /// For the clipboard: its lines end as everybody's do.
    QString text() const;

private:
    Range range() const;
    Range unitAt(int position) const;

    QPersistentModelIndex m_index; // invalid: nothing is selected
    QString m_words; // as they were when it began
    Unit m_unit = Unit::Character;
    int m_anchor = 0;
    int m_position = 0;
};

} // namespace deskbell::console
