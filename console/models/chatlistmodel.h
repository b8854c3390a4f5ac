#pragma once

#include "console/state/workspace.h"

#include <QAbstractListModel>

namespace deskbell::console {

/// Every chat that the workspace knows, as rows. Sorting and choosing is for ChatScopeModel.
class ChatListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        StatusRole, ///< int of api::ChatStatus
        MineRole,
        PreviewRole,
        SinceRole, ///< qint64, milliseconds: the moment that counts for the chat's status
        UnreadRole,
        OnlineRole,
        TypingRole,
        VisitorRole, ///< QString, the visitor's id
        OperatorRole, ///< QString, who holds it
        PriorityRole, ///< int of api::ChatPriority
        OfferedRole, ///< bool: we are to accept it
    };

    explicit ChatListModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QModelIndex indexOf(const ChatId &id) const;
    const api::Chat &chatAt(int row) const { return m_workspace.chatAt(row); }
    ChatBrief briefAt(int row) const { return m_workspace.briefAt(row); }
    std::optional<bool> hasLetters(int row, const QList<QByteArray> &runs) const
    {
        return m_workspace.hasLetters(row, runs);
    }
    bool isMine(const api::Chat &chat) const { return m_workspace.isMine(chat); }
    bool isOfferedToMe(const api::Chat &chat) const { return m_workspace.isOfferedToMe(chat); }

private:
    QString spoken(const api::Chat &chat) const;

    Workspace &m_workspace;
    OperatorId m_self; // whose chats were told to be theirs
};

} // namespace deskbell::console
