#include "console/models/chatlistmodel.h"

#include "console/models/wording.h"

namespace deskbell::console {

ChatListModel::ChatListModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::chatInsertionBegins, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&workspace, &Workspace::chatsInserted, this, [this] { endInsertRows(); });
    connect(&workspace, &Workspace::chatRemovalBegins, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&workspace, &Workspace::chatRemoved, this, [this] { endRemoveRows(); });
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    connect(&workspace, &Workspace::typingChanged, this, [this](const ChatId &id) {
        const int row = m_workspace.rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {TypingRole});
    });
    connect(&workspace.office(), &Office::departmentsChanged, this, [this] { // what is offered to them is to us, or not
        for (int row = 0; row < rowCount(); ++row) {
            if (m_workspace.isEnded(row))
                continue;
            if (const auto &offer = m_workspace.chatAt(row).offer; offer && offer->departmentId)
                Q_EMIT dataChanged(index(row), index(row));
        }
    });
    // Which chats are one's own depends on who one is, and who one is comes before the first chat.
    connect(&workspace, &Workspace::selfChanged, this, [this] {
        if (std::exchange(m_self, m_workspace.self().id) != m_workspace.self().id && rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {MineRole, PreviewRole});
    });
}

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_workspace.chatCount();
}

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const api::Chat &chat = m_workspace.chatAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(chat.visitorName);
    case Qt::AccessibleTextRole:
        return spoken(chat);
    case IdRole:
        return chat.id.toString();
    case StatusRole:
        return int(chat.status);
    case MineRole:
        return m_workspace.isMine(chat);
    case PriorityRole:
        return int(chat.priority);
    case OfferedRole:
        return m_workspace.isOfferedToMe(chat);
    case PreviewRole:
        return previewText(chat, m_workspace.self());
    case SinceRole:
        return momentOf(chat).ms;
    case UnreadRole:
        return m_workspace.unread(chat.id) + (m_workspace.isOfferedToMe(chat) ? 1 : 0); // an offer wants an answer
    case OnlineRole:
        if (m_workspace.connection().phase != ConnectionState::Phase::Online)
            return {}; // nobody knows
        return chat.visitorOnline;
    case TypingRole:
        return m_workspace.visitorTypes(chat.id);
    case VisitorRole:
        return chat.visitorId.toString();
    case OperatorRole:
        return chat.operatorName.value_or(QString());
    default:
        return {};
    }
}

QHash<int, QByteArray> ChatListModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "chatId"}, {StatusRole, "status"}, {PreviewRole, "preview"}, {UnreadRole, "unread"}});
    return names;
}

QModelIndex ChatListModel::indexOf(const ChatId &id) const
{
    const int row = m_workspace.rowOf(id);
    return row < 0 ? QModelIndex() : index(row);
}

QString ChatListModel::spoken(const api::Chat &chat) const
{
    QStringList parts{oneLine(chat.visitorName)};
    if (chat.status == api::ChatStatus::Waiting)
        parts << tr("waiting %1").arg(waitText(m_workspace.clock().now().ms - chat.createdAt.ms));
    else if (chat.status == api::ChatStatus::Ended)
        parts << tr("ended");
    if (chat.priority == api::ChatPriority::Urgent)
        parts << tr("urgent");
    else if (chat.priority == api::ChatPriority::High)
        parts << tr("high priority");
    if (m_workspace.isOfferedToMe(chat))
        parts << tr("offered to you");
    if (const int unread = m_workspace.unread(chat.id); unread > 0)
        parts << tr("%n unread", nullptr, unread);
    if (m_workspace.visitorTypes(chat.id))
        parts << tr("typing");
    parts << previewText(chat, m_workspace.self());
    return parts.join(QStringLiteral(", "));
}

} // namespace deskbell::console
