#pragma once

#include "shared/api/statscommands.h"

#include <QAbstractTableModel>

namespace deskbell::console {

/// A stretch of time for people: `45 s`, `3:20 min`, `2:05 h`, `3 d`.
QString spanText(qint64 ms);

/// How the desk has done, row by row, with all of it in the last row.
class StatsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Started,
        Claimed,
        Ended,
        Messages,
        WaitingMedian,
        WaitingP95,
        ResponseMedian,
        ResponseP95,
        DurationMedian,
        DurationP95
    };
    static constexpr int columns = DurationP95 + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setAnswer(const api::StatsGetAnswer &answer, api::StatsBy by);
    api::StatsBy by() const { return m_by; }
    const QList<api::StatsRow> &groups() const { return m_groups; }
    /// What a row is called: a day in words, a name, or that it belongs to none.
    QString nameOf(const api::StatsRow &row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const api::StatsRow &row, int column) const;

    api::StatsBy m_by = api::StatsBy::Day;
    QList<api::StatsRow> m_groups;
    api::StatsRow m_total;
};

} // namespace deskbell::console
