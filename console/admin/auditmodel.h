#pragma once

#include "shared/api/auditcommands.h"

#include <QAbstractTableModel>

namespace deskbell::console {

/// Who did what and when, newest first; grows at its end page by page, and at its beginning by what happened since.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Detail };
    static constexpr int columns = Detail + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// A page; those that are known already are left out. `next` is what more there is.
    void take(const QList<api::AuditEntry> &entries, std::optional<qint64> next);
    /// `before` of the next page, if there is one.
    const std::optional<qint64> &next() const { return m_next; }
    /// What was done, in words; in the server's own where it is newer than we are.
    static QString actionText(const QString &action);
    static QStringList knownActions();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreRequested();

private:
    void insert(int row, const QList<api::AuditEntry> &entries);

    QList<api::AuditEntry> m_entries; // their numbers fall
    std::optional<qint64> m_next;
    bool m_asked = false; // for the next page
};

} // namespace deskbell::console
