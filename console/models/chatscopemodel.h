#pragma once

#include "console/state/listscope.h"
#include "shared/ids.h"

#include <QAbstractListModel>

namespace deskbell::console {

class ChatListModel;

/// The chats of one scope, in its order: the queue oldest first, the others by what came last. Narrowed to what a
/// person searches for in names and last messages. A change of one chat costs the logarithm of how many there are; only
/// another search resets the model.
class ChatScopeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `chats` is not owned and outlives this.
    ChatScopeModel(ChatListModel *chats, ListScope scope, QObject *parent = nullptr);

    ListScope scope() const { return m_scope; }
    void setSearch(const QString &text);
    QModelIndex indexOf(const ChatId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    bool accepts(int chat) const;
    bool belongs(int chat) const;
    bool matches(int chat) const;
    bool isBefore(int left, int right) const;
    int placeOf(int chat) const;
    void takeInserted(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(int chat, const QList<int> &roles);
    void move(int chat, qint64 since);
    void remove(int row);

    ChatListModel *m_chats;
    ListScope m_scope;
    QString m_search;
    QList<int> m_rows; // rows of m_chats, in our order
    QList<qint64> m_since; // of each row of m_chats: what it is sorted by here, or -1 when it is not here
};

} // namespace deskbell::console
