#include "console/models/chatscopemodel.h"

#include "console/models/chatlistmodel.h"

namespace deskbell::console {

ChatScopeModel::ChatScopeModel(ChatListModel *chats, api::ChatScope scope, QObject *parent)
    : QSortFilterProxyModel(parent), m_chats(chats), m_scope(scope)
{
    setSourceModel(chats);
    setDynamicSortFilter(true);
    sort(0);
}

void ChatScopeModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    invalidateFilter();
}

QModelIndex ChatScopeModel::indexOf(const ChatId &id) const
{
    const QModelIndex source = m_chats->indexOf(id);
    return source.isValid() ? mapFromSource(source) : QModelIndex();
}

bool ChatScopeModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex source = sourceModel()->index(sourceRow, 0, sourceParent);
    if (!belongs(source))
        return false;
    return m_search.isEmpty() || source.data(Qt::DisplayRole).toString().contains(m_search, Qt::CaseInsensitive)
        || source.data(ChatListModel::PreviewRole).toString().contains(m_search, Qt::CaseInsensitive);
}

bool ChatScopeModel::belongs(const QModelIndex &source) const
{
    const auto status = api::ChatStatus(source.data(ChatListModel::StatusRole).toInt());
    switch (m_scope) {
    case api::ChatScope::Queue:
        return status == api::ChatStatus::Waiting;
    case api::ChatScope::Mine:
        return status == api::ChatStatus::Active && source.data(ChatListModel::MineRole).toBool();
    case api::ChatScope::Ended:
        return status == api::ChatStatus::Ended;
    case api::ChatScope::All:
        return true;
    }
    return false;
}

bool ChatScopeModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const qint64 a = left.data(ChatListModel::SinceRole).toLongLong();
    const qint64 b = right.data(ChatListModel::SinceRole).toLongLong();
    if (a == b) // ids grow with time, so that the order is one
        return left.data(ChatListModel::IdRole).toString() < right.data(ChatListModel::IdRole).toString();
    return m_scope == api::ChatScope::Queue ? a < b : a > b;
}

} // namespace deskbell::console
