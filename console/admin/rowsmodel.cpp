#include "console/admin/rowsmodel.h"

#include <QSet>

namespace deskbell::console {

void RowsModel::setRows(const QList<AdminRow> &rows)
{
    removeOthers(rows);
    for (int row = 0; row < rows.size(); ++row)
        place(row, rows.at(row));
}

void RowsModel::removeOthers(const QList<AdminRow> &rows)
{
    QSet<QString> wanted;
    for (const AdminRow &each : rows)
        wanted.insert(each.id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_rows.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

/// All rows above are in their places already.
void RowsModel::place(int row, const AdminRow &wanted)
{
    const int found = indexOf(wanted.id).row();
    if (found < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, wanted);
        endInsertRows();
        return;
    }
    if (found != row) {
        beginMoveRows({}, found, found, {}, row);
        m_rows.move(found, row);
        endMoveRows();
    }
    if (m_rows.at(row) == wanted)
        return;
    m_rows[row] = wanted;
    Q_EMIT dataChanged(index(row), index(row));
}

QModelIndex RowsModel::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const AdminRow &each) { return each.id == id; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AdminRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.line, row.note};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return row.id;
    case LineRole:
        return row.line;
    case NoteRole:
        return row.note;
    case IconRole:
        return row.icon;
    case PresenceRole:
        return int(row.presence);
    case FadedRole:
        return row.faded;
    default:
        return {};
    }
}

} // namespace deskbell::console
