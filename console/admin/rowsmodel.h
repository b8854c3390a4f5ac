#pragma once

#include "console/theme/painting.h"

#include <QAbstractListModel>

namespace deskbell::console {

/// One thing of a list in the administration, as it is shown.
struct AdminRow
{
    QString id; ///< There is one of each in a list.
    QString title;
    QString line; ///< Below the title.
    QString note; ///< At the end of the row.
    QString icon; ///< Of our set; empty: an avatar of the title.
    Presence presence = Presence::None;
    bool faded = false; ///< No longer in use.
    bool operator==(const AdminRow &) const = default;
};

/// Such rows, brought up to date by exact insertions, removals, moves and changes.
class RowsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, LineRole, NoteRole, IconRole, PresenceRole, FadedRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<AdminRow> &rows);
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeOthers(const QList<AdminRow> &rows);
    void place(int row, const AdminRow &wanted);

    QList<AdminRow> m_rows;
};

} // namespace deskbell::console
