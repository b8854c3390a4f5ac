#include "console/admin/statsmodel.h"

#include "console/models/wording.h"

#include <QDate>
#include <QFont>
#include <QLocale>

#include <array>

namespace deskbell::console {

namespace {

constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

QString twoParts(qint64 whole, qint64 part)
{
    return QStringLiteral("%1:%2").arg(whole).arg(part, 2, 10, QLatin1Char('0'));
}

} // namespace

QString spanText(qint64 ms)
{
    if (ms < minuteMs)
        return StatsModel::tr("%1 s").arg((ms + secondMs / 2) / secondMs);
    if (ms < hourMs)
        return StatsModel::tr("%1 min").arg(twoParts(ms / minuteMs, ms % minuteMs / secondMs));
    if (ms < dayMs)
        return StatsModel::tr("%1 h").arg(twoParts(ms / hourMs, ms % hourMs / minuteMs));
    return StatsModel::tr("%1 d").arg(QLocale().toString(double(ms) / double(dayMs), 'f', 1));
}

/// The same groups again, in the same order, are changes; others are other rows.
void StatsModel::setAnswer(const api::StatsGetAnswer &answer, api::StatsBy by)
{
    const bool same = by == m_by && answer.rows.size() == m_groups.size()
        && std::equal(answer.rows.begin(), answer.rows.end(), m_groups.begin(),
                      [](const api::StatsRow &left, const api::StatsRow &right) { return left.key == right.key; });
    if (!same)
        beginResetModel();
    m_by = by;
    m_groups = answer.rows;
    m_total = answer.total;
    if (!same)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

QString StatsModel::nameOf(const api::StatsRow &row) const
{
    if (m_by == api::StatsBy::Day) {
        const QDate day = QDate::fromString(row.key, Qt::ISODate);
        return day.isValid() ? QLocale().toString(day, tr("ddd d MMM yyyy")) : row.name;
    }
    if (row.key.isEmpty())
        return m_by == api::StatsBy::Operator ? tr("Nobody") : tr("No department");
    return oneLine(row.name);
}

int StatsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size()) + 1;
}

int StatsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString StatsModel::textOf(const api::StatsRow &row, int column) const
{
    const auto span = [](const api::StatsSpan &of, qint64 ms) {
        return of.count == 0 ? QStringLiteral("–") : spanText(ms);
    };
    switch (column) {
    case Started:
        return QLocale().toString(row.started);
    case Claimed:
        return QLocale().toString(row.claimed);
    case Ended:
        return QLocale().toString(row.ended);
    case Messages:
        return QLocale().toString(row.messages);
    case WaitingMedian:
        return span(row.waiting, row.waiting.medianMs);
    case WaitingP95:
        return span(row.waiting, row.waiting.p95Ms);
    case ResponseMedian:
        return span(row.firstResponse, row.firstResponse.medianMs);
    case ResponseP95:
        return span(row.firstResponse, row.firstResponse.p95Ms);
    case DurationMedian:
        return span(row.duration, row.duration.medianMs);
    case DurationP95:
        return span(row.duration, row.duration.p95Ms);
    default:
        return {};
    }
}

QVariant StatsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool all = index.row() == m_groups.size();
    const api::StatsRow &row = all ? m_total : m_groups.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return all ? tr("All") : nameOf(row);
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(all ? tr("All") : nameOf(row), headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole).toString(),
                 index.data().toString());
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        if (all) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant StatsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QString by = m_by == api::StatsBy::Day ? tr("Day")
        : m_by == api::StatsBy::Operator         ? tr("Operator")
                                                 : tr("Department");
    const std::array heads{by,         tr("Chats"),  tr("Claimed"), tr("Ended"),  tr("Messages"), tr("Waited"),
                           tr("95 %"), tr("Answer"), tr("95 %"),    tr("Lasted"), tr("95 %")};
    const std::array meanings{by,
                              tr("Chats that were started"),
                              tr("Chats that somebody took"),
                              tr("Chats that have ended"),
                              tr("Messages in them"),
                              tr("Waited until the claim: half of them no longer"),
                              tr("Waited until the claim: 95 of 100 no longer"),
                              tr("First answer after the start: half of them no later"),
                              tr("First answer after the start: 95 of 100 no later"),
                              tr("From the claim to the end: half of them no longer"),
                              tr("From the claim to the end: 95 of 100 no longer")};
    if (role == Qt::DisplayRole)
        return heads.at(size_t(section));
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return meanings.at(size_t(section));
    return {};
}

} // namespace deskbell::console
