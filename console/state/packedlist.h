#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>

namespace deskbell::console {

/// A long list of which little is looked at: most of its elements are kept packed, at a third of their size, and are
/// unpacked where somebody reads them. A `Packing` says how:
///
///     struct Packing {
///         struct Brief;                          // what is asked of all elements, and so is always at hand
///         Brief brief(const T &) const;
///         bool mayPack(const T &) const;         // those that change often stay as they are
///         QByteArray pack(const T &) const;      // empty: that one cannot be packed
///         T unpack(QByteArrayView) const;
///     };
template <class T, class Packing>
class PackedList
{
public:
    using Brief = typename Packing::Brief;

    int size() const { return int(m_slots.size()); }
    bool isEmpty() const { return m_slots.empty(); }
    /// Valid until the next change; and if it had to be unpacked, until 63 others were.
    const T &at(int row) const
    {
        const Slot &slot = m_slots.at(size_t(row));
        return slot.loose ? *slot.loose : unpacked(row);
    }
    const T &first() const { return at(0); }
    const T &last() const { return at(size() - 1); }
    QList<T> all() const
    {
        QList<T> elements;
        for (int row = 0; row < size(); ++row)
            elements.append(at(row));
        return elements;
    }
    /// Of each row, without unpacking anything.
    Brief brief(int row) const
    {
        const Slot &slot = m_slots.at(size_t(row));
        return slot.loose ? m_packing.brief(*slot.loose) : slot.brief;
    }
    /// Empty while the row is not packed.
    QByteArrayView packed(int row) const
    {
        const Slot &slot = m_slots.at(size_t(row));
        return {slot.bytes.get(), slot.loose ? 0 : slot.size};
    }
    /// Binary search: how many rows at the beginning are before what is looked for.
    template <class Predicate>
    int partitionPoint(Predicate isBefore) const
    {
        int first = 0;
        for (int count = size(); count > 0;) {
            const int half = count / 2;
            if (isBefore(at(first + half))) {
                first += half + 1;
                count -= half + 1;
            } else {
                count = half;
            }
        }
        return first;
    }

    /// To change it. It stays unpacked until it is packed again.
    T &edit(int row)
    {
        Slot &slot = m_slots.at(size_t(row));
        ++m_edits;
        if (!slot.loose) {
            slot.loose = std::make_unique<T>(unpacked(row));
            slot.bytes.reset();
            forget(row);
        }
        return *slot.loose;
    }
    void insert(int row, const QList<T> &elements)
    {
        forgetAll();
        std::deque<Slot> fresh;
        for (const T &each : elements)
            fresh.push_back({std::make_unique<T>(each), nullptr, 0, {}});
        m_slots.insert(m_slots.begin() + row, std::make_move_iterator(fresh.begin()),
                       std::make_move_iterator(fresh.end()));
    }
    T takeAt(int row)
    {
        T taken = at(row);
        forgetAll();
        m_slots.erase(m_slots.begin() + row);
        return taken;
    }
    /// Packs what may be, from row `first` to row `last`.
    void pack(int first, int last)
    {
        for (int row = first; row <= last; ++row) {
            Slot &slot = m_slots.at(size_t(row));
            if (!slot.loose || !m_packing.mayPack(*slot.loose))
                continue;
            const QByteArray bytes = m_packing.pack(*slot.loose);
            if (bytes.isEmpty())
                continue;
            slot.bytes = std::make_unique<char[]>(size_t(bytes.size()));
            std::copy(bytes.begin(), bytes.end(), slot.bytes.get());
            slot.size = int(bytes.size());
            slot.brief = m_packing.brief(*slot.loose);
            slot.loose.reset();
        }
    }
    /// Packs everything again once much was changed.
    void settle()
    {
        constexpr int many = 500;
        if (m_edits < many)
            return;
        m_edits = 0;
        pack(0, size() - 1);
    }

private:
    struct Slot
    {
        std::unique_ptr<T> loose; ///< Null while it is packed.
        std::unique_ptr<char[]> bytes;
        int size = 0;
        Brief brief; ///< While it is packed.
    };
    struct Seen
    {
        int row = -1;
        std::unique_ptr<T> element;
    };

    const T &unpacked(int row) const
    {
        const auto known =
            std::find_if(m_seen.begin(), m_seen.end(), [row](const Seen &each) { return each.row == row; });
        if (known != m_seen.end())
            return *known->element;
        Seen &seen = m_seen[m_next];
        m_next = (m_next + 1) % m_seen.size();
        seen.row = row;
        // Into the same place: whoever held on to it for too long reads another one, and not what is gone.
        if (!seen.element)
            seen.element = std::make_unique<T>();
        *seen.element = m_packing.unpack(packed(row));
        return *seen.element;
    }
    void forget(int row)
    {
        for (Seen &each : m_seen)
            each.row = each.row == row ? -1 : each.row;
    }
    void forgetAll()
    {
        for (Seen &each : m_seen)
            each.row = -1;
    }

    Packing m_packing;
    std::deque<Slot> m_slots;
    mutable std::array<Seen, 64> m_seen; // what was unpacked last
    mutable size_t m_next = 0; // which of them is the oldest
    int m_edits = 0;
};

} // namespace deskbell::console
