#pragma once

#include "shared/api/commands.h"
#include "shared/ids.h"

#include <QSortFilterProxyModel>

namespace deskbell::console {

class ChatListModel;

/// The chats of one scope, in its order: the queue oldest first, one's own by the latest message, ended ones by their
/// end. Narrowed to what a person searches for in names and last messages.
class ChatScopeModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    ChatScopeModel(ChatListModel *chats, api::ChatScope scope, QObject *parent = nullptr);

    api::ChatScope scope() const { return m_scope; }
    void setSearch(const QString &text);
    QModelIndex indexOf(const ChatId &id) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool belongs(const QModelIndex &source) const;

    ChatListModel *m_chats;
    api::ChatScope m_scope;
    QString m_search;
};

} // namespace deskbell::console
