#pragma once

#include "console/admin/recordpage.h"

namespace deskbell::console {

/// A page over things of one type that are known by their `id`: each kind says where they are, how one looks in the
/// list and in the form, and how it is saved.
template <class Record>
class RecordsPage : public RecordPage
{
protected:
    using RecordPage::RecordPage;

    /// In the order of the list.
    virtual const QList<Record> &records() const = 0;
    virtual AdminRow row(const Record &record) const = 0;
    /// Puts it into the form; null is a new one.
    virtual void fillWith(const Record *record) = 0;

    const Record *find(const QString &id) const
    {
        const QList<Record> &all = records();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Record &each) { return each.id.toString() == id; });
        return found == all.end() ? nullptr : &*found;
    }
    QList<AdminRow> rows() const final
    {
        QList<AdminRow> rows;
        for (const Record &each : records())
            rows.append(row(each));
        return rows;
    }
    QByteArray content(const QString &id) const override
    {
        const Record *found = find(id);
        return found ? json::encode(*found) : QByteArray();
    }
    void fill(const QString &id) final { fillWith(find(id)); }
};

} // namespace deskbell::console
