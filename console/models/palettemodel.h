#pragma once

#include "console/state/workspace.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace deskbell::console {

/// What the command palette offers for what is typed: actions and chats together, best first. With nothing typed it
/// is the chats that want something and then the actions in their order.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeysRole = Qt::UserRole, ///< QString: the shortcut.
        DetailRole, ///< QString: a second, quieter line of thought.
        IconRole, ///< QString: a name of our set.
        PlacesRole, ///< QList<int>: the letters that were found.
        ActionRole, ///< QAction *, null for a chat.
        ChatRole, ///< QString, the id; empty for an action.
    };

    /// More than this nobody reads.
    static constexpr int most = 50;

    PaletteModel(const Workspace &workspace, const QList<QAction *> &actions, QObject *parent = nullptr);

    void setPattern(const QString &pattern);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QPointer<QAction> action; ///< Null: a chat.
        ChatId chat;
        QString text;
        int score = 0;
        QList<int> places{};
    };

    QList<Row> wanting() const;
    QList<Row> found(const QString &pattern) const;
    QString detailOf(const api::Chat &chat) const;

    const Workspace &m_workspace;
    QList<QPointer<QAction>> m_actions;
    QList<Row> m_shown;
};

} // namespace deskbell::console
